import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { paths } from '#app/paths.ts';
import { lobbyText } from '#app/text/lobby.ts';
import { useText } from '#app/ui/locale.tsx';

/** Where the rankings of a contest are, and the lessons to prepare with. @param status how far the ranking is */
export function LobbyBoards({ slug, status }: { slug: string; status: ReactNode }) {
  const t = useText(lobbyText);
  return (
    <section className="stack-s no-print" aria-labelledby="boards">
      <h2 id="boards">{t.boards}</h2>
      {status}
      <p className="row">
        <Link className="button button--quiet" to={paths.leaderboard(slug)}>
          {t.personBoard}
        </Link>
        <Link className="button button--quiet" to={paths.unitBoard(slug)}>
          {t.unitBoard}
        </Link>
        <Link className="button button--quiet" to={paths.topics()}>
          {t.prepare}
        </Link>
      </p>
    </section>
  );
}
