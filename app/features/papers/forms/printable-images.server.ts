import type { PrintableImage } from './paper-set.ts';

/** The images with these ids as a printer takes them. */
export async function printableImages(_ids: readonly string[]): Promise<Map<string, PrintableImage>> {
  return new Map();
}
