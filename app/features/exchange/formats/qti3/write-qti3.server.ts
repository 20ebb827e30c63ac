import type { OutgoingItem, ParsedMedia, WrittenFile } from '#app/domain/exchange/parsed-file.ts';
import { QTI3 } from '../qti/dialect.ts';
import { writeQti } from '../qti/write-qti.server.ts';

/** Writes a package of QTI 3.0. */
export const writeQti3 = (
  items: readonly OutgoingItem[],
  media: ReadonlyMap<string, ParsedMedia>,
): Promise<WrittenFile> => writeQti(items, media, QTI3);
