import { tidy } from '../kernel/text.ts';

/**
 * The name as a public board shows it: family name in full, middle names as initials, given name as its initial unless the
 * person agreed to the full name: "Nguyễn Thị Hoa" → "Nguyễn T. H". A single word is cut to its initial.
 * The unit stands beside it, so that a person can find the own row.
 */
export function boardName(fullName: string, showsFullName: boolean): string {
  const name = tidy(fullName);
  if (showsFullName) return name;
  const words = name.split(' ');
  const initial = (word: string): string => /^./u.exec(word)?.[0].toLocaleUpperCase('vi') ?? '';
  const [family, ...rest] = words;
  if (family === undefined || rest.length === 0) return initial(name);
  return `${family} ${rest.map(initial).join('. ')}`;
}
