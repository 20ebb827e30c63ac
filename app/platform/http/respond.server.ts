import { data } from '@remix-run/node';
import type { RefusalCode } from '#app/domain/kernel/refusal.ts';

/** The one table from refusals to HTTP. */
const STATUS: Record<RefusalCode, number> = {
  'signed-out': 401,
  'second-factor-needed': 403,
  'step-up-needed': 403,
  forbidden: 403,
  'not-found': 404,
  'wrong-credentials': 422,
  'account-merged': 409,
  'too-many-tries': 429,
  busy: 503,
  'task-needed': 429,
  'too-many-accounts': 429,
  'name-taken': 422,
  'unknown-unit': 422,
  'wrong-code': 422,
  'email-form': 422,
  'email-taken': 422,
  'provider-failed': 422,
  'provider-taken': 409,
  'not-open-yet': 409,
  'round-closed': 409,
  'no-attempts-left': 409,
  'pool-too-small': 503,
  'entry-over': 409,
  'round-paused': 409,
  'too-young': 403,
  'unit-not-invited': 403,
  'organizing-member': 403,
  'wrong-access-code': 422,
  'consent-missing': 422,
  'round-settled': 409,
  'practice-round': 409,
  'minutes-out-of-bounds': 422,
  'reason-missing': 422,
  'notice-missing': 422,
  'already-paused': 409,
  'not-paused': 409,
  'pause-lasts': 409,
  'already-undone': 409,
  'unknown-person': 422,
  'member-has-entered': 409,
  'beyond-own-charge': 403,
  'last-own-charge': 409,
  'block-not-here': 422,
  'own-account': 403,
  'person-has-roles': 403,
  'account-off': 409,
  'beyond-own-reach': 403,
  'last-administrator': 409,
  'nothing-there': 409,
  'message-not-failed': 409,
  'no-key-given': 422,
  'key-does-not-fit': 422,
  'nothing-to-correct': 409,
  'regrading-under-way': 409,
  'correction-changed': 409,
  'proposal-closed': 409,
  'proposal-own': 403,
  'proposal-waiting': 409,
  'already-set-aside': 409,
  'attempt-not-over': 409,
  'attempt-own': 403,
  'not-set-aside': 409,
  'merge-account-gone': 409,
  'merge-attempt-running': 409,
  'merge-extra-time': 409,
  'merge-own': 403,
  'merge-changed-since': 409,
  'merge-later-one': 409,
  'merge-staff': 422,
  'pair-decided': 409,
  'no-prediction-asked': 422,
  'already-finished': 409,
  'too-late': 410,
  'no-such-slot': 422,
  'no-such-option': 422,
  'key-reused': 422,
  'too-many-changes': 409,
  'not-over-yet': 409,
  'no-file': 422,
  'draft-changed': 409,
  'draft-exists': 409,
  'draft-has-faults': 422,
  'changes-locked': 409,
  'warnings-unseen': 409,
  'nothing-to-do': 422,
  'too-many-items': 422,
  'too-many-imports': 409,
  'import-not-ready': 409,
  'import-has-errors': 422,
  'import-has-nothing': 422,
  'bank-changed': 409,
  'changed-since': 409,
  'item-not-in-that-state': 409,
  'item-needs-its-writer': 403,
  'item-needs-a-second-person': 403,
  'item-has-faults': 422,
  'item-changed': 409,
  'comment-missing': 422,
  'image-too-large': 413,
  'image-is-svg': 415,
  'no-image': 415,
  'alt-missing': 422,
  'headcount-missing': 422,
  'headcount-decided': 409,
  'headcount-own': 403,
  'target-withdrawn': 409,
  'not-settled': 409,
  'signal-decided': 409,
  'statement-missing': 422,
  'statement-too-long': 422,
  'too-many-statements': 409,
  'signal-own': 403,
  'hearing-open': 409,
  'nobody-to-ask': 409,
  'already-asked': 409,
  'nobody-chosen': 422,
  invalid: 422,
};

/** What a page or a script receives when an act is refused. */
export interface RefusalBody<Code extends RefusalCode = RefusalCode> {
  readonly refusal: Code;
}

export const statusOf = (code: RefusalCode): number => STATUS[code];

/** The answer to a form on a page: the page shows the sentence beside the form. */
export const refused = <Code extends RefusalCode, Extra extends object = object>(code: Code, extra?: Extra) =>
  data({ refusal: code, ...extra } as RefusalBody<Code> & Partial<Extra>, { status: STATUS[code] });

/** To throw where no page can be shown: the error boundary turns it into a whole page. */
export const refusalPage = (code: RefusalCode): ReturnType<typeof data<RefusalBody>> =>
  data<RefusalBody>({ refusal: code }, { status: STATUS[code] });

/** For so many seconds it makes no sense to ask again, by reason. */
const RETRY_AFTER: Partial<Record<RefusalCode, number>> = {
  busy: 15,
  'too-many-tries': 15 * 60,
  'too-many-accounts': 60 * 60,
};

/** Status and headers of an answer that says why something was refused; the page shows the sentence itself. */
export function initOf(code: RefusalCode): { status: number; headers: Record<string, string> } {
  const seconds = RETRY_AFTER[code];
  return { status: STATUS[code], headers: seconds === undefined ? {} : { 'Retry-After': String(seconds) } };
}
