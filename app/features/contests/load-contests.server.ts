import { lockedChanges } from '#app/domain/contests/locks.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import {
  ContentError,
  listContent,
  readYaml,
  type ContentFault,
  type ContentFile,
} from '#app/platform/content-files.server.ts';
import { recordAudit } from '#app/platform/db/audit.server.ts';
import { inTransaction, type Tx } from '#app/platform/db/transaction.server.ts';
import { dropClocks } from './contest-clock.server.ts';
import { loadPast } from './contest-past.repo.server.ts';
import { findContest, isContestEdited, storeContest, type NewContest } from './contest.repo.server.ts';
import { ContestFileSchema, type ContestFile } from './contest.schema.ts';
import { contestOf, openNow } from './description.ts';

/** A description as it was written, so that a fault in it can be shown at its line. */
export interface AuthoredContest extends ContentFile<ContestFile> {
  readonly file: string;
}

/** The contest descriptions below content/contests, templates too; a file of the wrong shape gives its faults instead. */
export function readContestSources(): { contests: AuthoredContest[]; faults: ContentFault[] } {
  const contests: AuthoredContest[] = [];
  const faults: ContentFault[] = [];
  for (const file of listContent('contests', '.yml')) {
    try {
      contests.push({ file, ...readYaml(file, ContestFileSchema) });
    } catch (error) {
      if (!(error instanceof ContentError)) throw error;
      faults.push(...error.faults);
    }
  }
  return { contests, faults };
}

/** The same without their places. @throws ContentError with every fault of shape */
export function readContestFiles(): ContestFile[] {
  const { contests, faults } = readContestSources();
  if (faults.length > 0) throw new ContentError(faults);
  return contests.map(({ value }) => value);
}

/** The descriptions that a new contest may begin from. */
export const readTemplates = (): ContestFile[] => readContestFiles().filter((file) => file.isTemplate);

/**
 * Loads the contest descriptions of content/contests into the database; what was loaded before is brought up to date. What
 * was changed on screen since stays as it is, and templates are no contests. A change that would alter results which exist
 * (domain/contests/locks.ts) is not taken: the contest stays wholly as it was.
 * @returns how many contests content describes, and the slugs of those that stayed as they were
 * @param openNow slug of a contest whose only purpose is to be tried: its rounds are moved so that they are open now
 */
export async function loadContests(options: {
  now: Instant;
  openNow?: string;
}): Promise<{ contests: number; kept: readonly string[] }> {
  const { now } = options;
  const files = readContestFiles().filter((file) => !file.isTemplate);
  const kept = await inTransaction(async (tx) => {
    const locked: string[] = [];
    for (const file of files) {
      if (await isContestEdited(tx, file.slug)) continue;
      const contest = contestOf(file);
      const isTried = file.slug === options.openNow;
      if (!isTried && (await isLocked(tx, contest, now))) {
        locked.push(file.slug);
        continue;
      }
      const id = await storeContest(tx, isTried ? openNow(contest, now) : contest, { isEdited: false });
      await recordAudit(tx, { at: now, actorId: undefined, action: 'contest.loaded', subject: `contest:${id}` });
    }
    return locked;
  });
  dropClocks();
  return { contests: files.length, kept };
}

/** Whether a description would change what results of this contest rest on already. */
async function isLocked(tx: Tx, contest: NewContest, now: Instant): Promise<boolean> {
  const stored = await findContest({ slug: contest.slug }, tx);
  return stored !== undefined && lockedChanges(stored, contest, await loadPast(stored.id, tx), now).length > 0;
}
