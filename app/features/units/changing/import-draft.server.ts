import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { HOUR, type Instant } from '#app/domain/kernel/time.ts';
import type { ImportedUnit } from '#app/domain/units/import-table.ts';
import { DATA_DIR } from '#app/platform/paths.server.ts';

/** A file that was read and waits to be looked at and applied. */
export interface ImportDraft {
  readonly ownerId: string;
  readonly fileName: string;
  readonly readAt: Instant;
  readonly rows: readonly ImportedUnit[];
}

// why a file and no row: it is of use for minutes, to one person, and the tree is not touched before it is applied.
const FOLDER = join(DATA_DIR, 'unit-imports');
const KEPT_MS = HOUR;
const ID = /^[0-9a-f-]{36}$/u;
const fileOf = (id: string): string => join(FOLDER, `${id}.json`);

/** Keeps what was read of a file for an hour. @returns its id */
export async function keepDraft(draft: ImportDraft): Promise<string> {
  await mkdir(FOLDER, { recursive: true, mode: 0o700 });
  await dropOld(draft.readAt);
  const id = randomUUID();
  await writeFile(fileOf(id), JSON.stringify(draft), { mode: 0o600 });
  return id;
}

/** What was read of a file, for the person who sent it; undefined once an hour has gone by, or it was applied. */
export async function findDraft(id: string, ownerId: string, now: Instant): Promise<ImportDraft | undefined> {
  if (!ID.test(id)) return undefined;
  const text = await readFile(fileOf(id), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const draft = JSON.parse(text) as ImportDraft;
  return draft.ownerId === ownerId && now - draft.readAt < KEPT_MS ? draft : undefined;
}

export const dropDraft = (id: string): Promise<void> => rm(fileOf(id), { force: true });

async function dropOld(now: Instant): Promise<void> {
  for (const name of await readdir(FOLDER)) {
    const file = join(FOLDER, name);
    const { mtimeMs } = await stat(file).catch(() => ({ mtimeMs: now }));
    if (now - mtimeMs > KEPT_MS) await rm(file, { force: true });
  }
}
