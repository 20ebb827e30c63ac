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

/** By the name that the client has for it. */
export const SEALED_MODELS: Readonly<Record<string, SealedModel>> = {
  contest: {
    kind: 'Contest',
    key: ['id'],
    columns: ['slug', 'title', 'rules', 'lotSeed', 'settledAt'],
    defaults: { lotSeed: '' },
  },
  round: {
    kind: 'Round',
    key: ['id'],
    columns: [
      'contestId',
      'number',
      'title',
      'kind',
      'opensAt',
      'closesAt',
      'durationMs',
      'window',
      'lateArrival',
      'entryForMs',
      'blueprint',
      'lotSeed',
      'settledAt',
    ],
    defaults: { kind: 'contest', window: 'personal', lateArrival: 'cut', lotSeed: '' },
  },
  adjustment: {
    kind: 'Adjustment',
    key: ['id'],
    columns: [
      'contestId',
      'roundId',
      'kind',
      'ms',
      'accountId',
      'unitId',
      'startsAt',
      'endsAt',
      'reason',
      'actorId',
      'at',
      'undoneAt',
      'undoneById',
      'undoReason',
    ],
    defaults: { ms: 0 },
  },
  keyCorrection: {
    kind: 'KeyCorrection',
    key: ['id'],
    columns: ['contestId', 'itemVersionId', 'kind', 'key', 'reason', 'actorId', 'at'],
    defaults: { key: '' },
  },
  itemVersion: {
    kind: 'ItemVersion',
    key: ['id'],
    columns: ['itemId', 'number', 'body', 'contentHash', 'place', 'createdAt'],
    defaults: { place: '' },
  },
  participation: {
    kind: 'Participation',
    key: ['contestId', 'accountId'],
    columns: ['unitId', 'birthYear', 'registeredAt', 'day', 'counts', 'categories'],
    defaults: { birthYear: 0, counts: true, categories: '' },
  },
  grant: {
    kind: 'Grant',
    key: ['accountId', 'role', 'unitId', 'block'],
    columns: ['grantedById', 'grantedAt'],
    defaults: { block: '' },
  },
  attempt: {
    kind: 'Attempt',
    key: ['id'],
    // why not the deadline and the tab that leads: both are derived, or decide nothing, and change with every look.
    columns: [
      'roundId',
      'contestId',
      'accountId',
      'unitId',
      'number',
      'seed',
      'poolHash',
      'form',
      'startedAt',
      'graceMs',
      'state',
      'finishedAt',
      'durationMs',
      'score',
      'maxScore',
      'isValid',
      'prediction',
      'late',
      'isSetAside',
    ],
    defaults: { poolHash: '', isValid: true, late: 0, isSetAside: false },
  },
  attemptRuling: {
    kind: 'AttemptRuling',
    key: ['id'],
    columns: [
      'attemptId',
      'contestId',
      'accountId',
      'kind',
      'cause',
      'causeId',
      'reason',
      'proposalId',
      'actorId',
      'at',
    ],
    defaults: { causeId: '' },
  },
  sealedExport: {
    kind: 'SealedExport',
    key: ['id'],
    columns: ['contestId', 'scopeId', 'kind', 'fileName', 'hash', 'keyId', 'signature', 'madeById', 'madeAt'],
  },
  frozenCount: {
    kind: 'FrozenCount',
    key: ['scopeId'],
    columns: ['contestId', 'people', 'attempts', 'peopleAllRight', 'frozenAt'],
  },
};

/** Steps of an attempt from before each had a keyed hash of its own; see the audit room. */
export const STEPS_BEFORE = 'StepsBefore';
