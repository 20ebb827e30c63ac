import { keyedHash, sameHash } from '#app/platform/sealed-field.server.ts';
import { secretIds } from '#app/platform/secrets.server.ts';
import { canonicalText, type ColumnValue } from '#app/domain/audit/canonical.ts';
import type { SealedModel } from './sealed-model.ts';

type Purpose = 'audit' | 'step' | 'row';

/** Whether a keyed hash is that of a text, by any secret that is held: secrets are replaced, and old hashes stay. */
export const isMacOf = (purpose: Purpose, text: string, mac: string): boolean =>
  secretIds().some((id) => sameHash(keyedHash(purpose, text, id), mac));

/** A row of a sealed model, or the columns of it that matter. */
export type SealedRow = Readonly<Record<string, ColumnValue>>;

/** The name of a row: its key, columns of several joined. */
export const rowIdOf = ({ key }: SealedModel, row: SealedRow): string =>
  key.length === 1 ? String(row[key[0] as string]) : JSON.stringify(key.map((column) => row[column]));

/** What the keyed hash of a row is made over: the model, its name, and the columns that results rest on. */
export const rowText = (model: SealedModel, row: SealedRow): string =>
  canonicalText(`row:${model.kind}`, [rowIdOf(model, row), ...model.columns.map((column) => row[column])]);

/** The keyed hash of a row. */
export const macOfRow = (model: SealedModel, row: SealedRow): string => keyedHash('row', rowText(model, row));
