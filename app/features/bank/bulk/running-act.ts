import type { BulkAct } from '#app/domain/items/bulk.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import type { ChangedItem } from '../batches/batch-before.ts';

/** A bulk act while it is being done. */
export interface RunningAct {
  readonly act: BulkAct;
  readonly actorId: string;
  readonly batchId: string;
  readonly at: Instant;
}

/** What undoing needs beside the columns, by item. */
export type KeptOfItems = ReadonlyMap<string, Pick<ChangedItem, 'draft' | 'draftPlace'>>;
