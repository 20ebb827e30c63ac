import { DAY, HOUR, localDay, MINUTE, startOfLocalDay, type Instant, type Interval } from '#app/domain/kernel/time.ts';
import { listContent, readYaml } from '#app/platform/content-files.server.ts';
import { recordAudit } from '#app/platform/db/audit.server.ts';
import { inTransaction } from '#app/platform/db/transaction.server.ts';
import { storeContest } from './contest.repo.server.ts';
import { ContestFileSchema, rulesOf, type ContestFile } from './contest.schema.ts';

/** Reads the contest descriptions of content/contests. @throws ContentError with every fault */
export const readContestFiles = (): ContestFile[] =>
  listContent('contests', '.yml').map((file) => readYaml(file, ContestFileSchema).value);

/**
 * Loads every contest description of content/contests into the database; what was loaded before is brought up to date.
 * @param openNow slug of a contest whose only purpose is to be tried: its rounds are moved so that they are open now
 */
export async function loadContests({
  now,
  openNow,
}: {
  now: Instant;
  openNow?: string;
}): Promise<{ contests: number }> {
  const files = readContestFiles();
  await inTransaction(async (tx) => {
    for (const file of files) {
      const id = await storeContest(tx, {
        slug: file.slug,
        title: file.title,
        rules: rulesOf(file),
        rounds: file.rounds.map((round) => {
          const window =
            file.slug === openNow
              ? windowAround(now)
              : { start: Date.parse(round.opensAt), end: Date.parse(round.closesAt) };
          return {
            number: round.number,
            title: round.title,
            opensAt: window.start,
            closesAt: window.end,
            duration: round.minutes * MINUTE,
            blueprint: round.blueprint,
          };
        }),
      });
      await recordAudit(tx, { at: now, actorId: undefined, action: 'contest.loaded', subject: `contest:${id}` });
    }
  });
  return { contests: files.length };
}

/** Seven days, from 08:00 four days ago to the end of the day in two days' time. */
function windowAround(now: Instant): Interval {
  const today = startOfLocalDay(localDay(now));
  return { start: today - 4 * DAY + 8 * HOUR, end: today + 3 * DAY };
}
