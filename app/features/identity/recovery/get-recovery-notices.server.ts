import { DAY, type Instant } from '#app/domain/kernel/time.ts';
import { findNames } from '../account.repo.server.ts';
import { findRecoveries } from './one-time-code.repo.server.ts';

const SHOWN_FOR = 30 * DAY;
const MOST = 5;
const ACTIONS = ['recovery-code.issued', 'password.recovered', 'password.reset'] as const;

/** What happened to the person's password by somebody else's doing. */
export interface RecoveryNotice {
  readonly kind: (typeof ACTIONS)[number];
  readonly at: Instant;
  /** Who gave the code; undefined where it was sent, or the operator has set the password. */
  readonly by: string | undefined;
}

/** Codes that were given for the person and passwords set by one within a month: for the person, who may know nothing of it. */
export async function getRecoveryNotices(accountId: string, now: Instant): Promise<RecoveryNotice[]> {
  const rows = await findRecoveries(accountId, ACTIONS, now - SHOWN_FOR, MOST);
  const acts = rows.map(({ at, action, actorId, detail }) => {
    const { issuedById } = JSON.parse(detail) as { issuedById?: string };
    const byId = action === 'recovery-code.issued' ? (actorId ?? undefined) : issuedById;
    return { kind: action as RecoveryNotice['kind'], at: at.getTime(), byId };
  });
  const ids = [...new Set(acts.flatMap(({ byId }) => byId ?? []))];
  const names = new Map((await findNames(ids)).map(({ id, fullName }) => [id, fullName]));
  return acts.map(({ kind, at, byId }) => ({ kind, at, by: byId === undefined ? undefined : names.get(byId) }));
}
