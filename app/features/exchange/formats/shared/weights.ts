import type { Interaction, ItemBody, ItemOption } from '#app/domain/items/item.ts';
import { optionIdAt } from '../option-id.ts';

/** An option as files of other systems have it: every one with what it earns, −1..1. */
export interface RawOption {
  readonly text: string;
  readonly fraction: number;
  readonly rationale?: string | undefined;
  readonly tolerance?: string | undefined;
}

const CLOSE = 5e-5;
const DENOMINATORS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 20];

/** A weight as it was meant: 0.3333333 is a third. Systems cut thirds at four to seven places. */
export function meantFraction(written: number): number {
  if (!Number.isFinite(written)) return 0;
  for (const denominator of DENOMINATORS) {
    const numerator = Math.round(written * denominator);
    if (Math.abs(written - numerator / denominator) < CLOSE) return numerator / denominator;
  }
  return Math.round(written * 1e9) / 1e9;
}

const same = (one: number, other: number): boolean => Math.abs(one - other) < CLOSE;

/** Shares that Moodle lets a teacher choose (question_bank::fraction_options_full). */
const MOODLE_SHARES = [
  1,
  0.9,
  5 / 6,
  0.8,
  0.75,
  0.7,
  2 / 3,
  0.6,
  0.5,
  0.4,
  1 / 3,
  0.3,
  0.25,
  0.2,
  1 / 6,
  1 / 7,
  0.125,
  1 / 9,
  0.1,
  0.05,
  0,
];

/** The first share that Moodle does not know and so would not import. */
export const unusualShare = (raws: readonly RawOption[]): number | undefined =>
  raws
    .map(({ fraction }) => fraction)
    .find((fraction) => !MOODLE_SHARES.some((share) => same(share, Math.abs(fraction))));

/** What an option earns where only the key speaks. */
function impliedFraction(interaction: Interaction, isKey: boolean, keys: number): number {
  if (interaction === 'multipleChoice') return (isKey ? 1 : -1) / Math.max(keys, 1);
  return isKey ? 1 : 0;
}

/** What an option earns, whether by its own weight or by the key. */
export function fractionOf(body: ItemBody, option: ItemOption): number {
  if (option.fraction !== undefined) return option.fraction;
  const isKey = body.key.includes(option.id);
  // why nothing for the others: where weights are given, an option without one earns nothing.
  if (body.interaction === 'multipleChoice' && body.options.some(({ fraction }) => fraction !== undefined)) return 0;
  return impliedFraction(body.interaction, isKey, body.key.length);
}

/** Options and key of weighted options; weights stay only where the key does not say the same. */
export function weighted(
  interaction: Interaction,
  raws: readonly RawOption[],
): { readonly options: ItemOption[]; readonly key: string[] } {
  const isKey = raws.map(({ fraction }, at) => {
    if (interaction === 'multipleChoice') return fraction > 0;
    if (interaction === 'choice') return fraction >= 1 && raws.findIndex((raw) => raw.fraction >= 1) === at;
    return fraction >= 1;
  });
  const keys = isKey.filter(Boolean).length;
  const implied = raws.map((_, at) => impliedFraction(interaction, isKey[at] ?? false, keys));
  const isSaid = raws.map(({ fraction }, at) => same(fraction, implied[at] ?? 0));
  // why all or none: weights of a multiple choice are summed up, so one without a weight would say something else.
  const keepsAll = interaction === 'multipleChoice' && isSaid.includes(false);
  return {
    options: raws.map(({ text, fraction, rationale, tolerance }, at) => ({
      id: optionIdAt(at),
      text,
      ...(rationale ? { rationale } : {}),
      ...(keepsAll || isSaid[at] === false ? { fraction } : {}),
      ...(tolerance !== undefined && tolerance !== '0' ? { tolerance } : {}),
    })),
    key: raws.flatMap((_, at) => (isKey[at] ? [optionIdAt(at)] : [])),
  };
}
