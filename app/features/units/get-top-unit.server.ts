import type { Instant } from '#app/domain/kernel/time.ts';
import { findTop } from './unit.repo.server.ts';

/** The top of the tree, where rights over everything are held; undefined before units are loaded. */
export async function getTopUnit(now: Instant): Promise<{ id: string; path: string; name: string } | undefined> {
  return findTop(now);
}
