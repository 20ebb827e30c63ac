import type { z } from 'zod';
import type { Actor } from '#app/domain/identity/actor.ts';
import type { RefusalCode } from '#app/domain/kernel/refusal.ts';
import { ok, type Result } from '#app/domain/kernel/result.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { HEADCOUNT_CATEGORIES } from '#app/domain/units/category.ts';
import { approveHeadcounts, returnHeadcounts, withdrawHeadcount } from './decide-headcounts.server.ts';
import type { headcountForm } from './headcount.schema.ts';
import { proposeHeadcounts } from './propose-headcounts.server.ts';

/** What was done, of how many figures, and how many stayed as the actor proposed them. */
export interface HeadcountAct {
  readonly act: 'proposed' | 'approved' | 'returned' | 'withdrawn';
  readonly count: number;
  readonly own: number;
}

/** Does what a form of the page of headcounts asks for. */
export async function doHeadcountAct({
  actor,
  unitId,
  form,
  now,
}: {
  actor: Actor;
  /** The unit whose page it is. */
  unitId: string;
  form: z.output<ReturnType<typeof headcountForm>>;
  now: Instant;
}): Promise<Result<HeadcountAct, RefusalCode>> {
  if (form.intent === 'propose') {
    const { asOf, source } = form;
    const proposals = HEADCOUNT_CATEGORIES.flatMap((category) => {
      const people = form[category];
      return people === undefined ? [] : [{ unitId, category, asOf, people, source }];
    });
    const done = await proposeHeadcounts({ actor, proposals, now });
    return done.ok ? ok({ act: 'proposed', count: done.value.proposed, own: 0 }) : done;
  }
  if (form.intent === 'withdraw') {
    const done = await withdrawHeadcount({ actor, id: form.proposalId, unitId, now });
    return done.ok ? ok({ act: 'withdrawn', count: 1, own: 0 }) : done;
  }
  if (form.intent === 'return') {
    const done = await returnHeadcounts({ actor, ids: form.id, reason: form.reason ?? '', now });
    return done.ok ? ok({ act: 'returned', count: done.value.decided, own: done.value.own }) : done;
  }
  const ids = form.intent === 'approve' ? form.id : form.clean.split(' ').filter(Boolean).slice(0, 200);
  const done = await approveHeadcounts({ actor, ids, now });
  return done.ok ? ok({ act: 'approved', count: done.value.decided, own: done.value.own }) : done;
}
