import type { Actor } from '#app/domain/identity/actor.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { recordAudit } from '#app/platform/db/audit.server.ts';
import { storeLook } from '#app/platform/db/look.server.ts';
import { inTransaction } from '#app/platform/db/transaction.server.ts';

type Detail = Record<string, string | number | boolean>;

interface Look {
  readonly actor: Actor;
  /** "people-of-unit.seen": what was looked at. */
  readonly action: `${string}.seen`;
  /** "unit:<id>", "account:<id>" or "contest:<id>": whose data it was. */
  readonly subject: string;
  /** Counts and ids, never names. people: how many; purpose "file": it was taken away as a file; contestId: in which contest. */
  readonly detail?: Detail;
  /** Why, in the words of who looked; files with names ask for it. */
  readonly reason?: string;
  readonly now: Instant;
}

/** Writes down that somebody looked at personal data of others: nothing changes, but the person may ask who has seen it. */
export async function recordLook({ actor, action, subject, detail = {}, reason = '', now }: Look): Promise<void> {
  const [kind, id = ''] = subject.split(/:(.*)/su);
  const { people, purpose, contestId } = detail;
  await inTransaction((tx) =>
    storeLook(tx, {
      at: now,
      actorId: actor.accountId,
      what: action.slice(0, -'.seen'.length),
      accountId: kind === 'account' ? id : undefined,
      unitId: kind === 'unit' ? id : undefined,
      contestId: kind === 'contest' ? id : typeof contestId === 'string' ? contestId : undefined,
      people: typeof people === 'number' ? people : 1,
      isFile: purpose === 'file',
      reason,
    }),
  );
}

/** So many people are told each by themselves that somebody saw their name; of longer lists there is one row. */
const TOLD_EACH = 50;

/**
 * Writes down that somebody looked at a list of a few people: each of them can read it. A longer list is written down once, under
 * its unit or its contest, and is told to whoever stood on that.
 */
export async function recordLooks({
  accountIds,
  ...look
}: Omit<Look, 'reason'> & { readonly accountIds: readonly string[] }): Promise<void> {
  const { actor, action, subject, detail = {}, now } = look;
  const people = [...new Set(accountIds)].filter((id) => id !== '' && id !== actor.accountId);
  if (people.length === 0) return;
  if (people.length > TOLD_EACH) return recordLook({ ...look, detail: { ...detail, people: people.length } });
  const [kind, id = ''] = subject.split(/:(.*)/su);
  const contestId = kind === 'contest' ? id : undefined;
  const what = action.slice(0, -'.seen'.length);
  await inTransaction(async (tx) => {
    for (const accountId of people) {
      await storeLook(tx, { at: now, actorId: actor.accountId, what, accountId, contestId, people: 1 });
    }
  });
}

interface Taking {
  readonly actor: Actor;
  /** "papers.taken": what was taken away, in which there are no names. */
  readonly action: `${string}.taken`;
  readonly subject: string;
  readonly detail?: Detail;
  readonly now: Instant;
}

/** Writes into the audit log that somebody took a file away that has no names in it, but is not for everybody. */
export const recordTaking = ({ actor, action, subject, detail, now }: Taking): Promise<void> =>
  inTransaction((tx) =>
    recordAudit(tx, { at: now, actorId: actor.accountId, action, subject, ...(detail ? { detail } : {}) }),
  );
