import type { Actor } from '#app/domain/identity/actor.ts';
import { isChosen, isTyped, type ItemBody, type ItemSource } from '#app/domain/items/item.ts';
import { isAnswered, isFitting, type Response } from '#app/domain/items/response.ts';
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import type { PracticeItem } from '#app/domain/lessons/lesson.ts';
import { scoreResponse } from '#app/domain/scoring/score-response.ts';
import { recordAudit } from '#app/platform/db/audit.server.ts';
import { inTransaction } from '#app/platform/db/transaction.server.ts';
import { renderItemText } from '#app/platform/item-markdown.server.ts';
import { reviewedLines, type ReviewedLine } from '#app/platform/reviewed-lines.server.ts';
import { findLesson } from './lesson.source.server.ts';
import { loadProgress, storePractice } from './progress.repo.server.ts';

/** What the page tells about one answered practice question. */
export interface PracticeOutcome {
  readonly itemId: string;
  readonly isRight: boolean;
  readonly chosen: Response;
  readonly key: readonly string[];
  /** What is right, line by line, of kinds whose options are not simply chosen; of the others by option id why it is. */
  readonly lines: readonly ReviewedLine[];
  readonly optionRationales: Readonly<Record<string, string>>;
  /** HTML. */
  readonly rationale: string;
  readonly source: ItemSource;
}

export interface PracticeResult {
  readonly outcomes: readonly PracticeOutcome[];
  readonly right: number;
  /** Questions of the lesson, answered or not. */
  readonly total: number;
}

export interface CheckPractice {
  readonly actor: Actor | undefined;
  readonly topicSlug: string;
  readonly lessonSlug: string;
  /** Chosen option ids by item id: all questions answered so far. An empty answer counts as not answered. */
  readonly answers: Readonly<Record<string, Response>>;
  readonly now: Instant;
}

/**
 * Checks answers to practice questions at once: right or wrong, key and reason. For whoever is signed in the best result
 * is kept; a worse one later takes nothing away.
 */
export async function checkPractice(
  command: CheckPractice,
): Promise<Result<PracticeResult, 'not-found' | 'no-such-option' | 'invalid'>> {
  const { actor, topicSlug, lessonSlug, answers, now } = command;
  const found = findLesson(topicSlug, lessonSlug);
  if (!found) return refuse('not-found');
  const items = new Map(found.lesson.practice.map((item) => [item.id, item]));
  const outcomes: PracticeOutcome[] = [];
  for (const [itemId, chosen] of Object.entries(answers)) {
    const item = items.get(itemId);
    if (!item) return refuse('invalid');
    if (!isAnswered(chosen)) continue;
    if (!isFitting(item.body, chosen)) return refuse('no-such-option');
    outcomes.push(outcomeOf(item, chosen));
  }
  const result = { outcomes, right: outcomes.filter((outcome) => outcome.isRight).length, total: items.size };
  if (actor && outcomes.length > 0) await keepBest(actor, topicSlug, lessonSlug, result, now);
  return ok(result);
}

const outcomeOf = ({ id, body }: PracticeItem, chosen: Response): PracticeOutcome => ({
  itemId: id,
  isRight: scoreResponse(body, chosen, 'none') === 1,
  chosen,
  key: isTyped(body.interaction) ? [] : body.key,
  lines: isChosen(body.interaction) ? [] : reviewedLines(body, paperOf(body), chosen),
  optionRationales: isChosen(body.interaction) ? rationalesOf(body) : {},
  rationale: renderItemText(body.rationale, { inline: true }),
  source: body.source,
});

const paperOf = ({ options, targets }: ItemBody) => ({
  optionOrder: options.map(({ id }) => id),
  targetOrder: targets?.map(({ id }) => id),
});

const rationalesOf = ({ options }: ItemBody): Record<string, string> =>
  Object.fromEntries(
    options.flatMap(({ id, rationale }) => (rationale ? [[id, renderItemText(rationale, { inline: true })]] : [])),
  );

async function keepBest(
  actor: Actor,
  topicSlug: string,
  lessonSlug: string,
  { right, total }: { right: number; total: number },
  now: Instant,
): Promise<void> {
  const key = { accountId: actor.accountId, topicSlug, lessonSlug };
  await inTransaction(async (tx) => {
    const before = await loadProgress(tx, key);
    const isFirst = !before || before.practiceTotal === 0;
    if (!isFirst && before.practiceTotal === total && before.practiceRight >= right) return;
    await storePractice(tx, key, { right, total });
    await recordAudit(tx, {
      at: now,
      actorId: actor.accountId,
      action: 'practice.improved',
      subject: `lesson:${topicSlug}/${lessonSlug}`,
      detail: { right, total },
    });
  });
}
