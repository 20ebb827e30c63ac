import type { EvidenceOf } from '#app/domain/signals/evidence.ts';
import { getCorrections } from '#app/features/contests/index.server.ts';
import { getBodies, getItemLabels } from '#app/features/items/index.server.ts';
import { plainText } from '#app/platform/item-markdown.server.ts';
import { SittingReader } from './read-sittings.server.ts';

/** A question to which several of a cluster gave one answer. */
export interface SameAnswerRow {
  readonly itemVersionId: string;
  readonly prompt: string;
  /** The answer as people read it. */
  readonly answer: string;
  readonly isRight: boolean;
  /** So many gave it, of so many who had the question. */
  readonly given: number;
  readonly had: number;
}

/** The answers that most of a cluster gave alike, wrong ones first. For who decides, after the round is over. */
export async function getSameAnswers(
  contestId: string,
  { members }: EvidenceOf<'sameAnswers'>,
): Promise<SameAnswerRow[]> {
  const reader = new SittingReader(await getCorrections(contestId));
  const sittings = await reader.read(members.map(({ attemptId }) => attemptId));
  const answers = new Map<string, { had: number; given: Map<string, { count: number; isRight: boolean }> }>();
  for (const { itemVersionId, answer, isRight } of sittings.flatMap((sitting) => sitting.answers)) {
    const row = answers.get(itemVersionId) ?? { had: 0, given: new Map() };
    answers.set(itemVersionId, row);
    row.had += 1;
    if (answer === undefined) continue;
    row.given.set(answer, { count: (row.given.get(answer)?.count ?? 0) + 1, isRight });
  }
  const ids = [...answers.keys()];
  const [labels, bodies] = await Promise.all([getItemLabels(ids), getBodies(ids)]);
  return [...answers]
    .flatMap(([itemVersionId, { had, given }]): SameAnswerRow[] => {
      const [most] = [...given].toSorted(([, a], [, b]) => b.count - a.count);
      if (!most || most[1].count < 2) return [];
      const [answer, { count, isRight }] = most;
      const options = new Map(bodies.get(itemVersionId)?.options.map(({ id, text }) => [id, plainText(text)]));
      const words = answer.split('|').map((part) => options.get(part) ?? part);
      const prompt = labels.get(itemVersionId)?.prompt ?? '';
      return [{ itemVersionId, prompt, answer: words.join('; '), isRight, given: count, had }];
    })
    .toSorted((a, b) => Number(a.isRight) - Number(b.isRight) || b.given - a.given);
}
