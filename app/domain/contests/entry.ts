import type { Instant } from '../kernel/time.ts';
import { localDay } from '../kernel/time.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import { CATEGORIES, type Category } from '../units/category.ts';
import type { Entry } from './contest.ts';

/** Why a person may not enter. */
export type EntryRefusal =
  | 'too-young'
  | 'unit-not-invited'
  | 'organizing-member'
  | 'wrong-access-code'
  | 'consent-missing'
  | 'guardian-consent-needed'
  | 'consent-withdrawn';

/** Whether a refusal is about consent to the use of the own data, which the person can give on a page of its own. */
export const lacksConsent = (refusal: string): boolean =>
  refusal === 'guardian-consent-needed' || refusal === 'consent-withdrawn';

/** What entry looks at. */
export interface Entrant {
  readonly birthYear: number;
  /** The person's unit and all above it. */
  readonly unitIds: readonly string[];
  /** The block of the unit; undefined outside of every block. */
  readonly block: string | undefined;
  /** Organizes contests, or is named as a member of the organizing board of this one. */
  readonly organizes: boolean;
  /** What consent to the use of the own data is missing: no new attempt without it. */
  readonly lacks?: 'guardian' | 'withdrawn' | undefined;
}

/** What a person brings the first time: the code and the agreement. */
export interface EntryPapers {
  readonly accessCode?: string | undefined;
  readonly agrees?: boolean | undefined;
  /** What the person says to be, and whether it may be kept. */
  readonly categories?: readonly Category[] | undefined;
  readonly agreesToCategories?: boolean | undefined;
}

/** Years as entry counts them: year of the local day less year of birth. */
export const ageAt = (birthYear: number, at: Instant): number => Math.floor(localDay(at) / 10_000) - birthYear;

/** Whether the person is one of those whom the contest is for. Asked at every start: people and rules change. */
export function mayEnter(entry: Entry, entrant: Entrant, at: Instant): Result<undefined, EntryRefusal> {
  if (entry.excludesOrganizers && entrant.organizes) return refuse('organizing-member');
  if (entry.minimumAge !== undefined && ageAt(entrant.birthYear, at) < entry.minimumAge) return refuse('too-young');
  const isOpenToAll = entry.units.length === 0 && entry.blocks.length === 0;
  const isInvited =
    isOpenToAll ||
    entry.units.some((id) => entrant.unitIds.includes(id)) ||
    (entrant.block !== undefined && entry.blocks.includes(entrant.block));
  if (!isInvited) return refuse('unit-not-invited');
  switch (entrant.lacks) {
    case 'guardian':
      return refuse('guardian-consent-needed');
    case 'withdrawn':
      return refuse('consent-withdrawn');
    case undefined:
      return ok(undefined);
  }
}

/** Whether the papers of a first entry are in order. Codes are compared without case and outer spaces. */
export function checkPapers(entry: Entry, papers: EntryPapers): Result<undefined, EntryRefusal> {
  const plain = (code: string): string => code.trim().normalize('NFC').toLocaleLowerCase('vi');
  if (entry.accessCode !== undefined && plain(papers.accessCode ?? '') !== plain(entry.accessCode)) {
    return refuse('wrong-access-code');
  }
  if (entry.consent !== undefined && papers.agrees !== true) return refuse('consent-missing');
  return ok(undefined);
}

/**
 * What is kept of what a person said to be: only what the contest asks, and nothing without their consent. Never a reason to
 * refuse an entry.
 */
export const keptCategories = (
  entry: Pick<Entry, 'categories'>,
  { categories = [], agreesToCategories = false }: Pick<EntryPapers, 'categories' | 'agreesToCategories'>,
): Category[] =>
  agreesToCategories
    ? CATEGORIES.filter((each) => categories.includes(each) && (entry.categories ?? []).includes(each))
    : [];
