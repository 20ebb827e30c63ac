import { agreesForThemselves, isMinor } from '#app/domain/identity/minor.ts';
import {
  CONSENT_VERSIONS,
  consentThatHolds,
  openQuestions,
  type ConsentPurpose,
  type OpenQuestion,
} from '#app/domain/privacy/consents.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { findConsents } from './consent.repo.server.ts';
import { readGuardian, type Guardian } from './new-consent.server.ts';

/** A purpose, and how the person stands to it. */
export interface ConsentState {
  readonly purpose: ConsentPurpose;
  readonly kind: 'needed' | 'optional' | 'notice';
  readonly state: 'given' | 'withdrawn' | 'none';
  /** When it was given or withdrawn. */
  readonly at: Instant | undefined;
  readonly textVersion: string | undefined;
  /** Given to an older wording than that of today. */
  readonly isOld: boolean;
  readonly guardian: Guardian | undefined;
}

/** Everything that a person agreed to, and what is still to be asked. */
export interface ConsentsView {
  readonly isMinor: boolean;
  /** A child that agrees beside the guardian. */
  readonly agreesThemselves: boolean;
  readonly questions: readonly OpenQuestion[];
  readonly purposes: readonly ConsentState[];
}

const KINDS: Readonly<Record<ConsentPurpose, ConsentState['kind']>> = {
  contest: 'needed',
  'contest:guardian': 'needed',
  boardName: 'optional',
  email: 'optional',
  traces: 'notice',
};

/** How a person stands to each purpose; undefined when there is no such person. */
export async function getConsents(accountId: string, now: Instant): Promise<ConsentsView | undefined> {
  const person = await findConsents(accountId);
  if (!person) return undefined;
  const { consents, birthYear } = person;
  const isChild = isMinor(birthYear, now);
  const shown = (Object.keys(KINDS) as ConsentPurpose[]).filter(
    (purpose) =>
      !(purpose === 'boardName' && isChild) &&
      !(purpose === 'contest:guardian' && !isChild && !consents.some((consent) => consent.purpose === purpose)) &&
      !(purpose === 'contest' && isChild && !agreesForThemselves(birthYear, now)),
  );
  const purposes = shown.map((purpose): ConsentState => {
    const holds = consentThatHolds(consents, purpose);
    const past = consents.find((consent) => consent.purpose === purpose);
    // why: an address or a full name that is there from before is there by the choice of the person.
    const isThere = (purpose === 'email' && person.hasEmail) || (purpose === 'boardName' && person.showsFullName);
    return {
      purpose,
      kind: KINDS[purpose],
      state: holds || isThere ? 'given' : past ? 'withdrawn' : 'none',
      at: holds?.givenAt ?? past?.withdrawnAt,
      textVersion: holds?.textVersion,
      isOld: holds !== undefined && holds.textVersion !== CONSENT_VERSIONS[purpose],
      guardian: holds ? readGuardian(holds.guardian, accountId) : undefined,
    };
  });
  return {
    isMinor: isChild,
    agreesThemselves: isChild && agreesForThemselves(birthYear, now),
    questions: openQuestions(person, now),
    purposes,
  };
}

/** What is still to be asked of a person. */
export async function getOpenQuestions(accountId: string, now: Instant): Promise<OpenQuestion[]> {
  const person = await findConsents(accountId);
  return person ? openQuestions(person, now) : [];
}
