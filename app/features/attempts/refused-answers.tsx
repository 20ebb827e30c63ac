import type { ContestantRefusalCode } from '#app/domain/kernel/refusal.ts';
import { contestantRefusalText } from '#app/text/contestant-refusals.ts';
import { sheetText } from '#app/text/sheet.ts';
import { useText } from '#app/ui/locale.tsx';
import { namesOf } from './names-of.ts';

interface RefusedProps {
  /** By slot: why its answer was not taken. */
  readonly refused: ReadonlyMap<number, ContestantRefusalCode>;
  readonly onUnderstood: () => void;
}

const LATE: ReadonlySet<ContestantRefusalCode> = new Set(['too-late', 'already-finished']);

/** Says which answers the server did not take, and why. They are not sent again. */
export function RefusedAnswers({ refused, onUnderstood }: RefusedProps) {
  const words = useText(sheetText);
  const sentences = useText(contestantRefusalText);
  const late = [...refused].filter(([, code]) => LATE.has(code)).map(([slot]) => slot);
  const others = [...refused].filter(([, code]) => !LATE.has(code));
  return (
    <section className="message message--bad stack-s" role="alert">
      <h2 className="message__title">{words.refusedTitle}</h2>
      {late.length > 0 && <p>{words.refusedOf(namesOf(late, words), words.refusedLate)}</p>}
      {others.map(([slot, code]) => (
        <p key={slot}>{words.refusedOf(namesOf([slot], words), sentences[code])}</p>
      ))}
      <button type="button" className="button button--quiet" onClick={onUnderstood}>
        {words.understood}
      </button>
    </section>
  );
}
