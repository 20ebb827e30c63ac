import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { env } from '#app/platform/env.server.ts';
import { DATA_DIR } from '#app/platform/paths.server.ts';

/** A place in the chain. */
export interface Head {
  readonly sequence: number;
  readonly hash: string;
}

/** One file for each database, named so that nothing of its address can be read from it. */
const file = (): string => {
  const name = createHash('sha256').update(env().DATABASE_URL).digest('hex').slice(0, 12);
  return join(DATA_DIR, 'secrets', `audit-head-${name}.json`);
};

/**
 * Keeps the head of the chain outside of the database. why: a whole older state of the database holds together in itself, signatures
 * and all; only who remembers more than it can tell. Each machine keeps what it has seen.
 */
export function keepHead(head: Head): void {
  if (head.sequence <= (keptHead()?.sequence ?? 0)) return;
  mkdirSync(dirname(file()), { recursive: true, mode: 0o700 });
  const partial = `${file()}.${process.pid}`;
  writeFileSync(partial, JSON.stringify({ sequence: head.sequence, hash: head.hash }), { mode: 0o600 });
  renameSync(partial, file());
}

/** The head that was kept; undefined where this machine has kept none. */
export function keptHead(): Head | undefined {
  try {
    const { sequence, hash } = JSON.parse(readFileSync(file(), 'utf8')) as Partial<Head>;
    return typeof sequence === 'number' && typeof hash === 'string' ? { sequence, hash } : undefined;
  } catch {
    return undefined;
  }
}

/** Forgets it: for who begins anew with an empty database, or has put back an older one and knows it. */
export const forgetHead = (): void => rmSync(file(), { force: true });
