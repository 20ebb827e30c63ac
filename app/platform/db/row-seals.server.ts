import type { Mention } from '#app/domain/audit/mentions.ts';
import { Prisma } from '#prisma/generated/sqlite/client.ts';
import { isMacOf, macOfRow, rowIdOf, rowText, type SealedRow } from './macs.server.ts';
import type { SealedModel } from './sealed-model.ts';

type Tx = Prisma.TransactionClient;

/** So many ids or rows in one statement. */
const CHUNK = 200;

/** The seals of a transaction: what its acts leave of rows that results rest on, written when its work is done. */
export class RowSeals {
  readonly #tx: Tx;
  /** By model and row: the new keyed hash, empty where the row went. */
  readonly #fresh = new Map<string, Mention>();

  /** @param tx the client itself, not the one that is watched */
  constructor(tx: Tx) {
    this.#tx = tx;
  }

  /** Notes a row as it is now. */
  note(model: SealedModel, row: SealedRow): void {
    this.noteMac({ kind: model.kind, rowId: rowIdOf(model, row), mac: macOfRow(model, row) });
  }

  /** Notes that a row went. */
  noteGone(model: SealedModel, row: SealedRow): void {
    this.noteMac({ kind: model.kind, rowId: rowIdOf(model, row), mac: '' });
  }

  /** Notes a keyed hash that was made elsewhere. */
  noteMac(mention: Mention): void {
    this.#fresh.set(`${mention.kind} ${mention.rowId}`, mention);
  }

  /**
   * Those of some rows that bear their seal. One that was changed by hand, or that never had a seal, gets none by a lawful change
   * either: what was done to it must stay visible.
   */
  async sound(model: SealedModel, rows: readonly SealedRow[]): Promise<SealedRow[]> {
    const { kind } = model;
    const stored = new Map<string, string>();
    for (let from = 0; from < rows.length; from += CHUNK) {
      const ids = rows.slice(from, from + CHUNK).map((row) => rowIdOf(model, row));
      const seals = await this.#tx.rowSeal.findMany({ where: { kind, rowId: { in: ids } } });
      for (const { rowId, mac } of seals) stored.set(rowId, mac);
    }
    return rows.filter((row) => {
      const rowId = rowIdOf(model, row);
      const mac = this.#fresh.get(`${kind} ${rowId}`)?.mac ?? stored.get(rowId);
      return mac !== undefined && isMacOf('row', rowText(model, row), mac);
    });
  }

  /** Writes the seals. @returns what the log must mention */
  async write(at: Date): Promise<Mention[]> {
    const all = [...this.#fresh.values()];
    this.#fresh.clear();
    for (let from = 0; from < all.length; from += CHUNK) {
      const some = all.slice(from, from + CHUNK);
      const there = some.filter(({ mac }) => mac !== '');
      const gone = some.filter(({ mac }) => mac === '');
      if (there.length > 0) {
        const values = there.map(({ kind, rowId, mac }) => Prisma.sql`(${kind}, ${rowId}, ${mac}, ${at})`);
        // why not by its client: a row that somebody deleted by hand has left its seal, and its key may come again.
        await this.#tx.$executeRaw`
          INSERT INTO "RowSeal" ("kind", "rowId", "mac", "at") VALUES ${Prisma.join(values)}
          ON CONFLICT ("kind", "rowId") DO UPDATE SET "mac" = excluded."mac", "at" = excluded."at"`;
      }
      if (gone.length > 0) {
        await this.#tx.rowSeal.deleteMany({ where: { OR: gone.map(({ kind, rowId }) => ({ kind, rowId })) } });
      }
    }
    return all;
  }
}
