import type { FileNote, ParsedFile, ParsedItem } from '#app/domain/exchange/parsed-file.ts';
export async function takeImagesIn(file: ParsedFile): Promise<{ items: readonly ParsedItem[]; notes: readonly FileNote[] }> {
  return { items: file.items, notes: file.notes };
}
