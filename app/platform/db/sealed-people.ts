import type { SealedModel } from './sealed-model.ts';

/** Who somebody is, by what they sign in, and what was decided about it: whoever changes that acts in the name of another. */
export const SEALED_PEOPLE: Readonly<Record<string, SealedModel>> = {
  accountMerge: {
    kind: 'AccountMerge',
    key: ['id'],
    columns: ['keptId', 'mergedId', 'actorId', 'at', 'reason', 'moved', 'undoneAt', 'undoneById', 'undoReason'],
    defaults: { undoReason: '' },
  },
  boardMember: { kind: 'BoardMember', key: ['contestId', 'accountId'], columns: ['addedAt'] },
  // why: with another hash, name or factor somebody acts, and wins, in the name of another. Not when a person was last seen.
  account: {
    kind: 'Account',
    key: ['id'],
    columns: [
      'signInName',
      'fullName',
      'birthYear',
      'unitId',
      'passwordHash',
      'disabledAt',
      'mergedIntoId',
      'erasedAt',
      'createdAt',
    ],
  },
  totp: { kind: 'Totp', key: ['accountId'], columns: ['secret', 'confirmedAt', 'createdAt'] },
  // why not the counter: it moves with every use, and its own rule judges it.
  passkey: { kind: 'Passkey', key: ['id'], columns: ['accountId', 'publicKey', 'createdAt'] },
  externalIdentity: { kind: 'ExternalIdentity', key: ['issuer', 'subject'], columns: ['accountId', 'linkedAt'] },
};
