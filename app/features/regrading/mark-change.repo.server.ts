import type { Form } from '#app/domain/contests/form.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { database } from '#app/platform/db/client.server.ts';
import { canBeKey } from '#app/platform/db/key-text.server.ts';
import { holdAlone } from '#app/platform/db/hold.server.ts';
import type { Tx } from '#app/platform/db/transaction.server.ts';

/** What a correction changed in one attempt. */
export interface MarkChange {
  readonly correctionId: string;
  readonly attemptId: string;
  readonly accountId: string;
  readonly scoreBefore: number;
  readonly scoreAfter: number;
  readonly maxScoreBefore: number;
  readonly maxScoreAfter: number;
  readonly at: Instant;
}

/** Appends changes of attempts. */
export async function storeMarkChanges(tx: Tx, changes: readonly MarkChange[]): Promise<void> {
  if (changes.length === 0) return;
  await tx.markChange.createMany({ data: changes.map(({ at, ...change }) => ({ ...change, at: new Date(at) })) });
}

/** How many attempts a correction changed. */
export const countMarkChanges = (tx: Tx, correctionId: string): Promise<number> =>
  tx.markChange.count({ where: { correctionId } });

/** A change with the number of the question on the person's own paper, and why. */
export interface OwnMarkChange extends MarkChange {
  readonly contestId: string;
  readonly kind: string;
  readonly reason: string;
  /** Numbers of the question on the paper. */
  readonly slots: readonly number[];
  readonly isSeen: boolean;
}

/** What corrections changed for a person, the latest first: in one attempt, or everything that he or she has not seen. */
export async function findMarkChanges(
  accountId: string,
  which: { readonly attemptId: string } | { readonly contestId: string | undefined; readonly limit: number },
): Promise<OwnMarkChange[]> {
  if ('attemptId' in which && !canBeKey(which.attemptId)) return [];
  const client = await database();
  const rows = await client.markChange.findMany({
    where:
      'attemptId' in which
        ? { accountId, attemptId: which.attemptId }
        : { accountId, seenAt: null, ...(which.contestId && { correction: { contestId: which.contestId } }) },
    include: { correction: { select: { contestId: true, itemVersionId: true, kind: true, reason: true } } },
    orderBy: [{ at: 'desc' }, { correctionId: 'desc' }],
    ...('limit' in which ? { take: which.limit } : {}),
  });
  const papers = await client.attempt.findMany({
    where: { id: { in: [...new Set(rows.map(({ attemptId }) => attemptId))] } },
    select: { id: true, form: true },
  });
  const forms = new Map(papers.map(({ id, form }) => [id, JSON.parse(form) as Form]));
  return rows.map(({ correction: { itemVersionId, ...correction }, seenAt, at, ...change }) => ({
    ...change,
    ...correction,
    at: at.getTime(),
    isSeen: seenAt !== null,
    slots: (forms.get(change.attemptId)?.slots ?? []).flatMap((slot) =>
      slot.itemVersionId === itemVersionId ? slot.slot : [],
    ),
  }));
}

/** Notes that a person has seen what changed in an own attempt; what was seen before keeps its instant. */
export async function storeSeen(tx: Tx, accountId: string, attemptId: string, at: Instant): Promise<void> {
  await tx.markChange.updateMany({ where: { accountId, attemptId, seenAt: null }, data: { seenAt: new Date(at) } });
}

/** Records in the life of the item that its key was corrected in a contest. */
export async function storeKeyEvent(
  tx: Tx,
  event: { itemVersionId: string; actorId: string; contestId: string; kind: string; reason: string; at: Instant },
): Promise<void> {
  const { itemVersionId, actorId, at, ...detail } = event;
  const { itemId } = await tx.itemVersion.findUniqueOrThrow({ where: { id: itemVersionId }, select: { itemId: true } });
  await tx.itemEvent.create({
    data: {
      itemId,
      kind: 'keyCorrected',
      versionId: itemVersionId,
      actorId,
      detail: JSON.stringify(detail),
      at: new Date(at),
    },
  });
}

/** Lets one process at a time grade attempts of a contest again, until the end of the transaction. */
export const holdRegrading = (tx: Tx, contestId: string): Promise<void> => holdAlone(tx, `regrading:${contestId}`);
