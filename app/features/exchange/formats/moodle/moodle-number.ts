import { decimalOf } from '../shared/decimals.ts';

/** A unit of a question, and how many of it are one of the main unit. */
export interface MoodleUnit {
  readonly name: string;
  readonly multiplier: number;
}

/**
 * A number as Moodle reads it (qtype_numerical_answer_processor::apply_units): blanks within go; commas part thousands where
 * there is a point too, or more than one of them, and are the decimal sign otherwise; "x10^3", "*10**3" and "×10^3" are powers;
 * a unit that the question knows is taken off, and its factor taken out.
 * @returns a decimal number in the main unit, or undefined for what is no number
 */
export function moodleNumber(written: string, units: readonly MoodleUnit[]): string | undefined {
  const text = written.normalize('NFKC').trim();
  const plain = numberOf(text);
  if (plain !== undefined) return plain;
  for (const { name, multiplier } of units) {
    const rest = text.endsWith(name)
      ? text.slice(0, -name.length)
      : text.startsWith(name)
        ? text.slice(name.length)
        : undefined;
    const number = name === '' || rest === undefined ? undefined : numberOf(rest);
    if (number !== undefined) return multiplier === 1 ? number : decimalOf(String(Number(number) / multiplier));
  }
  return undefined;
}

function numberOf(text: string): string | undefined {
  const bare = text.replaceAll(/\s+/gu, '').replace(/[x*×]10(?:\^|\*\*)/iu, 'e');
  const commas = bare.split(',').length - 1;
  return decimalOf(commas > 1 || (commas === 1 && bare.includes('.')) ? bare.replaceAll(',', '') : bare);
}
