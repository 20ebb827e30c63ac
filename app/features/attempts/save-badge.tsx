import { Link } from '@remix-run/react';
import { paths, withReturn } from '#app/paths.ts';
import { attemptsText } from '#app/text/attempts.ts';
import { formatClock } from '#app/ui/format.ts';
import { useText } from '#app/ui/locale.tsx';
import type { Autosave } from './use-autosave.ts';

interface BadgeProps {
  readonly autosave: Autosave;
  readonly attemptId: string;
  /** Scripts do not run (yet): nothing is saved by itself. */
  readonly isStill?: boolean;
}

/** Says at all times what is saved and what waits. True words only: "Đã lưu" stands after the server's confirmation. */
export function SaveBadge({ autosave, attemptId, isStill = false }: BadgeProps) {
  const t = useText(attemptsText);
  const { status, waiting, lastSavedAt, elsewhere, isKept } = autosave;
  return (
    <div className="save-badge" role="status">
      {isStill ? <span className="save-badge__still">{t.saveByButton}</span> : <Words autosave={autosave} />}
      {(status === 'waiting' || status === 'signedOut') && waiting.size > 0 && (
        <>
          {!isKept && <span> {t.keptInMemoryOnly}</span>}
          {status === 'signedOut' && (
            <a href={withReturn(paths.signIn(), paths.attempt(attemptId))} target="_blank" rel="noreferrer">
              {t.signInHere}
            </a>
          )}
          <button
            type="button"
            className="button button--plain save-badge__retry"
            onClick={() => void autosave.flush()}
          >
            {t.retry}
          </button>
        </>
      )}
      {status === 'closed' && <Link to={paths.result(attemptId)}>{t.seeResult}</Link>}
      {elsewhere.length > 0 && lastSavedAt !== undefined && (
        <span className="save-badge__elsewhere">{t.elsewhere(elsewhere.join(', '))}</span>
      )}
    </div>
  );
}

function Words({ autosave: { status, waiting, lastSavedAt } }: { autosave: Autosave }) {
  const t = useText(attemptsText);
  switch (status) {
    case 'closed':
      return <span className="save-badge__bad">{t.closed}</span>;
    case 'refused':
      return <span className="save-badge__bad">{t.refusedSave}</span>;
    case 'signedOut':
      return <span className="save-badge__bad">{t.signedOut}</span>;
    case 'saving':
      return <span>{t.saving}</span>;
    case 'waiting':
      return <span className="save-badge__warn">{t.waiting(waiting.size)}</span>;
    case 'idle':
      return <span>{lastSavedAt === undefined ? t.nothingYet : `✓ ${t.saved(formatClock(lastSavedAt))}`}</span>;
  }
}
