import { attemptsText } from '#app/text/attempts.ts';
import { sheetText } from '#app/text/sheet.ts';
import { useText } from '#app/ui/locale.tsx';
import type { AutosaveView } from './device/autosave-view.ts';
import { PREDICTION } from './device/outbox.ts';
import { hashOf } from './sheet-form.ts';

interface NavigatorProps {
  readonly items: readonly number[];
  /** How many questions there are. */
  readonly of: number;
  /** Undefined without scripts: then the places are links down the page. */
  readonly current: number | undefined;
  readonly answered: ReadonlySet<number>;
  readonly view: AutosaveView;
  readonly flagged: { has(slot: number): boolean };
  readonly onGoTo: (slot: number) => void;
}

/** The strip of places: what is answered, flagged, waits to be sent, or was not taken. */
export function Navigator({ items, of, current, answered, view, flagged, onGoTo }: NavigatorProps) {
  const t = useText(attemptsText);
  const words = useText(sheetText);
  // why not at once: most answers are confirmed before the eye gets there.
  const isWaiting = (slot: number): boolean => view.line === 'cut' && view.waiting.has(slot);
  return (
    <nav aria-label={t.navigator}>
      <ol className="places">
        {items.map((slot) => {
          const states = [
            answered.has(slot) ? t.stateAnswered : t.stateBlank,
            ...(isWaiting(slot) ? [t.stateWaiting] : []),
            ...(view.refused.has(slot) ? [words.stateRefused] : []),
            ...(flagged.has(slot) ? [t.stateFlagged] : []),
          ];
          const look = [
            'place',
            answered.has(slot) ? 'place--answered' : '',
            isWaiting(slot) ? 'place--waiting' : '',
            view.refused.has(slot) ? 'place--refused' : '',
            flagged.has(slot) ? 'place--flagged' : '',
            slot === PREDICTION ? 'place--wide' : '',
          ].join(' ');
          const name = slot === PREDICTION ? words.prediction : t.question(slot, of);
          const label = `${name}, ${states.join(', ')}`;
          const face = slot === PREDICTION ? words.predictionShort : slot;
          return (
            <li key={slot} className={slot === PREDICTION ? 'places__wide' : undefined}>
              {current === undefined ? (
                <a className={look} href={hashOf(slot)} aria-label={label}>
                  {face}
                </a>
              ) : (
                <button
                  type="button"
                  className={look}
                  aria-label={label}
                  aria-current={slot === current ? 'step' : undefined}
                  onClick={() => onGoTo(slot)}
                >
                  {face}
                </button>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
