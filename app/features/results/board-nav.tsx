import { Link } from '@remix-run/react';
import type { BoardScope } from '#app/domain/results/board-scope.ts';
import { paths } from '#app/paths.ts';
import { boardsText } from '#app/text/boards.ts';
import { useText } from '#app/ui/locale.tsx';

type Board = 'persons' | 'units' | 'blocks';

const PATHS: Record<Board, (contestSlug: string) => string> = {
  persons: paths.leaderboard,
  units: paths.unitBoard,
  blocks: paths.blockBoard,
};

interface BoardNavProps {
  readonly here: Board;
  readonly contestSlug: string;
  readonly scopes: readonly Pick<BoardScope, 'key' | 'title'>[];
  /** Undefined for a contest without scopes. */
  readonly scopeKey: string | undefined;
  /** The address of this board for another scope. */
  readonly hrefOf: (scopeKey: string) => string;
}

/** From one board of a contest to the others, and from one round to the others. */
export function BoardNav({ here, contestSlug, scopes, scopeKey, hrefOf }: BoardNavProps) {
  const t = useText(boardsText);
  const query = scopeKey === undefined || scopes.length < 2 ? '' : `?round=${scopeKey}`;
  return (
    <div className="board-nav no-print">
      <nav className="board-nav__boards" aria-label={t.boards}>
        {(['persons', 'units', 'blocks'] as const).map((board) => (
          <Link
            key={board}
            to={PATHS[board](contestSlug) + query}
            aria-current={board === here ? 'page' : undefined}
            prefetch="none"
          >
            {t[board]}
          </Link>
        ))}
      </nav>
      {scopes.length > 1 && (
        <nav className="tabs" aria-label={t.scopes}>
          {scopes.map(({ key, title }) => (
            <Link key={key} to={hrefOf(key)} aria-current={key === scopeKey ? 'true' : undefined}>
              {title === undefined ? t.allRounds : <span lang="vi">{title}</span>}
            </Link>
          ))}
        </nav>
      )}
    </div>
  );
}
