import { inTransaction } from '#app/platform/db/transaction.server.ts';
import { newestPrefix, unseal } from '#app/platform/sealed-field.server.ts';
import { findPlainPhones, SEALED_COLUMNS, sealPlainPhone, type SealedColumn } from './sealed-columns.repo.server.ts';

const AT_A_TIME = 200;

/**
 * Seals phone numbers that stand in clear, from before they were sealed. Run again it finds nothing to do, and it may be
 * interrupted at any time.
 * @returns how many it sealed
 */
export async function sealPlainPhones(): Promise<number> {
  let sealed = 0;
  for (let after = ''; ;) {
    const rows = await findPlainPhones(after, AT_A_TIME);
    const last = rows.at(-1);
    if (!last) return sealed;
    after = last.id;
    sealed += await inTransaction(async (tx) => {
      let count = 0;
      for (const row of rows) if (await sealPlainPhone(tx, row)) count += 1;
      return count;
    });
  }
}

/** What became of the sealed texts of a column. */
export interface SealedAnew {
  readonly column: string;
  readonly sealed: number;
  /** Sealed by a secret that is not held, or changed by hand: they stay as they are. */
  readonly unreadable: number;
}

/**
 * Seals everything anew with the newest secret, and computes anew what phone numbers and addresses are found by. Everything
 * stays readable meanwhile, as the older secrets are held too. It may be interrupted and run again.
 */
export async function sealAnew(): Promise<SealedAnew[]> {
  const done: SealedAnew[] = [];
  for (const column of SEALED_COLUMNS) done.push(await sealColumn(column));
  return done;
}

async function sealColumn(column: SealedColumn): Promise<SealedAnew> {
  let [sealed, unreadable] = [0, 0];
  for (let after = ''; ;) {
    const rows = await column.read(after, AT_A_TIME, newestPrefix());
    const last = rows.at(-1);
    if (!last) return { column: column.name, sealed, unreadable };
    after = last.key;
    const opened = rows.map((row) => ({ row, text: unseal(row.sealed, row.place) }));
    unreadable += opened.filter(({ text }) => text === undefined).length;
    sealed += await inTransaction(async (tx) => {
      let count = 0;
      for (const { row, text } of opened) {
        if (text !== undefined && (await column.store(tx, row, text))) count += 1;
      }
      return count;
    });
  }
}
