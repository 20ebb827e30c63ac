// How many starts, saves and submissions a second the use cases take, with the work of the background beside them.
import { MINUTE, SECOND } from '#app/domain/kernel/time.ts';
import { submitAttempt, writerOf } from '#app/features/attempts/index.server.ts';
import { closeDatabase } from '#app/platform/db/client.server.ts';
import { aContestant, save, started } from './attempts.ts';
import { OPENING } from './clock.ts';
import { aContest, aUnit } from './factories.ts';

const SLOTS = 20;
const BESIDE = 8;

interface Pace {
  readonly perSecond: number;
  /** Milliseconds of the processor for each: what else the machine does meanwhile changes it least. */
  readonly cpu: number;
}

/** Some at a time, as people come; how many a second were done. */
async function paceOf<T>(all: readonly T[], work: (one: T) => Promise<unknown>): Promise<Pace> {
  const start = performance.now();
  const cpu = process.cpuUsage();
  const rest = all.values();
  const worker = async (): Promise<void> => {
    for (const one of rest) await work(one);
  };
  await Promise.all(Array.from({ length: BESIDE }, worker));
  const { user, system } = process.cpuUsage(cpu);
  const rounded = (value: number): number => Math.round(value * 100) / 100;
  return {
    perSecond: rounded((all.length / (performance.now() - start)) * 1_000),
    cpu: rounded((user + system) / 1_000 / all.length),
  };
}

/** So many people sit a paper of twenty questions, saving each answer by itself. */
export async function sitAll(sitters: number): Promise<Record<string, unknown>> {
  const unit = await aUnit();
  const { contest } = await aContest({
    slug: 'do-luu',
    blueprint: { sections: [{ title: 'Phần chung', quotas: [{ count: SLOTS }] }] },
    items: 60,
    duration: 30 * MINUTE,
  });
  const actors = [];
  for (let number = 0; number < sitters; number += 1) actors.push(await aContestant({ unit }));
  const now = OPENING + MINUTE;
  const sat: { actor: (typeof actors)[number]; attemptId: string }[] = [];
  const starts = await paceOf(actors, async (actor) => {
    sat.push({ actor, attemptId: await started(actor, contest.slug, now) });
  });
  const answers = Array.from({ length: SLOTS }, (_, index) => index + 1).flatMap((slot) =>
    sat.map((each) => ({ ...each, slot })),
  );
  const saves = await paceOf(answers, async ({ actor, attemptId, slot }) => {
    const saved = await save(actor, attemptId, now + slot * SECOND, { slot, seen: slot });
    if (!saved.ok) throw new Error(`a save was refused: ${saved.error}`);
  });
  const submissions = await paceOf(sat, async ({ actor, attemptId }) => {
    const submitted = await submitAttempt({ writer: writerOf(actor), attemptId, now: now + MINUTE });
    if (!submitted.ok) throw new Error(`a submission was refused: ${submitted.error}`);
  });
  await closeDatabase();
  return { sitters, starts, saves, submissions };
}
