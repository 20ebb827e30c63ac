import { adviceFor, distractorEfficiency, type Advice } from '#app/domain/analysis/advice.ts';
import { placed } from '#app/domain/analysis/answer-names.ts';
import type { AnswerFigures, ItemFigures } from '#app/domain/analysis/item-figures.ts';
import type { PooledFigures } from '#app/domain/analysis/pooled-figures.ts';
import { isTyped, pairOf, type Interaction, type ItemBody } from '#app/domain/items/item.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import type { CorrectionKind } from '#app/domain/scoring/correction.ts';
import { getCorrections, type ContestNow } from '#app/features/contests/index.server.ts';
import { getBodies, getItemLabels } from '#app/features/items/index.server.ts';
import { plainText, renderItemText } from '#app/platform/item-markdown.server.ts';
import type { AnalysisQuery } from './analysis-address.ts';
import { chosenRound, type RoundChoice } from './get-analysis-page.server.ts';
import { getAnalysedBodies } from './get-analysed-bodies.server.ts';
import { getItemFigures } from './get-item-figures.server.ts';
import { getRoundAnalysis } from './get-round-analysis.server.ts';

/** An answer in words, with how it was given. */
export interface AnswerRow {
  readonly id: string;
  /** How it is called in pictures and tables: "B", "2. B", "A → 1"; the answer itself where it was typed. */
  readonly name: string;
  /** What it says; empty where the name says it. */
  readonly text: string;
  readonly isKey: boolean;
  /** Undefined where nobody gave it. */
  readonly figures: AnswerFigures | undefined;
}

/** What the page of one question shows. */
export interface ItemAnalysis {
  readonly rounds: readonly RoundChoice[];
  readonly round: RoundChoice;
  readonly itemId: string;
  readonly topicSlug: string;
  readonly difficulty: string;
  readonly interaction: Interaction;
  readonly correction: CorrectionKind | undefined;
  /** Made safe. */
  readonly promptHtml: string;
  readonly name: string;
  readonly isCounting: boolean;
  readonly countedAt: Instant | undefined;
  /** Undefined where no attempt of the round had it, or none is counted yet. */
  readonly figures: Omit<ItemFigures, 'answers'> | undefined;
  readonly answers: readonly AnswerRow[];
  readonly distractorEfficiency: number | undefined;
  readonly advice: readonly Advice[];
  /** Over all rounds of all contests, in every version. */
  readonly everywhere: PooledFigures | undefined;
}

/** One question of a round; undefined for one that does not exist. */
export async function getItemAnalysis(
  contestNow: ContestNow,
  itemVersionId: string,
  query: Pick<AnalysisQuery, 'round' | 'choice'>,
  now: Instant,
): Promise<ItemAnalysis | undefined> {
  const { contest } = contestNow;
  const corrections = await getCorrections(contest.id);
  const [labels, bodies, written] = await Promise.all([
    getItemLabels([itemVersionId]),
    getAnalysedBodies(corrections, [itemVersionId]),
    getBodies([itemVersionId]),
  ]);
  const [label, body] = [labels.get(itemVersionId), bodies.get(itemVersionId)];
  if (!label || !body) return undefined;
  const { round } = chosenRound(contestNow, query.round);
  const { snapshot, isCounting } = await getRoundAnalysis({ contest, round, choice: query.choice, now });
  const figures = snapshot?.figures.items.find((item) => item.itemVersionId === itemVersionId);
  const everywhere = (await getItemFigures([label.itemId])).get(label.itemId);
  const correction = corrections.get(itemVersionId)?.kind;
  return {
    rounds: contestNow.rounds.map(({ round: { number, title } }) => ({ number, title })),
    round: { number: round.number, title: round.title },
    itemId: label.itemId,
    topicSlug: label.topicSlug,
    difficulty: label.difficulty,
    interaction: body.interaction,
    correction,
    promptHtml: renderItemText(body.prompt, { inline: false }),
    name: plainText(body.prompt),
    isCounting,
    countedAt: snapshot?.countedAt,
    figures,
    answers: answerRows(body, written.get(itemVersionId) ?? body, figures?.answers ?? []),
    distractorEfficiency: figures && distractorEfficiency(figures, body),
    advice: figures ? adviceFor(figures, body, correction) : [],
    everywhere,
  };
}

const letterOf = (options: readonly { id: string }[], id: string): string => {
  const index = options.findIndex((option) => option.id === id);
  return index < 0 ? id : String.fromCodePoint(65 + (index % 26));
};

/** Every answer that can be chosen, and those that were typed, with what they say. */
function answerRows(body: ItemBody, written: ItemBody, answers: readonly AnswerFigures[]): AnswerRow[] {
  const byId = new Map(answers.map((answer) => [answer.answer, answer]));
  const { interaction, key } = body;
  const { options, targets = [] } = written;
  const textOf = (id: string): string => plainText(options.find((option) => option.id === id)?.text ?? '');
  if (isTyped(interaction)) {
    return answers.map((figures) => ({ id: figures.answer, name: figures.answer, text: '', isKey: false, figures }));
  }
  if (interaction === 'order') {
    return options.flatMap((_, index) =>
      options.map(({ id }): AnswerRow => {
        const name = placed(index + 1, id);
        const label = `${index + 1}. ${letterOf(options, id)}`;
        return { id: name, name: label, text: textOf(id), isKey: key[index] === id, figures: byId.get(name) };
      }),
    );
  }
  if (interaction === 'match') {
    return options.flatMap((option) =>
      targets.map((target): AnswerRow => {
        const pair = pairOf(option.id, target.id);
        const place = targets.findIndex(({ id }) => id === target.id) + 1;
        return {
          id: pair,
          name: `${letterOf(options, option.id)} → ${place}`,
          text: `${plainText(option.text)} → ${plainText(target.text)}`,
          isKey: key.includes(pair),
          figures: byId.get(pair),
        };
      }),
    );
  }
  return options.map(({ id }) => ({
    id,
    name: letterOf(options, id),
    text: textOf(id),
    isKey: key.includes(id),
    figures: byId.get(id),
  }));
}
