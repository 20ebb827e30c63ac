import type { FileNote, OutgoingItem, ParsedMedia } from '#app/domain/exchange/parsed-file.ts';
import { fieldsOf, linesOf } from '../clerk/words-of-item.ts';
import { headsFor, MOST_LINES, USUAL_LINES, type Role } from './columns.ts';
import { IMAGE_FOLDER } from './image-folder.ts';

export interface WrittenTable {
  readonly heads: readonly string[];
  readonly roles: readonly Role[];
  readonly rows: readonly (readonly string[])[];
  readonly losses: readonly FileNote[];
}

/** Items as rows of the table that clerks fill in; images are named by their files. */
export function writeTable(items: readonly OutgoingItem[], media: ReadonlyMap<string, ParsedMedia>): WrittenTable {
  const longest = Math.max(USUAL_LINES, ...items.map(({ body }) => linesOf(body).length));
  const columns = headsFor(Math.min(MOST_LINES, longest));
  const losses: FileNote[] = [];
  const withFiles = (text: string): string =>
    text.replaceAll(/\(media:([0-9a-f]{64})\)/gu, (whole, id: string) => {
      const name = media.get(id)?.name;
      return name === undefined ? whole : `(${IMAGE_FOLDER}/${name})`;
    });
  const rows = items.map((item, index) => {
    const at = { question: index + 1 };
    const fields: Partial<Record<Role, string>> = fieldsOf(item);
    const lines = linesOf(item.body);
    if (item.body.facts.length > 0) losses.push({ level: 'loss', code: 'facts-left', at });
    if (lines.length > MOST_LINES)
      losses.push({ level: 'loss', code: 'too-many-lines', at, values: { limit: MOST_LINES } });
    return columns.map(([role]) => {
      const place = Number(/\d+$/u.exec(role)?.[0] ?? -1);
      const text = role.startsWith('option')
        ? lines[place]
        : role.startsWith('why')
          ? item.body.options[place]?.rationale
          : fields[role];
      return withFiles(text ?? '');
    });
  });
  return { heads: columns.map(([, head]) => head), roles: columns.map(([role]) => role), rows, losses };
}
