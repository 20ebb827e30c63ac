import { randomUUID } from 'node:crypto';
import { database } from '#app/platform/db/client.server.ts';
import type { Tx } from '#app/platform/db/transaction.server.ts';
import { Prisma } from '#prisma/generated/sqlite/client.ts';

/** A unit whose figures have to be counted again; an empty unit stands for all of them. */
export interface Mark {
  readonly unitId: string;
  readonly stamp: string;
}

/** Marks written by one statement. */
const MOST = 1_000;

/** Marks units of a contest or topic, in the transaction of what changes their figures. */
export async function storeMarks(tx: Tx, sourceId: string, unitIds: readonly string[]): Promise<void> {
  const stamp = randomUUID();
  const unique = [...new Set(unitIds)];
  for (let from = 0; from < unique.length; from += MOST) {
    const rows = unique.slice(from, from + MOST).map((unitId) => Prisma.sql`(${sourceId}, ${unitId}, ${stamp})`);
    await tx.$executeRaw`
      INSERT INTO "TallyMark" ("contestId", "unitId", "stamp") VALUES ${Prisma.join(rows)}
      ON CONFLICT ("contestId", "unitId") DO UPDATE SET "stamp" = excluded."stamp"`;
  }
}

/** The marks of a contest or topic. */
export const findMarks = async (sourceId: string): Promise<Mark[]> =>
  (await database()).tallyMark.findMany({ where: { contestId: sourceId }, select: { unitId: true, stamp: true } });

/** Takes marks away, but for units that were marked again since they were looked at. */
export async function deleteMarks(tx: Tx, sourceId: string, marks: readonly Mark[]): Promise<void> {
  const byStamp = new Map<string, string[]>();
  for (const { unitId, stamp } of marks) byStamp.set(stamp, [...(byStamp.get(stamp) ?? []), unitId]);
  for (const [stamp, unitIds] of byStamp) {
    await tx.tallyMark.deleteMany({ where: { contestId: sourceId, unitId: { in: unitIds }, stamp } });
  }
}

/** Of which contests and topics anything was ever counted: those that a change of a person's unit has to be told to. */
export async function findCountedSources(tx: Tx): Promise<string[]> {
  const rows = await tx.tallyState.findMany({
    where: { contestId: { not: { startsWith: 'claim:' } }, NOT: { contestId: { startsWith: 'basis:' } } },
    select: { contestId: true },
  });
  return rows.map(({ contestId }) => contestId);
}
