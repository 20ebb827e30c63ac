import { fold } from '#app/domain/kernel/text.ts';
import { searchWords } from '#app/domain/units/unit-search.ts';
import { findNames } from './account.repo.server.ts';

/** Whether the person's own name has the query in it, with or without marks: for leading people to their own row. */
export async function hasNameLike(accountId: string, query: string): Promise<boolean> {
  const phrase = searchWords(query).join(' ');
  const [own] = phrase === '' ? [] : await findNames([accountId]);
  return own !== undefined && fold(own.fullName).includes(phrase);
}
