import { fold } from '#app/domain/kernel/text.ts';

const LONGEST = 60;
/** Words that addresses below /manage/contests mean something else by. */
const RESERVED: ReadonlySet<string> = new Set(['new']);

/** The address of a contest made from its title: "Cuộc thi Đường lên đỉnh" gives "cuoc-thi-duong-len-dinh". */
export function slugOf(title: string): string {
  const words = fold(title)
    .split(/[^a-z0-9]+/u)
    .filter(Boolean);
  let slug = '';
  for (const word of words) {
    if (slug.length + word.length + 1 > LONGEST) break;
    slug = slug === '' ? word : `${slug}-${word}`;
  }
  if (slug === '') return 'cuoc-thi';
  // why: addresses that begin with "mau" are those of templates.
  return /^mau(-|$)/u.test(slug) ? `thi-${slug}` : slug;
}

/** The slug, or the first of slug-2, slug-3, … that is free. */
export async function freeSlug(slug: string, isTaken: (slug: string) => Promise<boolean>): Promise<string> {
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? slug : `${slug}-${number}`;
    if (!RESERVED.has(candidate) && !(await isTaken(candidate))) return candidate;
  }
}
