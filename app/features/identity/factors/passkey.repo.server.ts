import type { Instant } from '#app/domain/kernel/time.ts';
import { database } from '#app/platform/db/client.server.ts';
import type { Tx } from '#app/platform/db/transaction.server.ts';

/** A passkey as its answers are checked by. */
export interface StoredPasskey {
  readonly id: string;
  readonly accountId: string;
  readonly publicKey: Uint8Array<ArrayBuffer>;
  readonly counter: number;
  readonly transports: readonly string[];
}

const fromRow = (row: {
  id: string;
  accountId: string;
  publicKey: Uint8Array;
  counter: number;
  transports: string;
}): StoredPasskey => ({
  id: row.id,
  accountId: row.accountId,
  publicKey: Uint8Array.from(row.publicKey),
  counter: row.counter,
  transports: row.transports.split('|').filter(Boolean),
});

/** The passkey with this credential id. */
export async function findPasskey(id: string, tx?: Tx): Promise<StoredPasskey | undefined> {
  const row = await (tx ?? (await database())).passkey.findUnique({ where: { id } });
  return row ? fromRow(row) : undefined;
}

/** Passkeys of an account. */
export async function findPasskeysOf(accountId: string): Promise<StoredPasskey[]> {
  return (await (await database()).passkey.findMany({ where: { accountId } })).map(fromRow);
}

/** Keeps a new passkey. @returns false where that credential is kept already, whoever has it */
export async function storePasskey(
  tx: Tx,
  passkey: StoredPasskey & { readonly name: string },
  at: Instant,
): Promise<boolean> {
  if (await tx.passkey.findUnique({ where: { id: passkey.id }, select: { id: true } })) return false;
  const transports = passkey.transports.length > 0 ? `|${passkey.transports.join('|')}|` : '';
  await tx.passkey.create({ data: { ...passkey, transports, createdAt: new Date(at) } });
  return true;
}

/** Notes a use. @returns false where somebody else has used the passkey since its counter was read */
export async function notePasskeyUse(
  tx: Tx,
  passkey: StoredPasskey,
  newCounter: number,
  at: Instant,
): Promise<boolean> {
  const { count } = await tx.passkey.updateMany({
    where: { id: passkey.id, counter: passkey.counter },
    data: { counter: newCounter, lastUsedAt: new Date(at) },
  });
  return count > 0;
}
