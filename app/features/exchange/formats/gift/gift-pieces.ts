/** Turns a piece of a block (placeholders, [format] and all) into Markdown. */
export type ToMarkdown = (piece: string) => string;

/** Pieces between marks, without the empty ones. */
export const pieces = (text: string, mark: string): string[] =>
  text
    .split(mark)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
