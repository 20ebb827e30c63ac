/** What the address of a link that holds the place of a signature begins with; the name of the field follows. */
export const SIGNATURE_LINK = 'x-signature:';

const ACTION = /(\d+) 0 obj\n<<\n\/S \/URI\n\/URI \(x-signature:([\w-]+)\)\n>>\nendobj/gu;

/**
 * Makes empty fields for digital signatures of the links that hold their places: an update behind the file, as the format has it
 * (ISO 32000-1, 7.5.6 and 12.7.4.5). Signing programs then ask for the certificate where paper is signed. A file without such
 * links stays as it is.
 */
export function addSignatureFields(pdf: Uint8Array): Uint8Array {
  const file = Buffer.from(pdf);
  const text = file.toString('latin1');
  const objects = new Map<number, string>();
  for (const [, action = '', name = ''] of text.matchAll(ACTION)) {
    const link = new RegExp(
      `(\\d+) 0 obj\\n<<\\n(?:(?!endobj).)*?/A ${action} 0 R\\n(?:(?!endobj).)*?endobj`,
      'su',
    ).exec(text);
    const rect = /\/Rect \[([^\]]+)\]/u.exec(link?.[0] ?? '')?.[1];
    if (link && rect !== undefined) objects.set(Number(link[1]), widget(name, rect));
  }
  if (objects.size === 0) return pdf;
  const [root, size, start] = [numberIn(text, 'Root'), numberIn(text, 'Size'), lastStart(text)];
  const catalog = new RegExp(`\\n${root} 0 obj\\n<<\\n([\\s\\S]*?)\\n?>>\\nendobj`, 'u').exec(text)?.[1] ?? '';
  const fields = [...objects.keys()].map((id) => `${id} 0 R`).join(' ');
  objects.set(root, `<<\n${catalog}\n/AcroForm << /Fields [${fields}] /SigFlags 0 >>\n>>`);
  return new Uint8Array(
    Buffer.concat([file, Buffer.from(update(file.length, objects, { root, size, start, text }), 'latin1')]),
  );
}

const widget = (name: string, rect: string): string =>
  `<<\n/Type /Annot\n/Subtype /Widget\n/FT /Sig\n/T (${name})\n/F 4\n/Rect [${rect}]\n>>`;

function update(
  from: number,
  objects: ReadonlyMap<number, string>,
  old: { readonly root: number; readonly size: number; readonly start: number; readonly text: string },
): string {
  let body = '\n';
  let table = 'xref\n';
  for (const [id, object] of [...objects].toSorted(([a], [b]) => a - b)) {
    table += `${id} 1\n${String(from + body.length).padStart(10, '0')} 00000 n \n`;
    body += `${id} 0 obj\n${object}\nendobj\n`;
  }
  const ids = /\/ID (\[[^\]]*\])/u.exec(old.text.slice(old.start))?.[1];
  const trailer = `trailer\n<<\n/Size ${old.size}\n/Root ${old.root} 0 R\n/Info ${numberIn(old.text, 'Info')} 0 R\n/Prev ${old.start}\n${ids ? `/ID ${ids}\n` : ''}>>\n`;
  return `${body}${table}${trailer}startxref\n${from + body.length}\n%%EOF\n`;
}

const lastStart = (text: string): number => Number(/startxref\s+(\d+)\s+%%EOF\s*$/u.exec(text)?.[1]);

const numberIn = (text: string, key: string): number =>
  Number(new RegExp(`/${key} (\\d+)`, 'u').exec(text.slice(lastStart(text)))?.[1]);
