import type { Actor } from '#app/domain/identity/actor.ts';
import { checkItem, countErrors } from '#app/domain/items/check-item.ts';
import { decideItemAct, type ItemAct, type ItemActRefusal } from '#app/domain/items/lifecycle.ts';
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { recordAudit } from '#app/platform/db/audit.server.ts';
import { inTransaction, type Tx } from '#app/platform/db/transaction.server.ts';
import { loadDesk, loadVersions, moveItem, type DeskItem } from '../desk.repo.server.ts';
import { addEvent, type EventKind } from '../event.repo.server.ts';
import { textInWork } from '../text-in-work.ts';

/** Somebody does something with an item. */
export interface Acting {
  readonly actor: Actor;
  readonly itemId: string;
  readonly now: Instant;
}

export type ActRefusal = ItemActRefusal | 'not-found' | 'item-changed';

/** One step of the life cycle. */
export interface Step {
  readonly act: Exclude<ItemAct, 'edit'>;
  readonly kind: EventKind;
  /** What the actor has looked at; another text that came in between is not meant. */
  readonly seen?: ((desk: DeskItem) => boolean) | undefined;
  readonly detail?: Readonly<Record<string, string>> | undefined;
  /** The versions of the item afterwards; left out, it keeps them. */
  readonly versions?: (desk: DeskItem) => { current?: string | undefined; review: string | undefined };
  /** Which version the step is about; left out, the one in review, else the current one. */
  readonly about?: string;
  /** What else is stored. Runs after the item has moved, and holds its row. */
  readonly store?: (tx: Tx, desk: DeskItem) => Promise<void>;
}

/**
 * Decides a step of the life cycle and stores it with its event and its audit row. Of two who do the same at the same time
 * one is refused, and nothing is done twice.
 */
export async function actOnItem({ actor, itemId, now }: Acting, step: Step): Promise<Result<undefined, ActRefusal>> {
  return inTransaction(async (tx) => {
    const desk = await loadDesk(itemId, tx);
    if (!desk) return refuse('not-found');
    if (step.seen && !step.seen(desk)) return refuse('item-changed');
    const faults = step.act === 'submit' || step.act === 'publish' ? await countFaults(tx, desk) : 0;
    const decided = decideItemAct(desk.state, step.act, actor.accountId, faults);
    if (!decided.ok) return refuse(decided.error.code);
    const versions = step.versions?.(desk) ?? { review: desk.reviewVersionId };
    const to = { state: decided.value, currentVersionId: versions.current, reviewVersionId: versions.review };
    if (!(await moveItem(tx, desk, to))) return refuse('item-changed');
    await step.store?.(tx, desk);
    const versionId = step.about ?? desk.reviewVersionId ?? desk.currentVersionId;
    const { kind, detail } = step;
    await addEvent(tx, { itemId, kind, versionId, actorId: actor.accountId, detail, at: now });
    const subject = `item:${itemId}`;
    await recordAudit(tx, {
      at: now,
      actorId: actor.accountId,
      action: `item.${kind}`,
      subject,
      ...(versionId === undefined ? {} : { detail: { versionId } }),
    });
    return ok(undefined);
  });
}

async function countFaults(tx: Tx, desk: DeskItem): Promise<number> {
  const text = textInWork(desk, await loadVersions(desk.id, tx));
  return text ? countErrors(checkItem(text.body, text.place)) : 1;
}
