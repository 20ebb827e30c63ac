/** A value of a column. Lists and objects are stored as text, so there are none. */
export type ColumnValue = string | number | boolean | Date | Uint8Array | null | undefined;

const plain = (value: ColumnValue): string | number | boolean | null => {
  if (value instanceof Uint8Array) return `bytes:${[...value].join(',')}`;
  return value instanceof Date ? value.getTime() : (value ?? null);
};

/**
 * Values as one text: equal for equal values, and different for different ones, on both engines. JSON of a list, so that no
 * value can run over into the next; instants as milliseconds.
 */
export const canonicalText = (kind: string, values: readonly ColumnValue[]): string =>
  JSON.stringify([kind, ...values.map(plain)]);

/** An act as the log holds it, before it has its place in the chain. */
export interface LoggedAct {
  readonly id: string;
  readonly at: Date;
  readonly actorId: string | null;
  readonly action: string;
  readonly subject: string;
  readonly detail: string;
}

/** What the keyed hash of an act is made over. */
export const actText = ({ id, at, actorId, action, subject, detail }: LoggedAct): string =>
  canonicalText('act', [id, at, actorId, action, subject, detail]);

/** What the hash of an act in the chain is made over: the hash before it, its place, and all of the act with its keyed hash. */
export const linkText = (previous: string, sequence: number, act: LoggedAct & { readonly mac: string }): string =>
  canonicalText('link', [previous, sequence, actText(act), act.mac]);

/** The head of the chain as it is signed. */
export interface SignedHead {
  readonly sequence: number;
  readonly hash: string;
  readonly at: Date;
}

/** What the signature under the head of the chain is made over. @param before the place that was signed before; 0 at first */
export const sealText = ({ sequence, hash, at }: SignedHead, before: number): string =>
  canonicalText('seal', [before, sequence, hash, at]);

/** A step of an attempt as its row. */
export interface StepRow {
  readonly sequence: number;
  readonly kind: string;
  readonly slot?: number | null | undefined;
  readonly response?: string | null | undefined;
  readonly key?: string | null | undefined;
  readonly receivedAt: Date;
  readonly chosenAt?: Date | null | undefined;
  readonly device?: string | null | undefined;
  readonly isLate?: boolean | undefined;
}

/** What the keyed hash of a step is made over: the keyed hash of the step before it, whose attempt it is, and all of the step. */
export const stepText = (previous: string, attemptId: string, step: StepRow): string => {
  const { sequence, kind, slot, response, key, receivedAt, chosenAt, device, isLate = false } = step;
  const values = [previous, attemptId, sequence, kind, slot, response, key, receivedAt, chosenAt, device, isLate];
  return canonicalText('step', values);
};

/** The hash before the first act of the chain. */
export const NO_HASH = '0'.repeat(64);
