import type { Contest, Round } from '#app/domain/contests/contest.ts';
import { localDay, type Instant } from '#app/domain/kernel/time.ts';
import { database } from '#app/platform/db/client.server.ts';
import { canBeKey } from '#app/platform/db/key-text.server.ts';
import type { Tx } from '#app/platform/db/transaction.server.ts';
import { BlueprintSchema, ContestRulesSchema } from './contest.schema.ts';

interface RoundRow {
  id: string;
  contestId: string;
  number: number;
  title: string;
  opensAt: Date;
  closesAt: Date;
  durationMs: number;
  blueprint: string;
}

interface ContestRow {
  id: string;
  slug: string;
  title: string;
  rules: string;
  rounds: RoundRow[];
}

const roundOf = (row: RoundRow): Round => ({
  id: row.id,
  contestId: row.contestId,
  number: row.number,
  title: row.title,
  opensAt: row.opensAt.getTime(),
  closesAt: row.closesAt.getTime(),
  duration: row.durationMs,
  blueprint: BlueprintSchema.parse(JSON.parse(row.blueprint)),
});

const contestOf = (row: ContestRow): Contest => ({
  id: row.id,
  slug: row.slug,
  title: row.title,
  rules: ContestRulesSchema.parse(JSON.parse(row.rules)),
  rounds: row.rounds.map(roundOf),
});

const withRounds = { rounds: { orderBy: { number: 'asc' } } } as const;

/** All contests with their rounds. */
export async function findContests(): Promise<Contest[]> {
  const rows = await (await database()).contest.findMany({ include: withRounds, orderBy: { slug: 'asc' } });
  return rows.map(contestOf);
}

/** One contest by slug or by the id of one of its rounds; undefined when there is none. */
export async function findContest(by: { slug: string } | { roundId: string }, tx?: Tx): Promise<Contest | undefined> {
  if ('slug' in by && !canBeKey(by.slug)) return undefined;
  const where = 'slug' in by ? { slug: by.slug } : { rounds: { some: { id: by.roundId } } };
  const row = await (tx ?? (await database())).contest.findFirst({ where, include: withRounds });
  return row ? contestOf(row) : undefined;
}

/** Stores a contest by its slug and its rounds by their numbers; ids stay what they were. */
export async function storeContest(
  tx: Tx,
  contest: Omit<Contest, 'id' | 'rounds'> & { rounds: readonly Omit<Round, 'id' | 'contestId'>[] },
): Promise<string> {
  const data = { title: contest.title, rules: JSON.stringify(contest.rules) };
  const { id } = await tx.contest.upsert({
    where: { slug: contest.slug },
    create: { slug: contest.slug, ...data },
    update: data,
  });
  for (const round of contest.rounds) {
    const row = {
      title: round.title,
      opensAt: new Date(round.opensAt),
      closesAt: new Date(round.closesAt),
      durationMs: round.duration,
      blueprint: JSON.stringify(round.blueprint),
    };
    await tx.round.upsert({
      where: { contestId_number: { contestId: id, number: round.number } },
      create: { contestId: id, number: round.number, ...row },
      update: row,
    });
  }
  return id;
}

export interface ParticipationRow {
  readonly unitId: string;
  readonly delayMs: number;
  readonly extraTimeMs: number;
}

/** The participation of a person in a contest; made now, with the unit of now, when there is none. */
export async function ensureParticipation(
  tx: Tx,
  key: { contestId: string; accountId: string },
  unitId: string,
  at: Instant,
): Promise<ParticipationRow> {
  const found = await tx.participation.findUnique({ where: { contestId_accountId: key } });
  if (found) return found;
  return tx.participation.create({ data: { ...key, unitId, registeredAt: new Date(at), day: localDay(at) } });
}

/** People who take part in a contest, counted by unit. */
export async function countPeopleByUnit(contestId: string): Promise<Map<string, number>> {
  const rows = await (
    await database()
  ).participation.groupBy({
    by: ['unitId'],
    where: { contestId },
    _count: { _all: true },
  });
  return new Map(rows.map((row) => [row.unitId, row._count._all]));
}

/** People who took part in a contest for the first time, counted by local day, in the given units or in all. */
export async function countPeopleByDay(
  contestId: string,
  unitIds: readonly string[] | undefined,
): Promise<Map<number, number>> {
  const rows = await (
    await database()
  ).participation.groupBy({
    by: ['day'],
    where: { contestId, ...(unitIds ? { unitId: { in: [...unitIds] } } : {}) },
    _count: { _all: true },
  });
  return new Map(rows.map((row) => [row.day, row._count._all]));
}

/** Which of these people take part in the contest. */
export async function findParticipants(contestId: string, unitId: string): Promise<Set<string>> {
  const rows = await (
    await database()
  ).participation.findMany({
    where: { contestId, unitId },
    select: { accountId: true },
  });
  return new Set(rows.map((row) => row.accountId));
}
