import { tidy } from '../kernel/text.ts';

/** What stands in place of the name of a person whose data were erased. Boards show it as it is. */
export const ERASED_NAME = 'Người dự thi đã xóa dữ liệu';

/** What decides how a name is shown in public. */
export interface NameOnBoards {
  /** The person agreed to the full name. */
  readonly showsFullName: boolean;
  /** May be under 16: then the name is shortened whatever anybody agreed to. */
  readonly isMinor: boolean;
}

/**
 * The name as a public board shows it: family name in full, middle names as initials, given name as its initial unless the
 * person agreed to the full name: "Nguyễn Thị Hoa" → "Nguyễn T. H". A single word is cut to its initial.
 * The unit stands beside it, so that a person can find the own row. Children are never named in full.
 */
export function boardName(fullName: string, { showsFullName, isMinor }: NameOnBoards): string {
  const name = tidy(fullName);
  if (name === ERASED_NAME || (showsFullName && !isMinor)) return name;
  const words = name.split(' ');
  const initial = (word: string): string => /^./u.exec(word)?.[0].toLocaleUpperCase('vi') ?? '';
  const [family, ...rest] = words;
  if (family === undefined || rest.length === 0) return initial(name);
  return `${family} ${rest.map(initial).join('. ')}`;
}
