import { isMinor } from '../identity/minor.ts';
import type { Instant } from '../kernel/time.ts';

/**
 * What people agree to, each apart, and the version of its wording in app/text/consents.ts. A new wording gets a new version:
 * a test holds the hash of each. "traces" is a notice, told with the consent to the contest; the proof that it was told is kept.
 */
export const CONSENT_VERSIONS = {
  contest: '2026-11-2',
  'contest:guardian': '2026-11-1',
  boardName: '2026-11-1',
  email: '2026-11-1',
  traces: '2026-11-1',
} as const;
export type ConsentPurpose = keyof typeof CONSENT_VERSIONS;

/** How the grown-up who agrees for a child stands to it. */
export const RELATIONS = ['father', 'mother', 'guardian'] as const;
export type Relation = (typeof RELATIONS)[number];

/** A consent as it is kept. */
export interface GivenConsent {
  readonly purpose: string;
  readonly textVersion: string;
  readonly givenAt: Instant;
  readonly withdrawnAt: Instant | undefined;
}

/** The consent to a purpose that holds now: the newest that was not withdrawn; undefined where there is none. */
export const consentThatHolds = <C extends GivenConsent>(
  consents: readonly C[],
  purpose: ConsentPurpose,
): C | undefined =>
  consents
    .filter((consent) => consent.purpose === purpose && consent.withdrawnAt === undefined)
    .toSorted((a, b) => b.givenAt - a.givenAt)[0];

/** What a person still has to be asked: a guardian's consent, the own consent again, or a wording that has changed. */
export type OpenQuestion = 'guardian' | 'withdrawn' | 'newWording';

/**
 * What is to be asked of a person before a new attempt, or at the next sign-in. A grown person without any row was made by the
 * operator, and is asked nothing; a child always needs a guardian.
 */
export function openQuestions(
  person: { readonly birthYear: number; readonly consents: readonly GivenConsent[] },
  now: Instant,
): OpenQuestion[] {
  const { birthYear, consents } = person;
  const own = consentThatHolds(consents, 'contest');
  const guardian = consentThatHolds(consents, 'contest:guardian');
  const questions: OpenQuestion[] = [];
  if (isMinor(birthYear, now) && !guardian) questions.push('guardian');
  if (!own && consents.some(({ purpose }) => purpose === 'contest')) questions.push('withdrawn');
  if (own && own.textVersion !== CONSENT_VERSIONS.contest) questions.push('newWording');
  return questions;
}

/** Why a person may not start a new attempt now; attempts that run go on. A wording that has changed is no reason. */
export const startBlockedBy = (questions: readonly OpenQuestion[]): 'guardian' | 'withdrawn' | undefined =>
  questions.find((question) => question !== 'newWording');
