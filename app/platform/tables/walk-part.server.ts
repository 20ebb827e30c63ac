import { SaxesParser, type SaxesTagPlain } from 'saxes';
import type { FileRefusal } from '#app/domain/exchange/parsed-file.ts';
import type { Archive } from '../archive.server.ts';
import { decodeText } from '../decode-text.server.ts';

/** A part of a workbook that is refused, and the workbook with it. */
export class Refused extends Error {
  readonly refusal: FileRefusal;
  constructor(refusal: FileRefusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

/** Walks through an XML part; prefixes of names are taken off. */
export async function walk(
  archive: Archive,
  file: string,
  handlers: { open: (tag: SaxesTagPlain) => void; text?: (text: string) => void; close?: (name: string) => void },
): Promise<void> {
  const bytes = await archive.read(file);
  if (!bytes.ok) throw new Refused(bytes.error);
  const text = decodeText(bytes.value);
  if (!text.ok) throw new Refused(text.error);
  const parser = new SaxesParser();
  const bare = (name: string): string => name.slice(name.indexOf(':') + 1);
  parser.on('doctype', () => {
    throw new Refused({ code: 'has-doctype', at: { file } });
  });
  parser.on('opentag', (tag) => handlers.open({ ...tag, name: bare(tag.name) }));
  parser.on('text', (part) => handlers.text?.(part));
  parser.on('cdata', (part) => handlers.text?.(part));
  parser.on('closetag', ({ name }) => handlers.close?.(bare(name)));
  parser.on('error', () => {
    throw new Refused({ code: 'broken-xml', at: { file, line: parser.line } });
  });
  parser.write(text.value).close();
}

/** Targets of the relations of a part by their ids, as paths of the archive; none where the part has no relations. */
export async function relationsOf(
  archive: Archive,
  part: string,
): Promise<Map<string, { type: string; file: string }>> {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const file = `${folder}_rels/${part.slice(folder.length)}.rels`;
  const targets = new Map<string, { type: string; file: string }>();
  if (!archive.names.includes(file)) return targets;
  await walk(archive, file, {
    open: ({ name, attributes }) => {
      const target = attributes['Target'];
      if (name !== 'Relationship' || target === undefined || attributes['TargetMode'] === 'External') return;
      const type = (attributes['Type'] ?? '').split('/').at(-1) ?? '';
      targets.set(attributes['Id'] ?? '', { type, file: pathOf(folder, target) });
    },
  });
  return targets;
}

/** "../media/image1.png" seen from "xl/drawings/". */
function pathOf(folder: string, target: string): string {
  const steps: string[] = target.startsWith('/') ? [] : folder.split('/').filter((step) => step !== '');
  for (const step of target.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}
