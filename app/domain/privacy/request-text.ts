/** What a request asks, as it is kept in its text. */
export interface RequestText {
  /** A corrected name or year of birth. */
  readonly fullName?: string | undefined;
  readonly birthYear?: number | undefined;
  /** What the person says to it. */
  readonly words: string;
}

export const writeRequestText = (text: RequestText): string => JSON.stringify(text);

/** The text of a request; one that was emptied says nothing. */
export function readRequestText(text: string): RequestText {
  try {
    const { fullName, birthYear, words } = JSON.parse(text) as Partial<RequestText>;
    return {
      ...(typeof fullName === 'string' ? { fullName } : {}),
      ...(typeof birthYear === 'number' ? { birthYear } : {}),
      words: typeof words === 'string' ? words : '',
    };
  } catch {
    return { words: '' };
  }
}
