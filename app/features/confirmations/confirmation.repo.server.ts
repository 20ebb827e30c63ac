import type { Instant } from '#app/domain/kernel/time.ts';
import { database } from '#app/platform/db/client.server.ts';
import { isAllSetAside } from '#app/features/contests/index.server.ts';
import type { Tx } from '#app/platform/db/transaction.server.ts';

/** A confirmation as it stands in the table. */
export interface Confirmation {
  readonly code: string;
  readonly contestId: string;
  readonly accountId: string;
  readonly issuedAt: Instant;
}

const whose = (contestId: string, accountId: string) => ({ contestId_accountId: { contestId, accountId } });

/** The confirmation of a person in a contest; undefined before it is made. */
export async function findConfirmation(
  tx: Tx | undefined,
  contestId: string,
  accountId: string,
): Promise<Confirmation | undefined> {
  const row = await (tx ?? (await database())).confirmation.findUnique({ where: whose(contestId, accountId) });
  return row ? { ...row, issuedAt: row.issuedAt.getTime() } : undefined;
}

/** Stores a confirmation; where another request has just made one, that one stays. @returns the one that stands */
export async function storeConfirmation(tx: Tx, made: Confirmation): Promise<Confirmation> {
  const row = await tx.confirmation.upsert({
    where: whose(made.contestId, made.accountId),
    create: { ...made, issuedAt: new Date(made.issuedAt) },
    update: {},
  });
  return { ...row, issuedAt: row.issuedAt.getTime() };
}

/** What stands behind a code, for who checks it; the name and the year of birth never leave the room. */
export interface Proof {
  readonly accountId: string;
  readonly contest: { readonly slug: string; readonly title: string };
  readonly unitId: string;
  readonly since: Instant;
  readonly fullName: string;
  readonly birthYear: number;
}

/** Ids that no row has: what an unknown code leads to, so that it is asked as many questions as a known one. */
const NOBODY = { contestId: '', accountId: '' };

/** Merges that are followed one after the other: more than anybody has accounts. */
const MOST_MERGES = 5;

/** The account of a person, also where it was merged into another one since. */
async function ownerOf(accountId: string): Promise<string> {
  const { account } = await database();
  let id = accountId;
  for (let step = 0; step < MOST_MERGES; step += 1) {
    const row = await account.findUnique({ where: { id }, select: { mergedIntoId: true } });
    if (!row || row.mergedIntoId === null) return id;
    id = row.mergedIntoId;
  }
  return id;
}

/** What stands behind a code; undefined for one that nobody was given. */
export async function findProof(code: string): Promise<Proof | undefined> {
  const db = await database();
  const { contestId, accountId: given } = (await db.confirmation.findUnique({ where: { code } })) ?? NOBODY;
  const accountId = await ownerOf(given);
  const [contest, participation, account] = await Promise.all([
    db.contest.findUnique({ where: { id: contestId }, select: { slug: true, title: true } }),
    db.participation.findUnique({ where: whose(contestId, accountId), select: { unitId: true, registeredAt: true } }),
    db.account.findUnique({ where: { id: accountId }, select: { fullName: true, birthYear: true } }),
  ]);
  const isOut = await isAllSetAside(db, contestId, accountId);
  if (!contest || !participation || !account || isOut) return undefined;
  return { accountId, contest, unitId: participation.unitId, since: participation.registeredAt.getTime(), ...account };
}

/** Name of a person, for their own confirmation. */
export async function findOwnName(accountId: string): Promise<string | undefined> {
  const row = await (await database()).account.findUnique({ where: { id: accountId }, select: { fullName: true } });
  return row?.fullName;
}
