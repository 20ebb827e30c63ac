import { textToMarkdown } from '#app/platform/markdown-text.server.ts';
import { isAll, type DocLine } from './doc-line.ts';

/** A line as Markdown; bold and italic stay where only a part of it is set so, as they then stress something. */
export function markdownOfLine(line: DocLine, keepsStress: boolean): string {
  const stresses = keepsStress && !isAll(line, 'bold') && !isAll(line, 'italic');
  const merged: { text: string; sign: string; isRaw: boolean }[] = [];
  for (const run of line.runs) {
    const sign = !stresses || run.isRaw ? '' : run.bold ? '**' : run.italic ? '*' : '';
    const last = merged.at(-1);
    if (last && last.sign === sign && last.isRaw === run.isRaw) last.text += run.text;
    else merged.push({ text: run.text, sign, isRaw: run.isRaw });
  }
  return merged
    .map(({ text, sign, isRaw }) => {
      if (isRaw) return text;
      const inner = text.trim();
      const plain = inner === '' ? '' : sign + textToMarkdown(inner) + sign;
      const before = /^\s/u.test(text) ? ' ' : '';
      return inner === '' ? ' ' : `${before}${plain}${/\s$/u.test(text) ? ' ' : ''}`;
    })
    .join('')
    .replaceAll(/ {2,}/gu, ' ')
    .trim();
}

/** A table within a question, as GFM. */
export function markdownOfTable(rows: readonly (readonly (readonly DocLine[])[])[]): string {
  const cells = rows.map((row) =>
    row.map((lines) =>
      lines
        .map((line) => markdownOfLine(line, false))
        .join(' ')
        .replaceAll('|', '\\|'),
    ),
  );
  const width = Math.max(0, ...cells.map((row) => row.length));
  const line = (row: readonly string[]): string =>
    `| ${Array.from({ length: width }, (_, at) => row[at] ?? '').join(' | ')} |`;
  const [head = [], ...rest] = cells;
  return [line(head), line(Array.from({ length: width }, () => '---')), ...rest.map(line)].join('\n');
}
