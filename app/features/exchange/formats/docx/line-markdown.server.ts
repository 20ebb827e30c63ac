import { markdownOf } from '#app/platform/markdown-text.server.ts';
import { IMAGE_SIGN, trimmed, type Line, type Run, type Table } from './line.ts';

type Paragraph = { type: 'paragraph'; children: Inline[] };
type Inline =
  | { type: 'text'; value: string }
  | { type: 'image'; url: string; alt: string }
  | { type: 'strong' | 'emphasis'; children: Inline[] };

/**
 * Lines as Markdown, a paragraph each; tables stand between them. Words that stand out from their line stay so; where a whole
 * line is bold, that is how the document looks, not what it says.
 */
export function markdownOfLines(lines: readonly Line[]): string {
  return lines
    .map((line) => line.table ?? markdownOf({ type: 'root', children: [paragraph(trimmed(line))] }))
    .filter((text) => text !== '')
    .join('\n\n');
}

function paragraph(line: Line): Paragraph {
  const all = (test: (run: Run) => boolean): boolean => line.runs.every((run) => run.text.trim() === '' || test(run));
  const stands = { bold: !all(isStrong), italic: !all(({ italic }) => italic) };
  const children: Inline[] = [];
  for (const [look, runs] of grouped(line.runs, stands)) {
    const inner = runs.flatMap(inlineOf);
    if (look === 'text') children.push(...inner);
    else children.push(...wrapped(look, inner));
  }
  return { type: 'paragraph', children };
}

type Emphasis = 'text' | 'strong' | 'emphasis';
// why underlined is strong: Markdown has no underline, and "the underlined word" has to stand out.
const isStrong = ({ bold, underline }: Run): boolean => bold || underline;

function grouped(runs: readonly Run[], stands: { bold: boolean; italic: boolean }): [Emphasis, Run[]][] {
  const groups: [Emphasis, Run[]][] = [];
  for (const run of runs) {
    const look: Emphasis =
      run.image !== undefined || run.text.trim() === ''
        ? (groups.at(-1)?.[0] ?? 'text')
        : stands.bold && isStrong(run)
          ? 'strong'
          : stands.italic && run.italic
            ? 'emphasis'
            : 'text';
    const last = groups.at(-1);
    if (last?.[0] === look) last[1].push(run);
    else groups.push([look, [run]]);
  }
  return groups;
}

/** Blanks at the ends go outside: Markdown takes no emphasis that begins or ends with one. */
function wrapped(type: 'strong' | 'emphasis', inner: Inline[]): Inline[] {
  const [first, last] = [inner[0], inner.at(-1)];
  const before = first?.type === 'text' && /^\s/u.test(first.value) ? ' ' : '';
  const after = last?.type === 'text' && /\s$/u.test(last.value) ? ' ' : '';
  if (first?.type === 'text') first.value = first.value.trimStart();
  if (last?.type === 'text') last.value = last.value.trimEnd();
  const text = (value: string): Inline[] => (value === '' ? [] : [{ type: 'text', value }]);
  return [
    ...text(before),
    { type, children: inner.filter((one) => one.type !== 'text' || one.value !== '') },
    ...text(after),
  ];
}

function inlineOf(run: Run): Inline[] {
  if (run.image !== undefined) {
    const [, alt = '', url = ''] = /^!\[(.*)\]\((.*)\)$/u.exec(run.image) ?? [];
    return [{ type: 'image', url, alt }];
  }
  const value = run.text.replaceAll(/\s+/gu, ' ');
  if (run.raised === '' || value.trim() === '') return [{ type: 'text', value }];
  return [{ type: 'text', value: `${run.raised === 'sup' ? '^' : '_'}(${value.trim()})` }];
}

/** A table in the Markdown of GitHub; its first row is the head. */
export function markdownOfTable(table: Table): string {
  const width = Math.max(...table.rows.map((row) => row.length), 1);
  const rows = table.rows.map((row) =>
    Array.from({ length: width }, (_, at) =>
      (row[at] ?? [])
        .map((line) =>
          markdownOfLines([line])
            .replaceAll(/(?<!\\)\|/gu, '\\|')
            .replaceAll('\n', ' '),
        )
        .join(' '),
    ),
  );
  const [head = [], ...rest] = rows;
  return [head, head.map(() => '---'), ...rest].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** Plain text of a line: what is accepted, names. */
export const plainOf = (line: Line): string => line.text.replaceAll(IMAGE_SIGN, '').replaceAll(/\s+/gu, ' ').trim();
