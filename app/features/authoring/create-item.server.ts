import { randomInt } from 'node:crypto';
import type { Actor } from '#app/domain/identity/actor.ts';
import { emptyBody } from '#app/domain/items/empty-item.ts';
import type { Interaction, ItemBody } from '#app/domain/items/item.ts';
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { recordAudit } from '#app/platform/db/audit.server.ts';
import { inTransaction } from '#app/platform/db/transaction.server.ts';
import { createItemRow, loadDesk, loadVersions, type DeskPlace } from './desk.repo.server.ts';
import { addEvent } from './event.repo.server.ts';
import { textInWork } from './text-in-work.ts';

/** Letters and digits that nobody takes for others when an id is read out. */
const ALPHABET = '23456789abcdefghjkmnpqrstuvwxyz';

/** "ch-7k3m9q2": short enough to be read out on the telephone, one of 27 thousand million. */
const newId = (): string => `ch-${Array.from({ length: 7 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')}`;

/** Makes an empty item of a kind, to be written. @returns its id */
export async function createItem({
  actor,
  interaction,
  place,
  now,
}: {
  actor: Actor;
  interaction: Interaction;
  place: Pick<DeskPlace, 'topicSlug' | 'lessonSlug'>;
  now: Instant;
}): Promise<string> {
  const whole = { ...place, difficulty: 'medium', tags: [], contested: false } as const;
  return create(actor, emptyBody(interaction), whole, now);
}

/** Makes an item of its own with the newest text of another. @returns its id */
export async function duplicateItem({
  actor,
  itemId,
  now,
}: {
  actor: Actor;
  itemId: string;
  now: Instant;
}): Promise<Result<string, 'not-found'>> {
  const desk = await loadDesk(itemId);
  if (!desk) return refuse('not-found');
  const text = textInWork(desk, await loadVersions(itemId));
  if (!text) return refuse('not-found');
  return ok(await create(actor, text.body, text.place, now, itemId));
}

async function create(actor: Actor, body: ItemBody, place: DeskPlace, now: Instant, copyOf?: string): Promise<string> {
  return inTransaction(async (tx) => {
    const id = newId();
    const actorId = actor.accountId;
    await createItemRow(tx, { id, body, place, authorId: actorId }, now);
    const detail = copyOf === undefined ? undefined : { copyOf };
    await addEvent(tx, { itemId: id, kind: 'created', actorId, detail, at: now });
    await recordAudit(tx, {
      at: now,
      actorId,
      action: 'item.created',
      subject: `item:${id}`,
      ...(detail && { detail }),
    });
    return id;
  });
}
