import { createHash, randomBytes } from 'node:crypto';
import type { Contest, Round } from '#app/domain/contests/contest.ts';
import { database } from '#app/platform/db/client.server.ts';
import { canBeKey } from '#app/platform/db/key-text.server.ts';
import type { Tx } from '#app/platform/db/transaction.server.ts';
import type { Prisma } from '#prisma/generated/sqlite/client.ts';
import { BlueprintSchema, ContestRulesSchema } from './contest.schema.ts';
import { upgradeRules } from './upgrade-rules.ts';

type RoundRow = Prisma.RoundGetPayload<object>;
type ContestRow = Prisma.ContestGetPayload<{ include: { rounds: true } }>;

/** SHA-256 of a lot seed in hex: published from the beginning, so that the seed cannot be chosen afterwards. */
export const commitmentOf = (lotSeed: string): string => createHash('sha256').update(lotSeed).digest('hex');

const newLotSeed = (): string => randomBytes(16).toString('hex');

const roundOf = (row: RoundRow): Round => ({
  id: row.id,
  contestId: row.contestId,
  number: row.number,
  title: row.title,
  kind: row.kind as Round['kind'],
  opensAt: row.opensAt.getTime(),
  closesAt: row.closesAt.getTime(),
  duration: row.durationMs,
  window: row.window as Round['window'],
  lateArrival: row.lateArrival as Round['lateArrival'],
  entryFor: row.entryForMs ?? undefined,
  blueprint: BlueprintSchema.parse(JSON.parse(row.blueprint)),
  lotCommitment: commitmentOf(row.lotSeed),
  settledAt: row.settledAt?.getTime(),
});

const contestOf = (row: ContestRow): Contest => ({
  id: row.id,
  slug: row.slug,
  title: row.title,
  rules: ContestRulesSchema.parse(upgradeRules(JSON.parse(row.rules))),
  rounds: row.rounds.map(roundOf),
  settledAt: row.settledAt?.getTime(),
});

const withRounds = { rounds: { orderBy: { number: 'asc' } } } as const;

/** All contests with their rounds. */
export async function findContests(): Promise<Contest[]> {
  const rows = await (await database()).contest.findMany({ include: withRounds, orderBy: { slug: 'asc' } });
  return rows.map(contestOf);
}

/** One contest by its slug, its id, or the id of one of its rounds; undefined when there is none. */
export async function findContest(
  by: { slug: string } | { id: string } | { roundId: string },
  tx?: Tx,
): Promise<Contest | undefined> {
  if ('slug' in by && !canBeKey(by.slug)) return undefined;
  const where = 'roundId' in by ? { rounds: { some: { id: by.roundId } } } : by;
  const row = await (tx ?? (await database())).contest.findFirst({ where, include: withRounds });
  return row ? contestOf(row) : undefined;
}

/** Whether a contest was changed on screen, so that content/ no longer overwrites it; undefined when there is none. */
export async function isContestEdited(tx: Tx, slug: string): Promise<boolean | undefined> {
  return (await tx.contest.findUnique({ where: { slug }, select: { isEdited: true } }))?.isEdited;
}

/** A contest to store: without the ids, and without what only time and the system decide. */
export type NewRound = Omit<Round, 'id' | 'contestId' | 'lotCommitment' | 'settledAt'>;
export type NewContest = Omit<Contest, 'id' | 'rounds' | 'settledAt'> & { readonly rounds: readonly NewRound[] };

/**
 * Stores a contest by its slug and its rounds by their numbers; ids and lot seeds stay what they were. Rounds that it no
 * longer names go, where nobody has sat them.
 */
export async function storeContest(tx: Tx, contest: NewContest, { isEdited }: { isEdited: boolean }): Promise<string> {
  const data = { title: contest.title, rules: JSON.stringify(contest.rules), isEdited };
  const { id } = await tx.contest.upsert({
    where: { slug: contest.slug },
    create: { slug: contest.slug, lotSeed: newLotSeed(), ...data },
    update: data,
  });
  // why: contests of before lots existed have an empty seed, and a published commitment to nothing binds nobody.
  await tx.contest.updateMany({ where: { id, lotSeed: '' }, data: { lotSeed: newLotSeed() } });
  const numbers = contest.rounds.map((round) => round.number);
  const gone = { contestId: id, number: { notIn: numbers }, attempts: { none: {} }, adjustments: { none: {} } };
  await tx.preparedForm.deleteMany({ where: { round: gone } });
  await tx.round.deleteMany({ where: gone });
  await dropOutdatedPapers(tx, id, contest.rounds);
  for (const round of contest.rounds) {
    const row = {
      title: round.title,
      kind: round.kind,
      opensAt: new Date(round.opensAt),
      closesAt: new Date(round.closesAt),
      durationMs: round.duration,
      window: round.window,
      lateArrival: round.lateArrival,
      entryForMs: round.entryFor ?? null,
      blueprint: JSON.stringify(round.blueprint),
    };
    const stored = await tx.round.upsert({
      where: { contestId_number: { contestId: id, number: round.number } },
      create: { contestId: id, number: round.number, lotSeed: newLotSeed(), ...row },
      update: row,
    });
    if (stored.lotSeed === '') await tx.round.update({ where: { id: stored.id }, data: { lotSeed: newLotSeed() } });
  }
  return id;
}

/** Papers that were drawn ahead by another blueprint, or for another kind of round, must not be sat on. */
async function dropOutdatedPapers(tx: Tx, contestId: string, rounds: readonly NewRound[]): Promise<void> {
  const before = await tx.round.findMany({
    where: { contestId },
    select: { id: true, number: true, kind: true, blueprint: true },
  });
  const outdated = before.filter((row) => {
    const after = rounds.find((round) => round.number === row.number);
    return after && (after.kind !== row.kind || JSON.stringify(after.blueprint) !== row.blueprint);
  });
  if (outdated.length === 0) return;
  await tx.preparedForm.deleteMany({ where: { roundId: { in: outdated.map((row) => row.id) }, takenAt: null } });
}
