import { describe, expect, test } from 'vitest';
import type { Actor } from '#app/domain/identity/actor.ts';
import { listProposals, refuseProposal, withdrawProposal } from '#app/features/proposals/index.server.ts';
import {
  carryOutCorrection,
  getCorrectionProposal,
  proposeCorrection,
  regrade,
} from '#app/features/regrading/index.server.ts';
import { findProposal } from '#app/features/proposals/index.server.ts';
import { database } from '#app/platform/db/client.server.ts';
import { correct, differences, itemThatMost, marksOf, ORGANIZER } from '#tests/support/correcting.ts';
import { useBuiltDatabase } from '#tests/support/database.ts';
import { AFTERWARDS, settledContest } from '#tests/support/whole-contest.ts';

const SECOND: Actor = { ...ORGANIZER, accountId: 'nguoi-thu-hai' };
const REASON = 'Tài liệu gốc ghi khác';
const NOW = AFTERWARDS;

const proposed = async (actor: Actor = ORGANIZER) => {
  const itemVersionId = await itemThatMost('not right');
  const correction = { kind: 'allRight' as const, accepted: [] };
  return proposeCorrection({ actor, contestSlug: 'thi', itemVersionId, correction, reason: REASON, now: NOW });
};

async function proposalId(): Promise<string> {
  const made = await proposed();
  if (!made.ok) throw new Error(made.error);
  return made.value.proposalId;
}

const carriedOut = (actor: Actor, id: string, seen?: number) =>
  carryOutCorrection({ actor, proposalId: id, seen, topPath: '/tinh/', now: NOW + 1 });

describe('a correction of a key', () => {
  useBuiltDatabase(() => settledContest());

  test('changes nothing and tells nobody until a second person has agreed, who saw the same numbers', async () => {
    const db = await database();
    const before = await marksOf();
    const id = await proposalId();
    expect(await marksOf()).toEqual(before);
    expect(await db.keyCorrection.count()).toBe(0);
    expect(await db.notice.count()).toBe(0);
    const proposal = await findProposal(undefined, id);
    if (!proposal) throw new Error('it is gone');
    const names = { names: new Map<string, string>(), units: new Map<string, string>(), isMasked: true };
    const shown = await getCorrectionProposal({ actor: SECOND, proposal, now: NOW }, () => Promise.resolve(names));
    expect(shown?.view?.comparison.changed).toBeGreaterThan(0);
    expect(await carriedOut(ORGANIZER, id)).toEqual({ ok: false, error: 'proposal-own' });
    const done = await carriedOut(SECOND, id, shown?.seen);
    if (!done.ok) throw new Error(done.error);
    await regrade(done.value.correctionId, { now: NOW + 1 });
    expect(await marksOf()).not.toEqual(before);
    expect(await differences()).toEqual([]);
    const audit = await db.auditEntry.findFirstOrThrow({ where: { action: 'key.corrected' } });
    expect(audit.actorId).toBe(SECOND.accountId);
    expect(JSON.parse(audit.detail)).toMatchObject({ proposal: id, proposedBy: ORGANIZER.accountId });
  });

  test('is made once when twenty people agree at the same moment', async () => {
    const id = await proposalId();
    const all = await Promise.all(
      Array.from({ length: 20 }, (_, index) => carriedOut({ ...SECOND, accountId: `nguoi-${index}` }, id)),
    );
    expect(all.filter(({ ok }) => ok)).toHaveLength(1);
    expect(new Set(all.flatMap((each) => (each.ok ? [] : [each.error])))).toEqual(new Set(['proposal-closed']));
    const db = await database();
    expect(await db.keyCorrection.count()).toBe(1);
    expect(await db.notice.count()).toBe(1);
  });

  test('needs the right, and the state that was looked at', async () => {
    const id = await proposalId();
    expect(await carriedOut({ ...SECOND, grants: [] }, id)).toEqual({ ok: false, error: 'forbidden' });
    expect(await carriedOut(SECOND, id, 7)).toEqual({ ok: false, error: 'correction-changed' });
    // The operator made the same correction meanwhile: what was proposed would change nothing more.
    await regrade(await correctedDirectly(), { now: NOW });
    expect(await carriedOut(SECOND, id)).toEqual({ ok: false, error: 'nothing-to-correct' });
    expect(await findProposal(undefined, id)).toMatchObject({ state: 'waiting' });
  });

  const correctedDirectly = async (): Promise<string> => {
    const made = await correct({ item: await itemThatMost('not right'), kind: 'allRight' });
    if ('refusal' in made) throw new Error(made.refusal);
    return made.id;
  };

  test('is refused with a reason by another person, or taken back by who proposed it; another may then be proposed', async () => {
    const first = await proposalId();
    expect(await proposed(SECOND)).toEqual({ ok: false, error: 'proposal-waiting' });
    const refuse = (actor: Actor, reason: string) => refuseProposal({ actor, proposalId: first, reason, now: NOW + 1 });
    expect(await refuse(ORGANIZER, 'Không phải vậy')).toEqual({ ok: false, error: 'proposal-own' });
    expect(await refuse(SECOND, ' ')).toEqual({ ok: false, error: 'reason-missing' });
    expect((await refuse(SECOND, 'Tài liệu ghi đúng')).ok).toBe(true);
    const second = await proposalId();
    const takeBack = (actor: Actor) => withdrawProposal({ actor, proposalId: second, now: NOW + 2 });
    expect(await takeBack(SECOND)).toEqual({ ok: false, error: 'forbidden' });
    expect((await takeBack(ORGANIZER)).ok).toBe(true);
    expect(await carriedOut(SECOND, second)).toEqual({ ok: false, error: 'proposal-closed' });
    expect(await (await database()).keyCorrection.count()).toBe(0);
    const ended = await listProposals({ actor: SECOND, topPath: '/tinh/', isWaiting: false, page: 1, now: NOW });
    expect(ended.rows.map(({ state }) => state).toSorted()).toEqual(['refused', 'withdrawn']);
    const reader = { ...SECOND, grants: [{ role: 'auditor' as const, unitId: 'tinh', unitPath: '/tinh/' }] };
    const none = await listProposals({ actor: reader, topPath: '/tinh/', isWaiting: false, page: 1, now: NOW });
    expect(none.rows).toEqual([]);
  });
});
