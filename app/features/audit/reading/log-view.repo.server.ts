import type { Instant } from '#app/domain/kernel/time.ts';
import { database } from '#app/platform/db/client.server.ts';
import { CHECKED } from '../run-check.server.ts';
import type { Prisma } from '#prisma/generated/sqlite/client.ts';

/** What the log is asked for, in the words of its table. */
export interface LogFilter {
  readonly actorId?: string | undefined;
  readonly action?: string | undefined;
  readonly subjects?: readonly string[] | undefined;
  readonly since?: Instant | undefined;
  readonly until?: Instant | undefined;
}

/** The place of an act in the order of the log: when, and its id. */
export interface LogCursor {
  readonly at: Instant;
  readonly id: string;
}

/** Acts, the newest first, behind one of them. */
export async function pageActs(filter: LogFilter, after: LogCursor | undefined, limit: number) {
  const { actorId, action, subjects, since, until } = filter;
  const where: Prisma.AuditEntryWhereInput = {
    ...(actorId === undefined ? {} : { actorId }),
    ...(action === undefined ? {} : { action }),
    ...(subjects === undefined ? {} : { subject: { in: [...subjects] } }),
    at: {
      ...(since === undefined ? {} : { gte: new Date(since) }),
      ...(until === undefined ? {} : { lt: new Date(until) }),
      ...(after === undefined ? {} : { lte: new Date(after.at) }),
    },
    ...(after === undefined ? {} : { OR: [{ at: { lt: new Date(after.at) } }, { id: { lt: after.id } }] }),
  };
  return (await database()).auditEntry.findMany({ where, orderBy: [{ at: 'desc' }, { id: 'desc' }], take: limit });
}

/** Names of those accounts that hold a role; of everybody else the log tells no name. */
export async function findOfficials(ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await (
    await database()
  ).account.findMany({
    where: { id: { in: [...new Set(ids)] }, grants: { some: {} } },
    select: { id: true, fullName: true },
  });
  return new Map(rows.map(({ id, fullName }) => [id, fullName]));
}

/** Names of what acts are about, by kind and id, where it has a name that is not a person's. */
export async function findTitles(subjects: readonly string[]): Promise<Map<string, string>> {
  const idsOf = (kind: string): string[] =>
    subjects.flatMap((subject) => (subject.startsWith(`${kind}:`) ? [subject.slice(kind.length + 1)] : []));
  const db = await database();
  const [contests, rounds, units] = await Promise.all([
    db.contest.findMany({ where: { id: { in: idsOf('contest') } }, select: { id: true, title: true } }),
    db.round.findMany({
      where: { id: { in: idsOf('round') } },
      select: { id: true, title: true, contest: { select: { title: true } } },
    }),
    db.unit.findMany({ where: { id: { in: idsOf('unit') } }, select: { id: true, name: true } }),
  ]);
  return new Map([
    ...contests.map(({ id, title }) => [`contest:${id}`, title] as const),
    ...rounds.map(({ id, title, contest }) => [`round:${id}`, `${title}, ${contest.title}`] as const),
    ...units.map(({ id, name }) => [`unit:${id}`, name] as const),
  ]);
}

const MOST_SUBJECTS = 500;

/** Subjects of acts that are about a contest itself, by its slug; undefined for a contest that does not exist. */
export async function subjectsOfContest(slug: string): Promise<string[] | undefined> {
  const contest = await (
    await database()
  ).contest.findUnique({
    where: { slug },
    select: {
      id: true,
      rounds: { select: { id: true } },
      adjustments: { select: { id: true }, take: MOST_SUBJECTS, orderBy: { at: 'desc' } },
      notices: { select: { id: true }, take: MOST_SUBJECTS, orderBy: { at: 'desc' } },
    },
  });
  if (!contest) return undefined;
  const { id, rounds, adjustments, notices } = contest;
  return [
    `contest:${id}`,
    ...rounds.map((round) => `round:${round.id}`),
    ...adjustments.map((each) => `adjustment:${each.id}`),
    ...notices.map((notice) => `notice:${notice.id}`),
  ];
}

/** The last check of everything, and what it found. */
export async function findLastCheck(): Promise<{ at: Instant; findings: number } | undefined> {
  const row = await (
    await database()
  ).auditEntry.findFirst({ where: { action: CHECKED }, orderBy: { at: 'desc' }, select: { at: true, detail: true } });
  if (!row) return undefined;
  const { findings } = JSON.parse(row.detail) as { findings?: number };
  return { at: row.at.getTime(), findings: findings ?? 0 };
}

/** How many acts wait for their place in the chain. */
export const countUnsealed = async (): Promise<number> =>
  (await database()).auditEntry.count({ where: { sequence: null } });
