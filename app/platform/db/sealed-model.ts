import type { ColumnValue } from '#app/domain/audit/canonical.ts';

/** A model whose rows bear a keyed hash, as results rest on them. */
export interface SealedModel {
  /** Name of the model, and of its table. */
  readonly kind: string;
  /** The columns of its key. */
  readonly key: readonly string[];
  /** What else the hash is made over, in this order, which is never changed: what nothing rests on is left out. */
  readonly columns: readonly string[];
  /** What the database puts where an act says nothing. */
  readonly defaults?: Readonly<Record<string, ColumnValue>>;
}
