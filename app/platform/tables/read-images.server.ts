import type { Archive } from '../archive.server.ts';
import { relationsOf, walk } from './walk-part.server.ts';

/** An image of a sheet by the row of the cell that its upper left corner is in. */
export interface PlacedImage {
  /** From 1. */
  readonly row: number;
  /** Path within the archive. */
  readonly file: string;
}

const MOST_IMAGES = 5_000;

/** Images that are anchored in cells of a sheet, in the order of their rows. */
export async function imagesOf(archive: Archive, sheet: string): Promise<PlacedImage[]> {
  const images: PlacedImage[] = [];
  for (const { type, file } of (await relationsOf(archive, sheet)).values()) {
    if (type === 'drawing' && archive.names.includes(file)) images.push(...(await imagesOfDrawing(archive, file)));
  }
  return images.toSorted((a, b) => a.row - b.row).slice(0, MOST_IMAGES);
}

async function imagesOfDrawing(archive: Archive, drawing: string): Promise<PlacedImage[]> {
  const relations = await relationsOf(archive, drawing);
  const images: PlacedImage[] = [];
  let [inFrom, inRow, row] = [false, false, ''];
  await walk(archive, drawing, {
    open: ({ name, attributes }) => {
      if (name.endsWith('Anchor')) row = '';
      if (name === 'from') inFrom = true;
      else if (name === 'row') inRow = inFrom;
      else if (name === 'blip') {
        const id = Object.entries(attributes).find(([key]) => key.endsWith(':embed'))?.[1] ?? '';
        const file = relations.get(id)?.file;
        if (file !== undefined && /^\d{1,7}$/u.test(row)) images.push({ row: Number(row) + 1, file });
      }
    },
    text: (part) => {
      if (inRow) row = (row + part).trim();
    },
    close: (name) => {
      if (name === 'row') inRow = false;
      else if (name === 'from') inFrom = false;
    },
  });
  return images;
}
