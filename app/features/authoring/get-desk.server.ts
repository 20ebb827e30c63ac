import { checkItem } from '#app/domain/items/check-item.ts';
import type { ItemFinding } from '#app/domain/items/finding.ts';
import { isTyped, shufflesOptions, type ItemBody } from '#app/domain/items/item.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { shownTexts, type ShownTexts } from '#app/platform/shown-texts.server.ts';
import { loadDesk, loadVersions, type DeskItem } from './desk.repo.server.ts';
import { formOf, type ItemForm } from './item-form.ts';
import { listComments, type CommentLine } from './talk/comment.repo.server.ts';
import { textInWork, type WholeText } from './text-in-work.ts';

/** A question as a contestant sees it. */
export interface PreviewQuestion extends ShownTexts {
  readonly slot: number;
}

/** An item on its author's desk. */
export interface DeskView {
  readonly id: string;
  readonly state: DeskItem['state'];
  readonly text: WholeText;
  readonly form: ItemForm;
  /** 0 where nothing is being written. */
  readonly revision: number;
  readonly savedAt: Instant | undefined;
  readonly findings: readonly ItemFinding[];
  readonly preview: PreviewQuestion;
  readonly reviewVersionId: string | undefined;
  readonly versions: number;
  readonly comments: readonly CommentLine[];
}

/** The question as a paper would show it: options as they are written, or in an order that gives nothing away. */
export function previewOf(body: ItemBody): PreviewQuestion {
  const ids = body.options.map(({ id }) => id);
  const optionOrder = isTyped(body.interaction)
    ? []
    : body.interaction === 'order' && shufflesOptions(body)
      ? [...ids].toSorted().toReversed()
      : ids;
  const targetOrder = body.targets?.map(({ id }) => id);
  return {
    slot: 1,
    ...shownTexts(body, { optionOrder, ...(targetOrder && { targetOrder }) }),
  };
}

/** The item on the desk; undefined when there is none. */
export async function getDesk(itemId: string): Promise<DeskView | undefined> {
  const desk = await loadDesk(itemId);
  if (!desk) return undefined;
  const [versions, comments] = await Promise.all([loadVersions(itemId), listComments(itemId)]);
  const text = textInWork(desk, versions);
  if (!text) return undefined;
  return {
    id: desk.id,
    state: desk.state,
    text,
    form: formOf(text),
    revision: desk.draft?.revision ?? 0,
    savedAt: desk.draft?.updatedAt,
    findings: checkItem(text.body, text.place),
    preview: previewOf(text.body),
    reviewVersionId: desk.reviewVersionId,
    versions: versions.length,
    comments,
  };
}
