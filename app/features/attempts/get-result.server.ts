import { replay, type AttemptState } from '#app/domain/attempts/replay.ts';
import type { Actor } from '#app/domain/identity/actor.ts';
import { isTyped, type Interaction, type ItemSource } from '#app/domain/items/item.ts';
import type { Duration, Instant } from '#app/domain/kernel/time.ts';
import type { RulingCause } from '#app/domain/rulings/ruling.ts';
import type { PartialCredit } from '#app/domain/scoring/score-response.ts';
import { bodyShownUnder, fractionUnder, inForce, type CorrectionKind } from '#app/domain/scoring/correction.ts';
import { findCorrections, getContestOfRound, type ContestNow } from '#app/features/contests/index.server.ts';
import { getBodies } from '#app/features/items/index.server.ts';
import { hasMarkup, plainText, renderItemText } from '#app/platform/item-markdown.server.ts';
import { reviewedLines, type ReviewedLine } from '#app/platform/reviewed-lines.server.ts';
import { findRulings } from './ruling.repo.server.ts';
import { loadOwnAttempt } from './get-answer-sheet.server.ts';

/** A question after the round has closed: with its key and why. */
export interface ReviewedQuestion {
  readonly slot: number;
  readonly interaction: Interaction;
  readonly prompt: string;
  readonly promptHtml: string | undefined;
  readonly lines: readonly ReviewedLine[];
  /** What was typed, where the answer is typed. */
  readonly typed: string | undefined;
  /** Whether a part of what is right has earned a part of the marks. */
  readonly isPartial: boolean;
  readonly fraction: number;
  /** HTML. */
  readonly rationale: string;
  readonly source: ItemSource;
  /** How the question was corrected after attempts, and why; undefined where it is as it was written. */
  readonly correction: { readonly kind: Exclude<CorrectionKind, 'original'>; readonly reason: string } | undefined;
}

export interface AttemptResult {
  readonly attemptId: string;
  readonly number: number;
  readonly contest: { readonly slug: string; readonly title: string; readonly roundTitle: string };
  readonly roundId: string;
  readonly state: AttemptState;
  readonly startedAt: Instant;
  readonly finishedAt: Instant | undefined;
  readonly duration: Duration | undefined;
  readonly score: number | undefined;
  readonly maxScore: number;
  readonly answered: number;
  readonly questions: number;
  readonly isPractice: boolean;
  /** False where the rules want every question answered and one is not. */
  readonly isValid: boolean;
  /** The ruling that takes it out of every ranking, in the words that the person reads; undefined while it counts. */
  readonly setAside: { readonly cause: RulingCause; readonly reason: string; readonly at: Instant } | undefined;
  readonly prediction: number | undefined;
  /** Answers that arrived after the deadline, within the grace. */
  readonly late: number;
  /** When keys may be seen: once nobody's answer can count any more; undefined where they are never shown. */
  readonly keysFrom: Instant | undefined;
  /** Present only after the close: keys never leave the server before. */
  readonly review: readonly ReviewedQuestion[] | undefined;
}

/** The result of the own attempt; undefined when there is none with that id for this person. */
export async function getResult(query: {
  actor: Actor;
  attemptId: string;
  now: Instant;
}): Promise<AttemptResult | undefined> {
  const loaded = await loadOwnAttempt(query.actor, query.attemptId, query.now);
  if (!loaded) return undefined;
  const { attempt, steps } = loaded;
  const contestNow = await getContestOfRound(attempt.roundId, query.now);
  const round = contestNow?.contest.rounds.find((each) => each.id === attempt.roundId);
  if (!contestNow || !round) throw new Error(`the round of attempt ${attempt.id} is gone`);
  const { contest } = contestNow;
  const keysFrom = keysFromOf(contestNow, round.id, query.now);
  const mayReview = attempt.state !== 'inProgress' && keysFrom !== undefined && query.now >= keysFrom;
  const { saved } = replay(steps);
  return {
    attemptId: attempt.id,
    number: attempt.number,
    contest: { slug: contest.slug, title: contest.title, roundTitle: round.title },
    roundId: round.id,
    state: attempt.state,
    startedAt: attempt.startedAt,
    finishedAt: attempt.finishedAt,
    duration: attempt.duration,
    score: attempt.score,
    maxScore: attempt.maxScore,
    answered: [...saved.values()].filter(({ response }) => response.length > 0).length,
    questions: attempt.form.slots.length,
    isPractice: round.kind === 'practice',
    isValid: attempt.isValid,
    setAside: attempt.isSetAside ? await lastRuling(attempt.id) : undefined,
    prediction: attempt.prediction,
    late: attempt.late,
    keysFrom,
    review: mayReview ? await reviewOf(loaded, contest.id, contest.rules.marking.partial) : undefined,
  };
}

/** The ruling that an attempt is set aside by. why also without one: the person must see that it does not count. */
async function lastRuling(attemptId: string): Promise<AttemptResult['setAside']> {
  const { cause = 'other', reason = '', at = 0 } = (await findRulings(undefined, [attemptId])).at(-1) ?? {};
  return { cause, reason, at };
}

/** From when on the keys of a round may be seen: those of practice at once, those of a contest as its rules say. */
function keysFromOf({ contest, rounds }: ContestNow, roundId: string, now: Instant): Instant | undefined {
  const here = rounds.find(({ round }) => round.id === roundId);
  if (!here || here.round.kind === 'practice') return now;
  switch (contest.rules.keys) {
    case 'after-round':
      return here.settlesAt;
    case 'after-contest':
      return Math.max(...rounds.filter(({ round }) => round.kind === 'contest').map((each) => each.settlesAt));
    case 'never':
      return undefined;
  }
}

async function reviewOf(
  { attempt, steps }: NonNullable<Awaited<ReturnType<typeof loadOwnAttempt>>>,
  contestId: string,
  partial: PartialCredit,
): Promise<ReviewedQuestion[]> {
  const { saved } = replay(steps);
  const bodies = await getBodies(attempt.form.slots.map((slot) => slot.itemVersionId));
  const corrections = await findCorrections(contestId);
  const held = inForce(corrections);
  return attempt.form.slots.flatMap((slot) => {
    const correction = held.get(slot.itemVersionId);
    const body = bodies.get(slot.itemVersionId);
    if (!body) return [];
    const response = saved.get(slot.slot)?.response ?? [];
    const reason = corrections.findLast(({ itemVersionId }) => itemVersionId === slot.itemVersionId)?.reason ?? '';
    return {
      slot: slot.slot,
      interaction: body.interaction,
      prompt: plainText(body.prompt),
      promptHtml: hasMarkup(body.prompt) ? renderItemText(body.prompt, { inline: false }) : undefined,
      lines: reviewedLines(bodyShownUnder(body, correction, response), slot, response),
      typed: isTyped(body.interaction) ? (response[0] ?? '') : undefined,
      isPartial: partial === 'proportional',
      fraction: fractionUnder(body, correction, response, partial),
      rationale: renderItemText(body.rationale, { inline: true }),
      source: body.source,
      correction: correction && correction.kind !== 'original' ? { kind: correction.kind, reason } : undefined,
    };
  });
}
