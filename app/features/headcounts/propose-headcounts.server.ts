import type { Actor } from '#app/domain/identity/actor.ts';
import { can } from '#app/domain/identity/permissions.ts';
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { getUnitIndex } from '#app/features/units/index.server.ts';
import { recordAudit } from '#app/platform/db/audit.server.ts';
import { inTransaction, type Tx } from '#app/platform/db/transaction.server.ts';
import { findHolding } from './headcount.repo.server.ts';
import { findWaitingOf, storeDecision, storeProposals, type NewProposal } from './proposal.repo.server.ts';

/** More than one table of a province has; a single form has six. */
const MOST = 60_000;
const CHUNK = 500;

/**
 * Proposes headcounts. Figures that are the same as what holds, or as what waits already, are left out; one that waits for the
 * same unit and category gives way to the new one.
 * @returns how many wait now because of this
 */
export async function proposeHeadcounts({
  actor,
  proposals,
  now,
}: {
  actor: Actor;
  proposals: readonly NewProposal[];
  now: Instant;
}): Promise<Result<{ proposed: number }, 'forbidden' | 'invalid' | 'headcount-missing'>> {
  if (proposals.length > MOST || proposals.some((each) => each.asOf > now)) return refuse('invalid');
  const index = await getUnitIndex(now);
  const isAllowed = ({ unitId }: NewProposal): boolean => {
    const place = index.get(unitId);
    return place !== undefined && can(actor, 'propose-headcount', place);
  };
  if (!proposals.every(isAllowed)) return refuse('forbidden');
  const fresh = await withoutKnown(proposals, now);
  const proposed = await inTransaction(
    async (tx) => {
      let count = 0;
      for (let at = 0; at < fresh.length; at += CHUNK) {
        count += await storeFresh(tx, fresh.slice(at, at + CHUNK), { actorId: actor.accountId, at: now });
      }
      return count;
    },
    { timeoutMs: 60_000 },
  );
  return proposed === 0 ? refuse('headcount-missing') : ok({ proposed });
}

/** Those that say something else than what holds now. */
async function withoutKnown(proposals: readonly NewProposal[], now: Instant): Promise<NewProposal[]> {
  const fresh: NewProposal[] = [];
  for (let at = 0; at < proposals.length; at += CHUNK) {
    const chunk = proposals.slice(at, at + CHUNK);
    const holding = await findHolding([...new Set(chunk.map(({ unitId }) => unitId))], now);
    fresh.push(
      ...chunk.filter(({ unitId, category, people, asOf }) => {
        const known = holding.get(unitId)?.get(category);
        return known === undefined || known.isSample || known.people !== people || known.asOf < asOf;
      }),
    );
  }
  return fresh;
}

async function storeFresh(
  tx: Tx,
  proposals: readonly NewProposal[],
  { actorId, at }: { actorId: string; at: Instant },
): Promise<number> {
  const waiting = new Map(
    (await findWaitingOf(tx, [...new Set(proposals.map(({ unitId }) => unitId))])).map((each) => [
      `${each.unitId} ${each.category}`,
      each,
    ]),
  );
  const fresh = proposals.filter((each) => {
    const old = waiting.get(`${each.unitId} ${each.category}`);
    return old?.people !== each.people || old.asOf !== each.asOf || old.source !== each.source;
  });
  const replaced = fresh.flatMap((each) => waiting.get(`${each.unitId} ${each.category}`)?.id ?? []);
  if (replaced.length > 0) await storeDecision(tx, replaced, { state: 'withdrawn', actorId, at, reason: '' });
  if (fresh.length > 0) await storeProposals(tx, fresh, { actorId, at });
  for (const unitId of new Set(fresh.map((each) => each.unitId))) {
    const detail = { figures: fresh.filter((each) => each.unitId === unitId).length };
    await recordAudit(tx, { at, actorId, action: 'headcount.proposed', subject: `unit:${unitId}`, detail });
  }
  return fresh.length;
}
