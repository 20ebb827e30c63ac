import type { Instant } from '#app/domain/kernel/time.ts';
import { whenForgotten } from '#app/platform/db/forget.server.ts';
import { findStandingNotices } from './notice.repo.server.ts';

/** Words of the organizers to everybody in a contest. */
export interface NoticeView {
  readonly id: string;
  readonly text: string;
  readonly at: Instant;
}

const FRESH_MS = 1_000;
const known = new Map<string, { asOf: Instant; notices: Promise<NoticeView[]> }>();

/** Forgets what is known: called after every change of a notice in this process. */
export const dropNotices = (): void => known.clear();

whenForgotten(dropNotices);

/** The notices of a contest that stand now, newest first, at most one second old. */
export function findNotices(contestId: string, now: Instant): Promise<NoticeView[]> {
  const found = known.get(contestId);
  if (found && now >= found.asOf && now - found.asOf < FRESH_MS) return found.notices;
  const notices = findStandingNotices(contestId);
  known.set(contestId, { asOf: now, notices });
  notices.catch(() => known.delete(contestId));
  return notices;
}
