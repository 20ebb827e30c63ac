import { z } from 'zod';
import { blankRound } from '../description-of.ts';
import { nextNumber, type DescribedRound } from '../description.ts';
import { fieldOfInstant } from '../local-time.ts';
import { choiceField, instantField, numberField, numberText, textField } from './field.schema.ts';
import type { Section } from './section.ts';

const RoundsForm = z.object({
  rounds: z
    .array(
      z.object({
        number: numberField,
        title: textField,
        kind: choiceField(['contest', 'practice']),
        opensAt: instantField,
        closesAt: instantField,
        minutes: numberField,
        window: choiceField(['personal', 'fixed']),
        lateArrival: choiceField(['cut', 'full']),
        entryForMinutes: numberField,
      }),
    )
    .max(200)
    .default([]),
});
export type RoundsForm = z.input<typeof RoundsForm>;

/** The fields of a round. */
export const roundForm = (round: DescribedRound) => ({
  number: numberText(round.number),
  title: round.title ?? '',
  kind: round.kind ?? 'contest',
  opensAt: fieldOfInstant(round.opensAt),
  closesAt: fieldOfInstant(round.closesAt),
  minutes: numberText(round.minutes),
  window: round.window ?? 'personal',
  lateArrival: round.lateArrival ?? 'cut',
  entryForMinutes: numberText(round.entryForMinutes),
});

/** The rounds in their order, with their time. The paper of a round stays with it; a new round begins with a plain one. */
export const rounds: Section<z.output<typeof RoundsForm>> = {
  schema: RoundsForm,
  toForm: (description) => ({ rounds: (description.rounds ?? []).map(roundForm) }),
  write(description, form) {
    const before = description.rounds ?? [];
    const taken = new Set<number>();
    const after: DescribedRound[] = [];
    for (const fields of form.rounds) {
      const { number: named, kind = 'contest', window = 'personal', lateArrival = 'cut', ...rest } = fields;
      // why taken: a number that stands twice would make two rounds of one.
      const known = before.find(({ number }) => number !== undefined && number === named && !taken.has(number));
      const number = known?.number ?? Math.max(nextNumber(before), nextNumber(after));
      taken.add(number);
      const blueprint = known ? known.blueprint : blankRound(number, '', 0).blueprint;
      after.push({ ...rest, number, kind, window, lateArrival: window === 'fixed' ? 'cut' : lateArrival, blueprint });
    }
    return { ...description, rounds: after };
  },
};
