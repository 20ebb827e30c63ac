import { setImmediate } from 'node:timers/promises';
import { countAttempt, noCounts } from '#app/domain/analysis/round-counts.ts';
import { roundFigures, type RoundFigures } from '#app/domain/analysis/round-figures.ts';
import type { Contest, Round } from '#app/domain/contests/contest.ts';
import type { ItemBody } from '#app/domain/items/item.ts';
import type { Corrections } from '#app/domain/scoring/correction.ts';
import { getCorrections } from '#app/features/contests/index.server.ts';
import { analysedAttempt } from './analysed-attempt.ts';
import { findHeads, findRecords, type AttemptHead } from './analysed-attempts.repo.server.ts';
import { chosenAttempts, type AttemptsChoice } from './attempts-choice.ts';
import { getAnalysedBodies } from './get-analysed-bodies.server.ts';

/** So many attempts are read at once: requests wait no longer than that takes, some ten milliseconds. */
const CHUNK = 40;
const HEADS = 1_000;

interface Counting {
  readonly contest: Contest;
  readonly round: Round;
  readonly choice: AttemptsChoice;
  /** Stops between two chunks. */
  readonly signal?: AbortSignal | undefined;
}

/** Counts a round from its stored outcomes and steps. @returns undefined when it was stopped */
export async function countRound({ contest, round, choice, signal }: Counting): Promise<RoundFigures | undefined> {
  const counts = noCounts();
  const { marking } = contest.rules;
  const { blueprint } = round;
  // why: papers are long texts, and most blueprints say it all.
  const wantsForms =
    blueprint.optionsShown !== undefined ||
    blueprint.sections.some(({ quotas }) => quotas.some(({ marks }) => marks !== undefined));
  const bodies = new Map<string, ItemBody>();
  const corrections = await getCorrections(contest.id);
  for await (const heads of chunks(round.id, choice)) {
    const records = await findRecords(
      heads.map(({ id }) => id),
      { wantsForms },
    );
    await addBodies(
      bodies,
      corrections,
      [...records.values()].flatMap(({ outcomes }) => outcomes),
    );
    for (const { id, accountId, startedAt } of heads) {
      const record = records.get(id);
      if (record)
        countAttempt(
          counts,
          analysedAttempt({ person: accountId, startedAt, ...record }, bodies, marking, corrections),
        );
    }
    await setImmediate();
    if (signal?.aborted) return undefined;
  }
  return roundFigures(counts, bodies);
}

async function addBodies(
  bodies: Map<string, ItemBody>,
  corrections: Corrections,
  outcomes: readonly { itemVersionId: string }[],
): Promise<void> {
  const missing = new Set(outcomes.map(({ itemVersionId }) => itemVersionId).filter((id) => !bodies.has(id)));
  if (missing.size === 0) return;
  for (const [id, body] of await getAnalysedBodies(corrections, [...missing])) bodies.set(id, body);
}

/** The attempts that are analysed, some at a time: those of a person are never parted before one of them is chosen. */
async function* chunks(roundId: string, choice: AttemptsChoice): AsyncGenerator<AttemptHead[]> {
  let waiting: AttemptHead[] = [];
  let after: AttemptHead | undefined;
  for (;;) {
    const heads = await findHeads(roundId, after, HEADS);
    after = heads.at(-1);
    const isLast = heads.length < HEADS;
    const people = new Map<string, AttemptHead[]>();
    for (const head of [...waiting, ...heads]) {
      const own = people.get(head.accountId);
      if (own) own.push(head);
      else people.set(head.accountId, [head]);
    }
    waiting = isLast ? [] : (people.get(after?.accountId ?? '') ?? []);
    if (!isLast && after) people.delete(after.accountId);
    const chosen = [...people.values()].flatMap((own) => chosenAttempts(own, choice));
    for (let from = 0; from < chosen.length; from += CHUNK) yield chosen.slice(from, from + CHUNK);
    if (isLast) return;
  }
}
