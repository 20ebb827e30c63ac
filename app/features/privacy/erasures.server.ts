import { createHash } from 'node:crypto';
import { refuse, ok, type Result } from '#app/domain/kernel/result.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { eraseIfSettled } from './erase-own.server.ts';
import { findErasures } from './person.repo.server.ts';

const sumOf = (lines: readonly string[]): string => createHash('sha256').update(lines.join('\n')).digest('hex');

/**
 * Everybody who was erased, as a text of ids: kept beside backups, so that a copy of before can be brought up to date. Its last
 * line is the SHA-256 of the others.
 */
export async function exportErasures(): Promise<string> {
  const lines = (await findErasures()).map(({ accountId, at }) => `${accountId} ${new Date(at).toISOString()}`);
  return `${[...lines, `sha256 ${sumOf(lines)}`].join('\n')}\n`;
}

/**
 * Erases again, in a database that was restored from an older copy, everybody whom the list names.
 * @returns how many of the list were in the database and are erased now; or that the list is not whole
 */
export async function reapplyErasures(
  list: string,
  { now }: { now: Instant },
): Promise<Result<{ listed: number; erased: number }, 'list-broken'>> {
  const lines = list.trim().split(/\r?\n/u);
  const [mark, sum] = (lines.pop() ?? '').split(' ');
  if (mark !== 'sha256' || sum !== sumOf(lines)) return refuse('list-broken');
  let erased = 0;
  for (const line of lines) {
    const accountId = line.split(' ')[0] ?? '';
    if (await eraseIfSettled({ accountId, cause: 'restored', now })) erased += 1;
  }
  return ok({ listed: lines.length, erased });
}
