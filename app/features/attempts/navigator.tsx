import { attemptsText } from '#app/text/attempts.ts';
import { useText } from '#app/ui/locale.tsx';

interface NavigatorProps {
  readonly slots: readonly number[];
  /** Undefined without scripts: then the places are links down the page. */
  readonly current: number | undefined;
  readonly answered: ReadonlySet<number>;
  readonly waiting: ReadonlySet<number>;
  readonly flagged: { has(slot: number): boolean };
  readonly onGoTo: (slot: number) => void;
}

/** The strip of places: which questions are answered, flagged, or wait to be sent. */
export function Navigator({ slots, current, answered, waiting, flagged, onGoTo }: NavigatorProps) {
  const t = useText(attemptsText);
  return (
    <nav aria-label={t.navigator}>
      <ol className="places">
        {slots.map((slot) => {
          const states = [
            answered.has(slot) ? t.stateAnswered : t.stateBlank,
            ...(waiting.has(slot) ? [t.stateWaiting] : []),
            ...(flagged.has(slot) ? [t.stateFlagged] : []),
          ];
          const look = [
            'place',
            answered.has(slot) ? 'place--answered' : '',
            waiting.has(slot) ? 'place--waiting' : '',
            flagged.has(slot) ? 'place--flagged' : '',
          ].join(' ');
          const label = `${t.question(slot, slots.length)}, ${states.join(', ')}`;
          return (
            <li key={slot}>
              {current === undefined ? (
                <a className={look} href={`#question-${slot}`} aria-label={label}>
                  {slot}
                </a>
              ) : (
                <button
                  type="button"
                  className={look}
                  aria-label={label}
                  aria-current={slot === current ? 'step' : undefined}
                  onClick={() => onGoTo(slot)}
                >
                  {slot}
                </button>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
