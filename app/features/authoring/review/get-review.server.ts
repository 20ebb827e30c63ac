import type { Instant } from '#app/domain/kernel/time.ts';
import { loadDesk, loadVersions, type DeskItem, type DeskVersion } from '../desk.repo.server.ts';
import { listEvents, type EventLine } from '../event.repo.server.ts';
import { listComments, type CommentLine } from '../talk/comment.repo.server.ts';
import { textInWork, type WholeText } from '../text-in-work.ts';
import { compareTexts, type PartDifference } from './compare-texts.server.ts';
import { shownVersion, type ShownVersion } from './shown-version.server.ts';

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
  /** What waits, else what is being written. */
  readonly shown: ShownVersion;
  readonly text: WholeText;
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
  return {
    id: itemId,
    state: desk.state,
    waiting: frozen && lineOf(frozen, desk),
    shown: shownVersion(itemId, text),
    text,
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
  /** A version in full, where one is asked for. */
  readonly opened: { readonly number: number; readonly shown: ShownVersion } | undefined;
  readonly compared:
    { readonly from: number; readonly to: number; readonly parts: readonly PartDifference[] } | undefined;
}

/** Numbers of versions that a reader of the history asks for. */
export interface AskedVersions {
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  /** To be shown in full. */
  readonly open?: number | undefined;
}

/** Every act and version of an item, and what differs between two of them: by default the last two. */
export async function getHistory(itemId: string, asked: AskedVersions): Promise<HistoryView | undefined> {
  const desk = await loadDesk(itemId);
  if (!desk) return undefined;
  const [versions, events] = await Promise.all([loadVersions(itemId), listEvents(itemId)]);
  const to = versions.find(({ number }) => number === asked.to) ?? versions[0];
  const from =
    versions.find(({ number }) => number === asked.from) ?? versions.find(({ number }) => to && number < to.number);
  const opened = versions.find(({ number }) => number === asked.open);
  return {
    id: itemId,
    opened: opened && { number: opened.number, shown: shownVersion(itemId, wholeOf(opened, desk)) },
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
