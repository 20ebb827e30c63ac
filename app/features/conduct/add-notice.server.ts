import { LONGEST_NOTICE } from '#app/domain/contests/conduct.ts';
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import { announceRound } from '#app/features/attempts/index.server.ts';
import { dropNotices, storeNotice } from '#app/features/contests/index.server.ts';
import { recordAudit } from '#app/platform/db/audit.server.ts';
import { inTransaction } from '#app/platform/db/transaction.server.ts';
import { hasNotice } from './conduct.repo.server.ts';
import { idOf, openContest, type Conducting, type ConductRefusal } from './open-conduct.server.ts';

const SHORTEST = 5;

/** Says something to everybody in a contest: on the sheets that are open within seconds, and on the contest's page. */
export async function addNotice(
  command: Omit<Conducting, 'reason'> & { readonly text: string },
): Promise<Result<{ noticeId: string }, ConductRefusal>> {
  const { actor, contestSlug, now } = command;
  const opened = await openContest(actor, contestSlug, now);
  if (!opened.ok) return opened;
  const contest = opened.value;
  const text = command.text.normalize('NFC').replaceAll('\r\n', '\n').trim();
  if (text.length < SHORTEST || text.length > LONGEST_NOTICE) return refuse('notice-missing');
  const id = idOf(command, contest.id);
  await inTransaction(async (tx) => {
    if (await hasNotice(tx, id, contest.id)) return;
    await storeNotice(tx, { id, contestId: contest.id, text, actorId: actor.accountId, at: now });
    await recordAudit(tx, {
      at: now,
      actorId: actor.accountId,
      action: 'notice.added',
      subject: `notice:${id}`,
      detail: { contestId: contest.id, length: text.length },
    });
  });
  dropNotices();
  for (const round of contest.rounds) announceRound(round.id);
  return ok({ noticeId: id });
}
