import type { ReadingGroup } from '#app/domain/participation/count-groups.ts';
import { database } from '#app/platform/db/client.server.ts';
import { Prisma } from '#prisma/generated/sqlite/client.ts';
import { hourNumber, hourOf } from './own-figures.repo.server.ts';

type Count = bigint | number;

interface Lessons {
  readonly topicSlug: string;
  /** The lessons that the topic has now; progress in others does not count. */
  readonly lessonSlugs: readonly string[];
}

/** How often lessons of a topic were read by people of some units, by hour: each person's first one apart. */
export async function findReadings(
  { topicSlug, lessonSlugs }: Lessons,
  unitIds: readonly string[],
): Promise<{ readings: ReadingGroup[]; finished: Map<string, number> }> {
  if (lessonSlugs.length === 0 || unitIds.length === 0) return { readings: [], finished: new Map() };
  const client = await database();
  const read = Prisma.sql`
    FROM "Account" a JOIN "LessonProgress" p ON p."accountId" = a."id"
    WHERE a."unitId" IN (${Prisma.join([...unitIds])}) AND p."topicSlug" = ${topicSlug}
      AND p."lessonSlug" IN (${Prisma.join([...lessonSlugs])}) AND p."readAt" IS NOT NULL`;
  const byHour = await client.$queryRaw<{ unitId: string; hour: string; lessons: Count }[]>`
    SELECT a."unitId", ${hourOf('p."readAt"')} AS "hour", COUNT(*) AS "lessons" ${read} GROUP BY 1, 2`;
  const people = await client.$queryRaw<{ unitId: string; hour: string; complete: Count; people: Count }[]>`
    SELECT "unitId", "hour", "complete", COUNT(*) AS "people" FROM (
      SELECT a."unitId" AS "unitId", ${hourOf('MIN(p."readAt")')} AS "hour",
        CASE WHEN COUNT(*) = ${lessonSlugs.length} THEN 1 ELSE 0 END AS "complete" ${read}
      GROUP BY a."id", a."unitId"
    ) AS "readers" GROUP BY 1, 2, 3`;
  const finished = new Map<string, number>();
  for (const row of people) {
    if (Number(row.complete) === 1) finished.set(row.unitId, (finished.get(row.unitId) ?? 0) + Number(row.people));
  }
  const readings = [
    ...byHour.map((row) => ({ unitId: row.unitId, hour: row.hour, people: 0, lessons: Number(row.lessons) })),
    ...people.map((row) => ({ unitId: row.unitId, hour: row.hour, people: Number(row.people), lessons: 0 })),
  ].map((row) => ({ ...row, hour: hourNumber(row.hour) }));
  return { readings, finished };
}
