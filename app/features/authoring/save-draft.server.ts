import type { Actor } from '#app/domain/identity/actor.ts';
import type { ItemBody } from '#app/domain/items/item.ts';
import { decideItemAct } from '#app/domain/items/lifecycle.ts';
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { recordAudit } from '#app/platform/db/audit.server.ts';
import { inTransaction } from '#app/platform/db/transaction.server.ts';
import {
  beginDraft,
  loadDesk,
  moveItem,
  saveOver,
  setItemText,
  type DeskDraft,
  type DeskItem,
  type DeskPlace,
} from './desk.repo.server.ts';
import { addEvent } from './event.repo.server.ts';

/** What a writer sends. */
export interface Saving {
  readonly actor: Actor;
  readonly itemId: string;
  readonly body: ItemBody;
  readonly place: DeskPlace;
  /** The revision that the text was written over; 0 where nothing was in work. */
  readonly revision: number;
  readonly now: Instant;
}

export type SaveRefusal =
  | { readonly code: 'not-found' | 'item-not-in-that-state' }
  /** Somebody else saved since: their text, for the page to show both. Nothing was overwritten. */
  | { readonly code: 'item-changed'; readonly theirs: DeskDraft | undefined };

/**
 * Keeps what somebody writes, with all its faults. The first saving over a published text begins a draft; papers go on being
 * drawn from the version that was approved.
 * @returns the revision that this saving made
 */
export async function saveDraft(saving: Saving): Promise<Result<number, SaveRefusal>> {
  return inTransaction(async (tx) => {
    const { actor, itemId, body, now } = saving;
    const desk = await loadDesk(itemId, tx);
    if (!desk) return refuse({ code: 'not-found' });
    const decided = decideItemAct(desk.state, 'edit', actor.accountId, 0);
    if (!decided.ok) return refuse({ code: 'item-not-in-that-state' });
    const theirs = desk.draft;
    if ((theirs?.revision ?? 0) !== saving.revision) return refuse({ code: 'item-changed', theirs });
    if (theirs && isSame(theirs, saving)) return ok(theirs.revision);
    if (!(await moveItem(tx, desk, { state: decided.value, reviewVersionId: undefined }))) {
      return refuse({ code: 'item-changed', theirs: (await loadDesk(itemId, tx))?.draft });
    }
    const draft = { itemId, body, place: saving.place, writerIds: decided.value.writerIds };
    if (!theirs) await beginDraft(tx, draft, desk.currentVersionId);
    else if (!(await saveOver(tx, draft, saving.revision))) {
      throw new Error('a draft changed while its item was held');
    }
    await setItemText(tx, { id: itemId, body, place: saving.place, isCurrent: desk.currentVersionId === undefined });
    if (isFirstOf(desk, actor)) {
      await addEvent(tx, { itemId, kind: 'edited', actorId: actor.accountId, at: now });
      await recordAudit(tx, { at: now, actorId: actor.accountId, action: 'item.edited', subject: `item:${itemId}` });
    }
    return ok(saving.revision + 1);
  });
}

const isSame = (theirs: DeskDraft, { body, place }: Saving): boolean =>
  JSON.stringify([theirs.body, theirs.place]) === JSON.stringify([body, place]);

/** Whether this person begins to write at this text. why not each saving: autosave would fill the history with noise. */
const isFirstOf = ({ state }: DeskItem, actor: Actor): boolean => !state.writerIds.includes(actor.accountId);
