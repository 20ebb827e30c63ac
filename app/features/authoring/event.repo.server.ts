import type { Instant } from '#app/domain/kernel/time.ts';
import { database } from '#app/platform/db/client.server.ts';
import type { Tx } from '#app/platform/db/transaction.server.ts';

/** Acts in the life of an item, as its history names them. */
export type EventKind =
  | 'created'
  | 'imported'
  | 'edited'
  | 'submitted'
  | 'withdrawn'
  | 'endorsed'
  | 'returned'
  | 'published'
  | 'retired'
  | 'restored'
  | 'moved'
  | 'keyCorrected';

export interface NewEvent {
  readonly itemId: string;
  readonly kind: EventKind;
  readonly versionId?: string | undefined;
  readonly actorId: string;
  readonly detail?: Readonly<Record<string, string>> | undefined;
  readonly at: Instant;
}

export async function addEvent(tx: Tx, { itemId, kind, versionId, actorId, detail, at }: NewEvent): Promise<void> {
  await tx.itemEvent.create({
    data: {
      itemId,
      kind,
      versionId: versionId ?? null,
      actorId,
      detail: detail ? JSON.stringify(detail) : '',
      at: new Date(at),
    },
  });
}

/** One line of an item's history. */
export interface EventLine {
  readonly id: string;
  readonly kind: EventKind;
  readonly versionId: string | undefined;
  readonly actorId: string | undefined;
  /** Why an item was returned, or what it was copied from; empty where nothing was said. */
  readonly said: string;
  readonly at: Instant;
}

/** Everything that happened to an item, the newest first. */
export async function listEvents(itemId: string): Promise<EventLine[]> {
  const rows = await (
    await database()
  ).itemEvent.findMany({ where: { itemId }, orderBy: [{ at: 'desc' }, { id: 'desc' }] });
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as EventKind,
    versionId: row.versionId ?? undefined,
    actorId: row.actorId ?? undefined,
    said: saidIn(row.detail),
    at: row.at.getTime(),
  }));
}

function saidIn(detail: string): string {
  if (detail === '') return '';
  const value: unknown = JSON.parse(detail);
  if (typeof value !== 'object' || value === null) return '';
  const said = 'reason' in value ? value.reason : 'copyOf' in value ? value.copyOf : '';
  return typeof said === 'string' ? said : '';
}
