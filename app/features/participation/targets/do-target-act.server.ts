import type { z } from 'zod';
import type { Actor } from '#app/domain/identity/actor.ts';
import type { RefusalCode } from '#app/domain/kernel/refusal.ts';
import { ok, type Result } from '#app/domain/kernel/result.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import type { ChosenScope } from '../choose-scope.server.ts';
import { targetRoundOf } from './get-target-for.server.ts';
import { setTarget, withdrawTarget } from './set-target.server.ts';
import type { targetForm } from './target.schema.ts';

/** Does what a form of the page of targets asks for. */
export async function doTargetAct({
  actor,
  unitId,
  chosen: { contestNow, scope },
  form,
  now,
}: {
  actor: Actor;
  /** The unit whose page it is. */
  unitId: string;
  chosen: ChosenScope;
  form: z.output<ReturnType<typeof targetForm>>;
  now: Instant;
}): Promise<Result<'set' | 'withdrawn', RefusalCode>> {
  if (form.intent === 'withdraw') {
    const done = await withdrawTarget({ actor, id: form.targetId, unitId, now });
    return done.ok ? ok('withdrawn') : done;
  }
  const { spread, measure, value, dueAt, note } = form;
  const place = { contestId: contestNow.contest.id, roundId: targetRoundOf(contestNow, scope), unitId };
  const done = await setTarget({ actor, target: { ...place, spread, measure, value, dueAt, note }, now });
  return done.ok ? ok('set') : done;
}
