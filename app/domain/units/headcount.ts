import { localDay, startOfLocalDay, type Instant } from '../kernel/time.ts';
import { HEADCOUNT_CATEGORIES, type HeadcountCategory } from './category.ts';

/** The most people that a unit can have. */
export const MOST_PEOPLE = 10_000_000;
/** From this change on a figure is looked at twice. */
const LARGE_CHANGE = 0.2;

/** Where a proposed headcount stands. */
export type ProposalState = 'waiting' | 'approved' | 'returned' | 'withdrawn';

/** Why a proposed figure deserves a second look, with the numbers that tell it. */
export type HeadcountWarning =
  | { readonly code: 'changed'; readonly before: number; readonly share: number }
  | { readonly code: 'belowPeople'; readonly people: number }
  | { readonly code: 'overAll'; readonly all: number }
  | { readonly code: 'underCategory'; readonly category: HeadcountCategory; readonly people: number };

/** Figures of one unit by category. */
export type HeadcountFigures = ReadonlyMap<HeadcountCategory, { readonly people: number; readonly isSample: boolean }>;

/**
 * What is strange about a proposed headcount. Nothing here forbids it: a unit may have been merged, or counted wrongly before.
 * @param current what holds now; a sample figure says nothing about the new one
 * @param proposed what is proposed together with it, before what holds now
 * @param tookPart people of the unit who have taken part already
 */
export function headcountWarnings(
  { category, people }: { readonly category: HeadcountCategory; readonly people: number },
  {
    current,
    proposed,
    tookPart,
  }: {
    readonly current: HeadcountFigures;
    readonly proposed: ReadonlyMap<HeadcountCategory, number>;
    readonly tookPart: number;
  },
): HeadcountWarning[] {
  const known = (of: HeadcountCategory): number | undefined => {
    const now = current.get(of);
    return proposed.get(of) ?? (now?.isSample === false ? now.people : undefined);
  };
  const warnings: HeadcountWarning[] = [];
  const before = current.get(category);
  if (before && !before.isSample && before.people > 0) {
    const share = people / before.people - 1;
    // why rounded: 20 % of 15 is 3, whatever binary fractions say.
    if (Math.abs(people - before.people) * 1_000 > Math.round(before.people * LARGE_CHANGE * 1_000)) {
      warnings.push({ code: 'changed', before: before.people, share });
    }
  }
  if (category === 'all') {
    if (people < tookPart) warnings.push({ code: 'belowPeople', people: tookPart });
    for (const other of HEADCOUNT_CATEGORIES) {
      const count = other === 'all' ? undefined : known(other);
      if (count !== undefined && count > people) {
        warnings.push({ code: 'underCategory', category: other, people: count });
      }
    }
  } else {
    const all = known('all');
    if (all !== undefined && people > all) warnings.push({ code: 'overAll', all });
  }
  return warnings;
}

/** A number of people as clerks type it, "1.234" too; undefined for anything else. */
export function readPeople(text: string): number | undefined {
  const typed = text.trim();
  if (!/^(?:\d{1,8}|\d{1,3}(?:[. \u00a0,]\d{3})+)$/u.test(typed)) return undefined;
  const people = Number(typed.replaceAll(/\D/gu, ''));
  return people <= MOST_PEOPLE ? people : undefined;
}

/** A day as a form (2026-11-25) or a clerk (25/11/2026) writes it, as the instant at which it begins; undefined for no day. */
export function readDay(text: string): Instant | undefined {
  const [, day, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/u.exec(text.trim()) ?? [];
  const [, isoYear, isoMonth, isoDay] = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(text.trim()) ?? [];
  const [y, m, d] = [Number(year ?? isoYear), Number(month ?? isoMonth), Number(day ?? isoDay)];
  if (!Number.isInteger(y) || y < 1900) return undefined;
  const at = startOfLocalDay(y * 10_000 + m * 100 + d);
  // why back again: the 31st of a month that has 30 days would be the first of the next.
  return Number.isFinite(at) && localDay(at) === y * 10_000 + m * 100 + d ? at : undefined;
}
