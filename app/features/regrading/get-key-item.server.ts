import type { Interaction } from '#app/domain/items/item.ts';
import { isTyped } from '#app/domain/items/item.ts';
import { acceptedBy, bodiesUnder, inForce, type CorrectionKind } from '#app/domain/scoring/correction.ts';
import { scoreResponse } from '#app/domain/scoring/score-response.ts';
import { countMarked, countResponses } from '#app/features/attempts/index.server.ts';
import { findContest, findCorrections } from '#app/features/contests/index.server.ts';
import { getItemLabels } from '#app/features/items/index.server.ts';
import { plainText, renderItemText } from '#app/platform/item-markdown.server.ts';
import { openItem } from './open-correcting.server.ts';

/** An answer that was chosen or typed, and how often. */
export interface AnswerShare {
  /** The option's id, or what was typed; empty for a blank answer. */
  readonly id: string;
  readonly text: string;
  readonly attempts: number;
  readonly isKeyNow: boolean;
  readonly wasKey: boolean;
}

/** An item of a contest as it stands before its key is corrected. */
export interface KeyItem {
  readonly itemVersionId: string;
  readonly itemId: string;
  readonly interaction: Interaction;
  /** Safe HTML. */
  readonly promptHtml: string;
  /** The options, by their letters; none where the answer is typed. */
  readonly options: readonly { readonly id: string; readonly text: string }[];
  readonly targets: readonly { readonly id: string; readonly text: string }[];
  readonly attempts: number;
  readonly answers: readonly AnswerShare[];
  readonly current: CorrectionKind;
  readonly acceptedNow: readonly (readonly string[])[];
  readonly originally: readonly (readonly string[])[];
  readonly others: readonly { readonly title: string; readonly slug: string; readonly attempts: number }[];
}

const MOST_TYPED = 25;

/** What is known of an item version in a contest; undefined for one that is on no paper of it. */
export async function getKeyItem(contestSlug: string, itemVersionId: string): Promise<KeyItem | undefined> {
  const opened = await openItem(contestSlug, itemVersionId);
  if (!opened.ok) return undefined;
  const { contest, body } = opened.value;
  const [corrections, marked, labels, responses] = await Promise.all([
    findCorrections(contest.id),
    countMarked(itemVersionId),
    getItemLabels([itemVersionId]),
    countResponses(contest.id, itemVersionId),
  ]);
  const current = inForce(corrections).get(itemVersionId);
  const now = bodiesUnder(body, current);
  const shown = ({ id, text }: { id: string; text: string }) => ({ id, text: plainText(text) });
  const isRight = (bodies: readonly (typeof body)[], answer: readonly string[]): boolean =>
    bodies.some((each) => scoreResponse(each, answer, 'none') === 1);
  const times = (id: string): number =>
    responses.reduce((sum, { response, attempts }) => sum + (response.includes(id) ? attempts : 0), 0);
  const blank = responses.find(({ response }) => response.length === 0)?.attempts ?? 0;
  const isListed = !isTyped(body.interaction) && body.interaction !== 'order' && body.interaction !== 'match';
  const answers = isListed
    ? body.options.map((option) => ({
        ...shown(option),
        attempts: times(option.id),
        isKeyNow: now.some(({ key }) => key.includes(option.id)),
        wasKey: body.key.includes(option.id),
      }))
    : responses
        .filter(({ response }) => response.length > 0)
        .slice(0, MOST_TYPED)
        .map(({ response, attempts }) => ({
          id: response.join(', '),
          text: response.join(', '),
          attempts,
          isKeyNow: isRight(now, response),
          wasKey: isRight([body], response),
        }));
  const others: KeyItem['others'][number][] = [];
  for (const { contestId, attempts } of marked) {
    const other = contestId === contest.id ? undefined : await findContest({ id: contestId });
    if (other) others.push({ title: other.title, slug: other.slug, attempts });
  }
  return {
    itemVersionId,
    itemId: labels.get(itemVersionId)?.itemId ?? '',
    interaction: body.interaction,
    promptHtml: renderItemText(body.prompt, { inline: false }),
    options: isTyped(body.interaction) ? [] : body.options.map(shown),
    targets: (body.targets ?? []).map(shown),
    attempts: marked.find(({ contestId }) => contestId === contest.id)?.attempts ?? 0,
    answers: [...answers, { id: '', text: '', attempts: blank, isKeyNow: false, wasKey: false }],
    current: current?.kind ?? 'original',
    acceptedNow: current?.kind === 'key' ? current.accepted : acceptedBy(body),
    originally: acceptedBy(body),
    others,
  };
}
