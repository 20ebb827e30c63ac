import { blocksOf } from '#app/platform/markdown-blocks.server.ts';

/** Many characters: whatever is no single line of words takes the whole width. */
const WIDE = 1_000;

/** How many characters a Markdown text has on one line; WIDE where it is more than a line of words. */
export function plainLength(markdown: string): number {
  const [first, ...rest] = blocksOf(markdown);
  if (!first) return 0;
  if (rest.length > 0 || first.kind !== 'paragraph') return WIDE;
  return first.runs.reduce((sum, run) => sum + (run.kind === 'text' ? [...run.text].length : WIDE), 0);
}
