/** A reader of RFC 4180 that knows nothing of the writer. */
export function parseCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let isQuoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (isQuoted) {
      if (sign === '"' && text[at + 1] === '"') cell += text[(at += 1)] ?? '';
      else if (sign === '"') isQuoted = false;
      else cell += sign ?? '';
    } else if (sign === '"') isQuoted = true;
    else if (sign === ',' || sign === '\r') {
      rows.at(-1)?.push(cell);
      cell = '';
      if (sign === '\r') {
        if (text[(at += 1)] !== '\n') throw new Error('a line ends with CR LF');
        rows.push([]);
      }
    } else cell += sign ?? '';
  }
  if (rows.pop()?.length !== 0) throw new Error('the last line has no end');
  return rows;
}
