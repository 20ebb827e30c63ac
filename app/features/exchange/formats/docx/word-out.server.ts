import sharp from 'sharp';
import type { ParsedMedia } from '#app/domain/exchange/parsed-file.ts';
import { mediaOf, type ItemBody } from '#app/domain/items/item.ts';
import { blocksOf, type Block, type Run } from '#app/platform/markdown-blocks.server.ts';
import type { PrintGrid, PrintLine, PrintRun } from '#app/platform/print/print-node.ts';
import { imageOut } from '../shared/images-out.ts';
import type { NoteList } from '../shared/notes.ts';

type Picture = Extract<PrintRun, { kind: 'image' }>;
export type Pictures = ReadonlyMap<string, Omit<Picture, 'alt'>>;
type Nodes = (PrintLine | PrintGrid)[];

/** The images of an item as Word takes them, by id; what cannot be shown is named. */
export async function picturesOf(
  body: ItemBody,
  media: ReadonlyMap<string, ParsedMedia>,
  notes: NoteList,
): Promise<Pictures> {
  const found = new Map<string, Omit<Picture, 'alt'>>();
  for (const id of mediaOf(body)) {
    const picture = await pictureOf(id, media, notes);
    if (picture) found.set(id, picture);
    else notes.add('loss', 'word-image-missing');
  }
  return found;
}

async function pictureOf(
  id: string,
  media: ReadonlyMap<string, ParsedMedia>,
  notes: NoteList,
): Promise<Omit<Picture, 'alt'> | undefined> {
  const image = imageOut(id, media);
  if (!image) return undefined;
  try {
    const { width, height } = await sharp(image.bytes).metadata();
    if (image.type === 'image/png' || image.type === 'image/jpeg')
      return { kind: 'image', bytes: image.bytes, type: image.type === 'image/png' ? 'png' : 'jpg', width, height };
    const bytes = new Uint8Array(await sharp(image.bytes).png().toBuffer());
    notes.add('loss', 'word-image-converted');
    return { kind: 'image', bytes, type: 'png', width, height };
  } catch {
    // why no failure: one image that cannot be opened must not keep the other questions from being written.
    return undefined;
  }
}

/** A Markdown text as lines and tables, its first line behind a label. */
export function labelled(label: readonly PrintRun[], markdown: string, pictures: Pictures, indent = 0): Nodes {
  const nodes = blocksOf(markdown).flatMap((block) => nodesOf(block, pictures, indent));
  const [first, ...rest] = nodes;
  if (first?.kind === 'line') return [{ ...first, runs: [...label, ...first.runs] }, ...rest];
  return [{ kind: 'line', runs: label, indent }, ...nodes];
}

function nodesOf(block: Block, pictures: Pictures, indent: number): Nodes {
  switch (block.kind) {
    case 'paragraph':
      return [{ kind: 'line', runs: block.runs.map((run) => printRun(run, pictures)), indent }];
    case 'list':
      // why dashes: "1." at the beginning of a line is a question to whoever reads the file.
      return block.items.flatMap((item) =>
        item.flatMap((inner, at) => {
          const [first, ...rest] = nodesOf(inner, pictures, indent + 12);
          if (at > 0 || first?.kind !== 'line') return first ? [first, ...rest] : [];
          return [{ ...first, runs: [{ kind: 'text' as const, text: '– ' }, ...first.runs] }, ...rest];
        }),
      );
    case 'table': {
      const columns = Math.max(1, ...block.rows.map((row) => row.length));
      const rows = block.rows.map((row) =>
        Array.from({ length: columns }, (_, at) => ({
          nodes: [{ kind: 'line' as const, runs: (row[at] ?? []).map((run) => printRun(run, pictures)) }],
        })),
      );
      return [{ kind: 'grid', widths: Array<number>(columns).fill(1), rows, ruled: true, headerRows: 1, indent }];
    }
  }
}

function printRun(run: Run, pictures: Pictures): PrintRun {
  if (run.kind !== 'image') return run;
  const picture = pictures.get(run.url.replace(/^media:/u, ''));
  return picture ? { ...picture, alt: run.alt } : { kind: 'text', text: `[${run.alt}]` };
}

/** Whether the Markdown says more than Word is given: links, code, struck words. */
export const isFlattened = (markdown: string): boolean =>
  /(?<!!)\[[^\]]*\]\((?!media:)[^)]*\)|(?<!\\)`|~~/u.test(markdown);
