import { PRACTICE_TAG } from '#app/domain/contests/draw-form.ts';
import { DIFFICULTIES, INTERACTIONS, type Difficulty, type Interaction } from '#app/domain/items/item.ts';
import { lookAtBank } from './catalogue/catalogue.server.ts';

/** How many items there are of a topic and difficulty, by kind of answer. */
export interface CoverageRow {
  readonly topicSlug: string;
  readonly difficulty: Difficulty;
  readonly counts: Readonly<Record<Interaction, number>>;
  readonly total: number;
}

export interface Coverage {
  /** Published and uncontested items for contest papers. */
  readonly contest: readonly CoverageRow[];
  /** The same for practice. */
  readonly practice: readonly CoverageRow[];
  /** Items that are in work or in review and not published. */
  readonly inWork: number;
}

/** What the bank has of each topic, difficulty and kind of answer; every topic of the bank has its three rows. */
export async function getCoverage(): Promise<Coverage> {
  const { entries } = await lookAtBank({ needsTexts: true });
  const all = [...entries.values()];
  const published = all.filter(({ status, contested }) => status === 'published' && !contested);
  const rowsOf = (isPractice: boolean): CoverageRow[] => {
    const own = published.filter(({ tags }) => tags.includes(PRACTICE_TAG) === isPractice);
    const topics = [...new Set(own.map(({ topicSlug }) => topicSlug))].toSorted();
    return topics.flatMap((topicSlug) =>
      DIFFICULTIES.map((difficulty): CoverageRow => {
        const here = own.filter((entry) => entry.topicSlug === topicSlug && entry.difficulty === difficulty);
        const counts = Object.fromEntries(
          INTERACTIONS.map((kind) => [kind, here.filter(({ interaction }) => interaction === kind).length]),
        ) as Record<Interaction, number>;
        return { topicSlug, difficulty, counts, total: here.length };
      }),
    );
  };
  return {
    contest: rowsOf(false),
    practice: rowsOf(true),
    inWork: all.filter(({ status }) => status === 'draft' || status === 'review').length,
  };
}
