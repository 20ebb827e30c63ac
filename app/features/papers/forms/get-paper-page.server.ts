import type { Instant } from '#app/domain/kernel/time.ts';
import { getContest } from '#app/features/contests/index.server.ts';
import { newSeed } from './new-seed.server.ts';

export interface PaperRound {
  readonly number: number;
  readonly title: string;
  readonly questions: number;
  readonly minutes: number;
  readonly isOpen: boolean;
}

export interface PaperPage {
  readonly title: string;
  readonly organizer: string;
  readonly rounds: readonly PaperRound[];
  /** A seed that nobody has used. */
  readonly newSeed: string;
}

/** What the page of papers needs; undefined for no such contest. */
export async function getPaperPage(contestSlug: string, now: Instant): Promise<PaperPage | undefined> {
  const found = await getContest(contestSlug, now);
  if (!found) return undefined;
  return {
    title: found.contest.title,
    organizer: found.contest.rules.organizer,
    rounds: found.rounds.map(({ round, phase }) => ({
      number: round.number,
      title: round.title,
      questions: round.blueprint.sections.flatMap(({ quotas }) => quotas).reduce((sum, { count }) => sum + count, 0),
      minutes: Math.round(round.duration / 60_000),
      isOpen: phase === 'open',
    })),
    newSeed: newSeed(),
  };
}
