import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addTallies, isSameTally, NO_TALLY, type UnitTally } from '#app/domain/participation/tally.ts';
import { DAY, HOUR, MINUTE, SECOND } from '#app/domain/kernel/time.ts';
import { childPath } from '#app/domain/units/tree.ts';
import { getContest, type ContestNow } from '#app/features/contests/index.server.ts';
import { markUnits, readBranch, readInTree } from '#app/features/participation/index.server.ts';
import { contestSource } from '#app/features/participation/tallies/count-source.server.ts';
import { countUnits } from '#app/features/participation/tallies/count-units.server.ts';
import { lookAtBranch } from '#app/features/participation/tallies/tally.repo.server.ts';
import { refreshStandings } from '#app/features/results/index.server.ts';
import { getUnitTree } from '#app/features/units/index.server.ts';
import { database } from '#app/platform/db/client.server.ts';
import { inTransaction } from '#app/platform/db/transaction.server.ts';
import type { Account, Contest, Round, Unit } from '#prisma/generated/sqlite/client.ts';
import { OPENING } from '#tests/support/clock.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { aContest, anAccount, aUnit } from '#tests/support/factories.ts';
import { aFinishedAttempt, anotherRound } from '#tests/support/standings.ts';

useTestDatabase();

const RUNS = 12;
/** Shape of a small province: the parent of each unit, by number; 0 is the top. */
const PARENTS = [undefined, 0, 0, 1, 1, 2, 3];

interface World {
  readonly contest: Contest;
  readonly rounds: readonly Round[];
  readonly units: Unit[];
  readonly people: Account[];
  now: number;
}

async function aWorld(run: number, overall: 'none' | 'sum'): Promise<World> {
  const units: Unit[] = [];
  for (const [index, parent] of PARENTS.entries()) {
    const above = parent === undefined ? undefined : units[parent];
    units.push(await aUnit({ id: `u${run}-${index}`, ...(above ? { parent: above } : {}) }));
  }
  const { contest, round } = await aContest({
    slug: `thi-${run}`,
    rules: { overall, boards: 'frozen', frozenFor: DAY, attempts: { limits: [], counted: 'best' } },
  });
  const people: Account[] = [];
  for (let index = 0; index < 6; index += 1) {
    people.push(await anAccount({ unit: units[1 + (index % (units.length - 1))] as Unit }));
  }
  return { contest, rounds: [round, await anotherRound(round, {})], units, people, now: OPENING + DAY };
}

const at = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;

async function told(world: World, attemptId: string, action: string): Promise<void> {
  await (
    await database()
  ).auditEntry.create({
    data: { at: new Date(world.now), action, subject: `attempt:${attemptId}`, detail: '{}' },
  });
}

type Act = readonly [name: string, a: number, b: number, c: number];

/** What may happen to a contest, as the tables see it. */
const ACTS: Record<string, (world: World, a: number, b: number, c: number) => Promise<void>> = {
  start: async (world, a, b) => {
    const id = await aFinishedAttempt(at(world.rounds, b), at(world.people, a), {
      state: 'inProgress',
      finishedAt: world.now,
    });
    await told(world, id, 'attempt.started');
  },
  sit: async (world, a, b, c) => {
    const id = await aFinishedAttempt(at(world.rounds, b), at(world.people, a), {
      score: c % 11,
      isValid: c % 7 !== 0,
      finishedAt: world.now,
    });
    await told(world, id, 'attempt.submitted');
  },
  rank: async () => {
    await refreshStandings();
  },
  regrade: async (world, a, _, c) => {
    const db = await database();
    const data = { score: c % 11, isRanked: false };
    await db.attempt.updateMany({
      where: { contestId: world.contest.id, accountId: at(world.people, a).id, state: 'submitted' },
      data,
    });
    await refreshStandings();
    const when = { at: new Date(world.now), doneAt: new Date(world.now) };
    await db.keyCorrection.create({
      data: { contestId: world.contest.id, itemVersionId: 'x', kind: 'original', reason: 'x', actorId: 'x', ...when },
    });
  },
  transfer: async (world, a, b) => {
    const index = a % world.people.length;
    const person = at(world.people, a);
    const to = at(world.units, b);
    const where = { contestId: world.contest.id, accountId: person.id };
    await inTransaction(async (tx) => {
      await tx.account.update({ where: { id: person.id }, data: { unitId: to.id } });
      await tx.participation.updateMany({ where, data: { unitId: to.id } });
      await tx.attempt.updateMany({ where, data: { unitId: to.id } });
      await tx.standing.updateMany({ where, data: { unitId: to.id } });
      await markUnits(tx, world.contest.id, [person.unitId, to.id]);
    });
    world.people[index] = { ...person, unitId: to.id };
  },
  move: async (world, a, b) => {
    // why only leaves, below one of the upper three: no loops.
    const unit = at(world.units.slice(4), a);
    const parent = at(world.units.slice(0, 3), b);
    const data = { parentId: parent.id, path: childPath(parent.path, unit.id) };
    await (await database()).unit.update({ where: { id: unit.id }, data });
  },
  merge: async (world, a, b) => {
    const db = await database();
    const from = at(world.units.slice(4), a);
    const to = at(world.units.slice(1, 4), b);
    const link = { fromId: from.id, toId: to.id };
    await db.unit.update({ where: { id: from.id }, data: { validTo: new Date(world.now) } });
    await db.unitLink.upsert({
      where: { fromId_toId: link },
      create: { ...link, at: new Date(world.now) },
      update: {},
    });
  },
  count: async (world) => {
    await countUnits(await sourceOf(world), { now: world.now });
    await expectConsistent(world);
  },
  interrupted: async (world, a) => {
    let looks = 0;
    const signal = {
      get aborted() {
        looks += 1;
        return looks > a % 5;
      },
    } as AbortSignal;
    await countUnits(await sourceOf(world), { now: world.now, signal });
    await expectConsistent(world);
  },
  killed: async (world, a) => {
    const source = await sourceOf(world);
    let calls = 0;
    const dying = {
      ...source,
      countOwn: async (ids: readonly string[]) => {
        calls += 1;
        if (calls > a % 3) throw new Error('killed');
        return source.countOwn(ids);
      },
    };
    await countUnits(dying, { now: world.now, isFull: a % 2 === 0 }).catch(() => undefined);
    // What is killed gives nothing back: the claim stays, until its time is over.
    await (
      await database()
    ).tallyState.updateMany({
      where: { contestId: `claim:${source.id}` },
      data: { treeStamp: 'dead', upTo: new Date(world.now + MINUTE) },
    });
    await expectConsistent(world);
    world.now += 2 * MINUTE;
  },
};

async function contestNow(world: World): Promise<ContestNow> {
  const found = await getContest(world.contest.slug, world.now);
  if (!found) throw new Error('the contest is gone');
  return found;
}
const sourceOf = async (world: World) => contestSource(await contestNow(world), world.now);

/** As tables stand, whatever was counted so far: a parent is its own and its children's, in the tree that is stored. */
async function expectConsistent(world: World): Promise<void> {
  const source = await sourceOf(world);
  const tree = await getUnitTree(source.day, world.now);
  const ids = world.units.map(({ id }) => id);
  for (const scopeId of source.scopeIds) {
    const { state, own, branches } = await lookAtBranch(source.id, [scopeId], { branchIds: ids, ownIds: ids });
    if (state?.treeStamp !== tree.stamp) continue;
    const inTree = (id: string): UnitTally =>
      own
        .filter(({ unitId }) => tree.remap(unitId) === id)
        .reduce((sum, { tally }) => addTallies(sum, tally), NO_TALLY);
    const branchOf = (id: string): UnitTally => branches.find(({ unitId }) => unitId === id)?.tally ?? NO_TALLY;
    for (const { id } of tree.units.filter((unit) => ids.includes(unit.id))) {
      const sum = tree.childrenOf(id).reduce((so, child) => addTallies(so, branchOf(child.id)), inTree(id));
      expect(isSameTally(branchOf(id), sum), `${scopeId} ${id}`).toBe(true);
    }
  }
}

/** Counted by going through every row, in no clever way. */
async function naive(world: World): Promise<(scopeId: string, unitIds: ReadonlySet<string>) => UnitTally> {
  const db = await database();
  const contestId = world.contest.id;
  const attempts = await db.attempt.findMany({ where: { contestId } });
  const entries = await db.participation.findMany({ where: { contestId } });
  const standings = await db.standing.findMany({ where: { contestId } });
  return (scopeId, unitIds) => {
    const rows = attempts.filter(
      (each) => unitIds.has(each.unitId) && (scopeId === contestId || each.roundId === scopeId),
    );
    const first =
      scopeId === contestId
        ? entries.filter(({ unitId }) => unitIds.has(unitId)).map(({ registeredAt }) => registeredAt)
        : rows.filter(({ number }) => number === 1).map(({ startedAt }) => startedAt);
    const marks = standings.filter((each) => each.scopeId === scopeId && unitIds.has(each.unitId));
    const hours = new Map<number, { people: number; attempts: number }>();
    const add = (when: Date, people: number, begun: number): void => {
      const hour = Math.floor(when.getTime() / HOUR);
      const so = hours.get(hour) ?? { people: 0, attempts: 0 };
      hours.set(hour, { people: so.people + people, attempts: so.attempts + begun });
    };
    for (const { startedAt } of rows) add(startedAt, 0, 1);
    for (const when of first) add(when, 1, 0);
    const scores = new Map<number, number>();
    for (const { score } of marks) scores.set(score, (scores.get(score) ?? 0) + 1);
    return {
      people: first.length,
      attempts: rows.length,
      finished: rows.filter(({ state }) => state !== 'inProgress').length,
      valid: rows.filter(({ state, isValid }) => state !== 'inProgress' && isValid).length,
      allRight: marks.filter(({ isAllRight }) => isAllRight).length,
      scoreCount: marks.length,
      scoreSum: marks.reduce((sum, { score }) => sum + score, 0),
      hours,
      scores,
      categories: new Map(),
    };
  };
}

const act: fc.Arbitrary<Act> = fc.tuple(
  fc.constantFrom(...Object.keys(ACTS), 'start', 'sit', 'sit', 'sit'),
  fc.nat({ max: 30 }),
  fc.nat({ max: 30 }),
  fc.nat({ max: 30 }),
);

let runs = 0;

test('whatever happens, and however counting is interrupted: figures are those of the rows, and parents are sums', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(act, { minLength: 6, maxLength: 22 }),
      fc.constantFrom('none' as const, 'sum' as const),
      async (history, overall) => {
        runs += 1;
        const world = await aWorld(runs, overall);
        for (const [name, a, b, c] of history) {
          world.now += 10 * SECOND;
          await ACTS[name]?.(world, a, b, c);
        }
        await refreshStandings();
        world.now += 3 * MINUTE;
        const counted = await countUnits(await sourceOf(world), { now: world.now });
        expect(counted.outcome).toBe('done');
        await expectConsistent(world);
        const count = await naive(world);
        const found = await contestNow(world);
        const tree = await getUnitTree(world.now, world.now);
        const before = OPENING - DAY;
        const scopes = [...world.rounds.map(({ id }) => id), world.contest.id];
        for (const scopeId of scopes) {
          const of = { contestNow: found, scopeId, now: world.now };
          for (const { id } of world.units) {
            if (!tree.byId.has(id)) continue;
            const own = new Set(world.units.map((unit) => unit.id).filter((each) => tree.remap(each) === id));
            const read = await readBranch({ ...of, unitId: id });
            expect(isSameTally(read.own, count(scopeId, own)), `own of ${id} in ${scopeId}`).toBe(true);
            const sum = [...read.children.values()].reduce(addTallies, read.own);
            expect(isSameTally(read.unit, sum), `branch of ${id} in ${scopeId}`).toBe(true);
          }
          const root = { ...of, unitId: (world.units[0] as Unit).id };
          const [now, then] = [await readBranch(root), await readInTree({ ...root, at: before })];
          expect(isSameTally(now.unit, then.unit), `in the tree of another day, ${scopeId}`).toBe(true);
        }
      },
    ),
    { numRuns: RUNS },
  );
}, 240_000);
