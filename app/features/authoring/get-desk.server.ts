import { checkItem } from '#app/domain/items/check-item.ts';
import type { ItemFinding } from '#app/domain/items/finding.ts';
import { drawForm, poolItemOf } from '#app/domain/contests/draw-form.ts';
import { isChosen } from '#app/domain/items/item.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { shownTexts, type ShownTexts } from '#app/platform/shown-texts.server.ts';
import { loadDesk, loadVersions, type DeskItem } from './desk.repo.server.ts';
import { listEvents, type EventLine } from './event.repo.server.ts';
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
  /** Comments that nobody has resolved, but for the reason of the return. */
  readonly comments: readonly CommentLine[];
  /** Why a reviewer gave the text back that is being written; undefined where nobody did. */
  readonly returned:
    { readonly reason: string; readonly actorId: string | undefined; readonly at: Instant } | undefined;
}

/**
 * The question as a paper would show it: options as they are written, but what is put in order or matched by lot, as the order
 * in which it is written would give it away. The lot is the same each time, so that the preview keeps still.
 */
export function previewOf(itemId: string, { body, place }: WholeText): PreviewQuestion {
  const drawn = drawForm(ONE_ITEM, [poolItemOf(itemId, { ...place, tags: [] }, body)], itemId, 'contest');
  const [slot] = drawn.ok ? drawn.value.slots : [];
  const optionOrder = isChosen(body.interaction) ? body.options.map(({ id }) => id) : (slot?.optionOrder ?? []);
  const targetOrder = slot?.targetOrder;
  return { slot: 1, ...shownTexts(body, { optionOrder, ...(targetOrder && { targetOrder }) }) };
}

const ONE_ITEM = { sections: [{ title: '', quotas: [{ count: 1 }] }] };

/** The item on the desk; undefined when there is none. */
export async function getDesk(itemId: string): Promise<DeskView | undefined> {
  const desk = await loadDesk(itemId);
  if (!desk) return undefined;
  const [versions, comments, events] = await Promise.all([
    loadVersions(itemId),
    listComments(itemId),
    listEvents(itemId),
  ]);
  const text = textInWork(desk, versions);
  if (!text) return undefined;
  const returned = desk.state.work === 'draft' ? lastReturn(events) : undefined;
  return {
    id: desk.id,
    state: desk.state,
    text,
    form: formOf(text),
    revision: desk.draft?.revision ?? 0,
    savedAt: desk.draft?.updatedAt,
    findings: checkItem(text.body, text.place),
    preview: previewOf(desk.id, text),
    reviewVersionId: desk.reviewVersionId,
    versions: versions.length,
    comments: comments.filter(
      ({ resolvedAt, at, text: said }) =>
        resolvedAt === undefined && !(returned?.at === at && returned.reason === said),
    ),
    returned,
  };
}

/** The newest act of review, where it gave the text back. */
function lastReturn(events: readonly EventLine[]): DeskView['returned'] {
  const last = events.find(({ kind }) => kind === 'returned' || kind === 'submitted' || kind === 'published');
  return last?.kind === 'returned' ? { reason: last.said, actorId: last.actorId, at: last.at } : undefined;
}
