import { latestYearOfAdults } from '#app/domain/identity/minor.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { searchWords } from '#app/domain/units/unit-search.ts';
import { findAccountsByPublicName } from './account.repo.server.ts';

const MOST = 50;

/**
 * Ids of accounts whose owner agreed to the full name on boards and whose name has the query in it, with or without marks;
 * at most 50, by name. Nobody else can be found by name, and no child ever: a search must not tell that somebody took part.
 */
export async function findPublicNames(query: string, now: Instant): Promise<string[]> {
  const phrase = searchWords(query).join(' ');
  return phrase === '' ? [] : findAccountsByPublicName(phrase, latestYearOfAdults(now), MOST);
}
