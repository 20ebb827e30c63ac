import type { Instant } from '#app/domain/kernel/time.ts';
import type { Tx } from './transaction.server.ts';

/** Somebody looked at personal data of others. */
export interface LookRecord {
  readonly at: Instant;
  readonly actorId: string;
  /** "people-of-unit": what was looked at; app/text/looks.ts has the words. */
  readonly what: string;
  /** The person, where it was about one. */
  readonly accountId?: string | undefined;
  /** Otherwise the unit or the contest whose people it was. */
  readonly unitId?: string | undefined;
  readonly contestId?: string | undefined;
  readonly people: number;
  readonly isFile?: boolean;
  readonly reason?: string | undefined;
}

/** Writes down a look. Nothing changes by it, but the person may ask who has seen what. */
export async function storeLook(tx: Tx, { at, isFile = false, reason = '', ...look }: LookRecord): Promise<void> {
  const { accountId = null, unitId = null, contestId = null } = look;
  await tx.look.create({ data: { ...look, accountId, unitId, contestId, at: new Date(at), isFile, reason } });
}
