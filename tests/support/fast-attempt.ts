// A round that is over, with one attempt that was faster than reading allows, and the signal that it gives.
import { MINUTE, SECOND } from '#app/domain/kernel/time.ts';
import { saveResponses, startAttempt, submitAttempt, writerOf } from '#app/features/attempts/index.server.ts';
import { refreshStandings } from '#app/features/results/index.server.ts';
import { findSignals } from '#app/features/signals/index.server.ts';
import { database } from '#app/platform/db/client.server.ts';
import type { Account, Signal } from '#prisma/generated/sqlite/client.ts';
import { formOf, placesOfOptions } from './attempts.ts';
import { aContest, anAccount } from './factories.ts';
import { patiently, SITTING_PASSWORD } from './sitting.ts';

const HOUR = 60 * MINUTE;

/** Everything is answered rightly in two seconds. The contest is over, so that no page leads to it. */
export async function aFastAttempt(): Promise<{
  account: Account;
  contestSlug: string;
  attemptId: string;
  signal: Signal;
}> {
  const db = await database();
  const now = Date.now();
  const unit = await db.unit.findFirstOrThrow({ where: { kind: 'commune' }, orderBy: { id: 'asc' } });
  const name = `nhanh-${process.pid}-${now % 1_000_000}`;
  const account = await anAccount({ unit, signInName: name, fullName: 'Nông Thị Nhanh', password: SITTING_PASSWORD });
  const { contest } = await aContest({
    slug: name,
    title: 'Cuộc thi đã qua',
    opensAt: now - 50 * HOUR,
    closesAt: now - 40 * HOUR,
    items: 0,
    blueprint: { sections: [{ title: 'Phần chung', quotas: [{ interaction: 'choice', count: 8 }] }] },
  });
  const actor = { accountId: account.id, unitId: unit.id, unitPath: unit.path, birthYear: 1990, grants: [] };
  const at = now - 45 * HOUR;
  const started = await patiently(() => startAttempt({ actor, contestSlug: contest.slug, now: at }));
  if (!started.ok) throw new Error(`the start was refused: ${started.error}`);
  const attemptId = started.value;
  const form = await formOf(attemptId);
  const versions = await db.itemVersion.findMany({
    where: { id: { in: form.slots.map(({ itemVersionId }) => itemVersionId) } },
  });
  const saves = form.slots.map(({ slot, itemVersionId }) => {
    const { key } = JSON.parse(versions.find(({ id }) => id === itemVersionId)?.body ?? '{}') as { key: string[] };
    return { slot, places: placesOfOptions(form, slot, key), key: `nhanh-${attemptId}-${slot}` };
  });
  const writer = writerOf(actor);
  await patiently(() => saveResponses({ writer, attemptId, seen: 0, saves, now: at + SECOND }));
  await patiently(() => submitAttempt({ writer, attemptId, now: at + 2 * SECOND }));
  await patiently(() => refreshStandings());
  await patiently(() => findSignals({ slug: contest.slug, now }));
  const signal = await db.signal.findFirstOrThrow({ where: { contestId: contest.id, kind: 'speed' } });
  return { account, contestSlug: contest.slug, attemptId, signal };
}
