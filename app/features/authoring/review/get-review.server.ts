import { checkItem } from '#app/domain/items/check-item.ts';
import type { ItemFinding } from '#app/domain/items/finding.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { reviewedLines, type ReviewedLine } from '#app/platform/reviewed-lines.server.ts';
import { renderItemText } from '#app/platform/item-markdown.server.ts';
import { loadDesk, loadVersions, type DeskItem, type DeskVersion } from '../desk.repo.server.ts';
import { listEvents, type EventLine } from '../event.repo.server.ts';
import { previewOf, type PreviewQuestion } from '../get-desk.server.ts';
import { listComments, type CommentLine } from '../talk/comment.repo.server.ts';
import { textInWork, type WholeText } from '../text-in-work.ts';
import { compareTexts, type PartDifference } from './compare-texts.server.ts';

/** A version as a list names it. */
export interface VersionLine {
  readonly id: string;
  readonly number: number;
  readonly authorId: string | undefined;
  readonly at: Instant;
  readonly isCurrent: boolean;
}

export interface ReviewView {
  readonly id: string;
  readonly state: DeskItem['state'];
  /** The frozen version that waits; undefined where none does. */
  readonly waiting: VersionLine | undefined;
  readonly preview: PreviewQuestion;
  readonly interaction: WholeText['body']['interaction'];
  readonly lines: readonly ReviewedLine[];
  /** HTML. */
  readonly rationale: string;
  readonly source: string;
  readonly findings: readonly ItemFinding[];
  /** Against the version in use; undefined where there is none. */
  readonly difference: readonly PartDifference[] | undefined;
  readonly endorserIds: readonly string[];
  readonly comments: readonly CommentLine[];
}

/** What a reviewer and an approver look at; undefined where there is no such item. */
export async function getReview(itemId: string): Promise<ReviewView | undefined> {
  const desk = await loadDesk(itemId);
  if (!desk) return undefined;
  const [versions, comments, events] = await Promise.all([
    loadVersions(itemId),
    listComments(itemId),
    listEvents(itemId),
  ]);
  const frozen = versions.find(({ id }) => id === desk.reviewVersionId);
  const text = frozen ? wholeOf(frozen, desk) : textInWork(desk, versions);
  if (!text) return undefined;
  const current = versions.find(({ id }) => id === desk.currentVersionId);
  const { body } = text;
  return {
    id: itemId,
    state: desk.state,
    waiting: frozen && lineOf(frozen, desk),
    preview: previewOf(body),
    interaction: body.interaction,
    lines: reviewedLines(body, { optionOrder: body.options.map(({ id }) => id) }, []),
    rationale: renderItemText(body.rationale, { inline: false }),
    source: [body.source.title, body.source.page, body.source.url].filter(Boolean).join(', '),
    findings: checkItem(body, text.place),
    difference: current && compareTexts(wholeOf(current, desk), text),
    endorserIds: events.flatMap(({ kind, versionId, actorId }) =>
      kind === 'endorsed' && versionId === frozen?.id && actorId ? [actorId] : [],
    ),
    comments,
  };
}

export interface HistoryView {
  readonly id: string;
  readonly versions: readonly VersionLine[];
  readonly events: readonly EventLine[];
  readonly compared:
    { readonly from: number; readonly to: number; readonly parts: readonly PartDifference[] } | undefined;
}

/** Every act and version of an item, and what differs between two of them: by default the last two. */
export async function getHistory(
  itemId: string,
  asked: { readonly from?: number | undefined; readonly to?: number | undefined },
): Promise<HistoryView | undefined> {
  const desk = await loadDesk(itemId);
  if (!desk) return undefined;
  const [versions, events] = await Promise.all([loadVersions(itemId), listEvents(itemId)]);
  const to = versions.find(({ number }) => number === asked.to) ?? versions[0];
  const from =
    versions.find(({ number }) => number === asked.from) ?? versions.find(({ number }) => to && number < to.number);
  return {
    id: itemId,
    versions: versions.map((version) => lineOf(version, desk)),
    events,
    compared:
      from && to && from !== to
        ? { from: from.number, to: to.number, parts: compareTexts(wholeOf(from, desk), wholeOf(to, desk)) }
        : undefined,
  };
}

const lineOf = ({ id, number, authorId, at }: DeskVersion, desk: DeskItem): VersionLine => ({
  id,
  number,
  authorId,
  at,
  isCurrent: id === desk.currentVersionId,
});

const wholeOf = ({ body, place }: DeskVersion, desk: DeskItem): WholeText => ({ body, place: place ?? desk.place });
