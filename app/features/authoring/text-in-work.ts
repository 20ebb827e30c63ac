import type { ItemBody } from '#app/domain/items/item.ts';
import type { DeskItem, DeskPlace, DeskVersion } from './desk.repo.server.ts';

/** A text of an item with its place. */
export interface WholeText {
  readonly body: ItemBody;
  readonly place: DeskPlace;
}

/** The newest text of an item: what is being written, else what waits for review, else what papers are drawn from. */
export function textInWork(desk: DeskItem, versions: readonly DeskVersion[]): WholeText | undefined {
  if (desk.state.work === 'draft' && desk.draft) return { body: desk.draft.body, place: desk.draft.place };
  const id = desk.reviewVersionId ?? desk.currentVersionId;
  const version = versions.find((each) => each.id === id);
  return version && { body: version.body, place: version.place ?? desk.place };
}
