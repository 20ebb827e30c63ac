import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** Files as a .docx, whatever they are. */
export async function zipped(files: Readonly<Record<string, string | Uint8Array>>): Promise<Uint8Array> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(files)) zip.addBuffer(Buffer.from(content), name);
  zip.end();
  return new Uint8Array(await buffer(zip.outputStream));
}

/** A document with this body, and with further parts. */
export const wordFile = (
  body: string,
  parts: Readonly<Record<string, string | Uint8Array>> = {},
): Promise<Uint8Array> =>
  zipped({
    '[Content_Types].xml': '<Types/>',
    'word/document.xml': `<?xml version="1.0"?><w:document xmlns:w="${W}"><w:body>${body}</w:body></w:document>`,
    ...parts,
  });

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** A run: tabs as \t, line breaks as \n. */
export const run = (text: string, rPr = ''): string =>
  `<w:r><w:rPr>${rPr}</w:rPr>${text
    .split(/(\t|\n)/u)
    .map((piece) =>
      piece === '\t' ? '<w:tab/>' : piece === '\n' ? '<w:br/>' : `<w:t xml:space="preserve">${escaped(piece)}</w:t>`,
    )
    .join('')}</w:r>`;

/** A paragraph of plain text or of runs. */
export const p = (content: string, pPr = ''): string =>
  `<w:p><w:pPr>${pPr}</w:pPr>${content.startsWith('<') ? content : run(content)}</w:p>`;

export const ps = (...texts: readonly string[]): string => texts.map((text) => p(text)).join('');

export const table = (...rows: readonly (readonly string[])[]): string =>
  `<w:tbl>${rows.map((row) => `<w:tr>${row.map((cell) => `<w:tc>${p(cell)}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`;
