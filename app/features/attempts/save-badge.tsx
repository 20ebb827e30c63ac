import { attemptsText } from '#app/text/attempts.ts';
import { sheetText } from '#app/text/sheet.ts';
import { formatClock } from '#app/ui/format.ts';
import { useText } from '#app/ui/locale.tsx';
import type { AutosaveView } from './device/autosave-view.ts';

interface BadgeProps {
  readonly view: AutosaveView;
  readonly onRetry: () => void;
  /** Scripts do not run (yet): nothing is saved by itself. */
  readonly isStill: boolean;
  /** Nothing can be chosen now. */
  readonly isLocked: boolean;
}

/** Says at all times what is saved and what waits. True words only: "Đã lưu" stands after the server's confirmation. */
export function SaveBadge({ view, onRetry, isStill, isLocked }: BadgeProps) {
  const t = useText(attemptsText);
  const words = useText(sheetText);
  const { line, waiting, lastSavedAt, isInMemoryOnly, kept } = view;
  if (isStill) {
    return (
      <p className="save-badge">
        <span className="save-badge__still">{t.saveByButton}</span>
      </p>
    );
  }
  if (line === 'cut' && waiting.size > 0) {
    const isKept = !isInMemoryOnly && [...waiting].every((slot) => kept.has(slot));
    return (
      <p className="save-badge" role="status">
        <span className="save-badge__warn">{isKept ? words.waiting(waiting.size) : words.waitingInPage}</span>{' '}
        <button type="button" className="button button--plain save-badge__retry" onClick={onRetry}>
          {words.retry}
        </button>
      </p>
    );
  }
  return (
    <p className="save-badge" role="status">
      {waiting.size > 0 && words.savingHere}
      {waiting.size === 0 && lastSavedAt === undefined && !isLocked && t.nothingYet}
      {waiting.size === 0 && lastSavedAt !== undefined && `✓ ${t.saved(formatClock(lastSavedAt))}`}
    </p>
  );
}
