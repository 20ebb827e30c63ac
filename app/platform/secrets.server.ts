import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { env } from './env.server.ts';
import { DATA_DIR } from './paths.server.ts';

let cached: Buffer | undefined;

/**
 * The installation's secret for attempt tokens: ATTEMPT_SECRET where several machines share one database, else a file of
 * the data folder that is made at first use and that only the owner can read.
 */
export function attemptSecret(): Buffer {
  return (cached ??= env().ATTEMPT_SECRET === undefined ? fromFile() : Buffer.from(env().ATTEMPT_SECRET ?? '', 'utf8'));
}

function fromFile(): Buffer {
  const folder = join(DATA_DIR, 'secrets');
  const file = join(folder, 'attempt-token.key');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  try {
    // why wx: of two processes that start together one writes, and both read what it wrote.
    writeFileSync(file, randomBytes(32).toString('hex'), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return Buffer.from(readFileSync(file, 'utf8').trim(), 'hex');
}
