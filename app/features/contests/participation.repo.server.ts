import { localDay, type Instant } from '#app/domain/kernel/time.ts';
import type { GivenConsent } from '#app/domain/privacy/consents.ts';
import { categoriesOf, categoriesText, type Category } from '#app/domain/units/category.ts';
import { database } from '#app/platform/db/client.server.ts';
import type { Tx } from '#app/platform/db/transaction.server.ts';

export interface ParticipationRow {
  readonly unitId: string;
  readonly birthYear: number;
  /** False for somebody who has only practised so far. */
  readonly counts: boolean;
}

interface Key {
  readonly contestId: string;
  readonly accountId: string;
}

/** The participation of a person in a contest; undefined for somebody who has not entered. */
export async function findParticipation(tx: Tx | undefined, key: Key): Promise<ParticipationRow | undefined> {
  const client = tx ?? (await database());
  return (await client.participation.findUnique({ where: { contestId_accountId: key } })) ?? undefined;
}

/** Whether people decided of every attempt of a person that it does not count: who has none that counts has not taken part. */
export async function isAllSetAside(
  client: Pick<Tx, 'attempt'>,
  contestId: string,
  accountId: string,
): Promise<boolean> {
  const attempts = await client.attempt.findMany({
    where: { contestId, accountId, round: { kind: 'contest' } },
    select: { isSetAside: true },
  });
  return attempts.length > 0 && attempts.every(({ isSetAside }) => isSetAside);
}

/** Since when a person takes part in a contest, and for which unit; undefined for who has not, or has only practised. */
export async function findTakingPart(
  contestId: string,
  accountId: string,
): Promise<{ unitId: string; since: Instant } | undefined> {
  const client = await database();
  const row = await client.participation.findUnique({
    where: { contestId_accountId: { contestId, accountId } },
    select: { unitId: true, registeredAt: true, counts: true },
  });
  return row?.counts && !(await isAllSetAside(client, contestId, accountId))
    ? { unitId: row.unitId, since: row.registeredAt.getTime() }
    : undefined;
}

/** The version of the sentence by which people agree that categories are kept: app/text/categories.ts. */
const CATEGORIES_CONSENT = '2026-11';

const consentTo = ({ contestId, accountId }: Key) => ({ accountId, purpose: `categories:${contestId}` });

/** Keeps that a person agreed that their categories are kept; the first time counts. */
export async function keepConsent(tx: Tx, key: Key, at: Instant): Promise<void> {
  const consent = { ...consentTo(key), textVersion: CATEGORIES_CONSENT };
  await tx.consent.upsert({
    where: { accountId_purpose_textVersion: consent },
    create: { ...consent, givenAt: new Date(at) },
    update: {},
  });
}

/** What a person agreed to about the use of their data. */
export async function findDataConsents(tx: Tx | undefined, accountId: string): Promise<GivenConsent[]> {
  const rows = await (tx ?? (await database())).consent.findMany({
    where: { accountId, purpose: { in: ['contest', 'contest:guardian'] } },
    select: { purpose: true, textVersion: true, givenAt: true, withdrawnAt: true },
  });
  return rows.map((row) => ({
    ...row,
    givenAt: row.givenAt.getTime(),
    withdrawnAt: row.withdrawnAt?.getTime(),
  }));
}

/** Forgets that a person agreed: nothing of theirs is kept any more. */
export async function dropConsent(tx: Tx, key: Key): Promise<void> {
  await tx.consent.deleteMany({ where: consentTo(key) });
}

/** What a person said to be in a contest; undefined for somebody who has not entered. */
export async function findCategories(tx: Tx | undefined, key: Key): Promise<Category[] | undefined> {
  const row = await (tx ?? (await database())).participation.findUnique({
    where: { contestId_accountId: key },
    select: { categories: true },
  });
  return row ? categoriesOf(row.categories) : undefined;
}

/** Keeps what a person says to be from now on. */
export async function storeCategories(tx: Tx, key: Key, categories: readonly Category[]): Promise<void> {
  await tx.participation.update({
    where: { contestId_accountId: key },
    data: { categories: categoriesText(categories) },
  });
}

/** The newest entries of a person, of whatever contest. */
export async function findOwnEntries(
  accountId: string,
  take: number,
): Promise<{ slug: string; title: string; rules: string; since: Instant; counts: boolean; categories: Category[] }[]> {
  const rows = await (
    await database()
  ).participation.findMany({
    where: { accountId },
    orderBy: { registeredAt: 'desc' },
    take,
    select: {
      registeredAt: true,
      counts: true,
      categories: true,
      contest: { select: { slug: true, title: true, rules: true } },
    },
  });
  return rows.map(({ registeredAt, categories, counts, contest }) => ({
    ...contest,
    counts,
    since: registeredAt.getTime(),
    categories: categoriesOf(categories),
  }));
}

/** Stores the entry of a person, with the unit of now. */
export async function createParticipation(
  tx: Tx,
  key: Key,
  entry: {
    unitId: string;
    birthYear: number;
    counts: boolean;
    consentText: string | undefined;
    categories: readonly Category[];
    at: Instant;
  },
): Promise<ParticipationRow> {
  const { at, consentText, categories, ...rest } = entry;
  if (categories.length > 0) await keepConsent(tx, key, at);
  return tx.participation.create({
    data: {
      ...key,
      ...rest,
      categories: categoriesText(categories),
      registeredAt: new Date(at),
      day: localDay(at),
      consentText: consentText ?? null,
      consentedAt: consentText === undefined ? null : new Date(at),
    },
  });
}

/** Makes somebody who has only practised a participant from `at` on, with the unit of then. */
export async function beginToCount(tx: Tx, key: Key, unitId: string, at: Instant): Promise<ParticipationRow> {
  return tx.participation.update({
    where: { contestId_accountId: key },
    data: { counts: true, unitId, registeredAt: new Date(at), day: localDay(at) },
  });
}

/** Whether the person is named as a member of the organizing board. */
export const isBoardMember = async (tx: Tx | undefined, key: Key): Promise<boolean> =>
  (await (tx ?? (await database())).boardMember.findUnique({ where: { contestId_accountId: key } })) !== null;

/** People who take part in a contest, counted by unit. */
export async function countPeopleByUnit(contestId: string): Promise<Map<string, number>> {
  const rows = await (
    await database()
  ).participation.groupBy({
    by: ['unitId'],
    where: { contestId, counts: true },
    _count: { _all: true },
  });
  return new Map(rows.map((row) => [row.unitId, row._count._all]));
}

/** Years of birth of people, as of their entry into a contest. */
export async function findBirthYears(
  tx: Tx | undefined,
  contestId: string,
  accountIds: readonly string[],
): Promise<Map<string, number>> {
  const rows = await (tx ?? (await database())).participation.findMany({
    where: { contestId, accountId: { in: [...accountIds] } },
    select: { accountId: true, birthYear: true },
  });
  return new Map(rows.map((row) => [row.accountId, row.birthYear]));
}

/** Ids of people who entered a contest, behind one of them, in their order: for going through all of them. */
export async function pageParticipations(
  tx: Tx | undefined,
  contestId: string,
  afterAccountId: string,
  limit: number,
): Promise<string[]> {
  const rows = await (tx ?? (await database())).participation.findMany({
    where: { contestId, accountId: { gt: afterAccountId } },
    orderBy: { accountId: 'asc' },
    take: limit,
    select: { accountId: true },
  });
  return rows.map((row) => row.accountId);
}
