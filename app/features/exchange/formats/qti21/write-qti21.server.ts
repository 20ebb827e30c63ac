import type { OutgoingItem, ParsedMedia, WrittenFile } from '#app/domain/exchange/parsed-file.ts';
import { QTI2 } from '../qti/dialect.ts';
import { writeQti } from '../qti/write-qti.server.ts';

/** Writes a package of QTI 2.1. */
export const writeQti21 = (
  items: readonly OutgoingItem[],
  media: ReadonlyMap<string, ParsedMedia>,
): Promise<WrittenFile> => writeQti(items, media, QTI2);
