import type { Actor } from '#app/domain/identity/actor.ts';
import { DAY, localDay, startOfLocalDay, type Instant } from '#app/domain/kernel/time.ts';
import { scopeOf } from '#app/domain/results/board-scope.ts';
import { getContest } from '#app/features/contests/index.server.ts';
import { proposeHeadcounts } from '#app/features/headcounts/index.server.ts';
import { figureScopes, listTargets, setTarget, targetRoundOf } from '#app/features/participation/index.server.ts';
import { getTopUnit, getUnitIndex } from '#app/features/units/index.server.ts';

/** Units whose clerks have sent new headcounts: one that is plain, one that grew a lot, one whose parts do not fit. */
const PROPOSED = [
  { unitId: 'xa-truong-ha', all: 1_184, partyMember: 402 },
  { unitId: 'xa-tam-kim', all: 1_420, partyMember: 318 },
  { unitId: 'xa-ha-quang', all: 640, partyMember: 655 },
] as const;

/**
 * Gives the demonstration targets for every unit below the top and headcounts that wait for approval. Starting it again changes
 * nothing.
 */
export async function demoHeads({
  contestSlug,
  organizerId,
  clerkId,
  now,
}: {
  contestSlug: string;
  organizerId: string;
  clerkId: string;
  now: Instant;
}): Promise<void> {
  const [contestNow, top, index] = await Promise.all([
    getContest(contestSlug, now),
    getTopUnit(now),
    getUnitIndex(now),
  ]);
  if (!contestNow || !top) return;
  const actor = (accountId: string, role: 'organizer' | 'unitManager'): Actor => ({
    accountId,
    unitId: top.id,
    unitPath: top.path,
    birthYear: 1980,
    grants: [{ role, unitId: top.id, unitPath: top.path }],
  });
  const scopes = figureScopes(contestNow);
  for (const scope of new Set([scopes.at(-1), scopeOf(scopes, null)])) {
    const known = await listTargets({ contestNow, scope, units: [{ id: '', parentId: top.id }] });
    if (known.size > 0) continue;
    const dueAt = Math.max(now + DAY, (scope?.closesAt ?? now) - DAY);
    const target = { unitId: top.id, spread: 'below', measure: 'rate', value: 0.02, dueAt } as const;
    const place = { contestId: contestNow.contest.id, roundId: targetRoundOf(contestNow, scope) };
    const note = 'Đợt 1, theo Kế hoạch tổ chức cuộc thi';
    await setTarget({ actor: actor(organizerId, 'organizer'), target: { ...place, ...target, note }, now });
  }
  const asOf = startOfLocalDay(localDay(now));
  const proposals = PROPOSED.filter(({ unitId }) => index.has(unitId)).flatMap(({ unitId, all, partyMember }) => [
    { unitId, category: 'all' as const, people: all, asOf, source: 'Danh sách của đơn vị (mẫu)' },
    { unitId, category: 'partyMember' as const, people: partyMember, asOf, source: 'Danh sách của đơn vị (mẫu)' },
  ]);
  await proposeHeadcounts({ actor: actor(clerkId, 'unitManager'), proposals, now });
}
