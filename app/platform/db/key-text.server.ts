/**
 * Whether a row can have this text from an address as its key. PostgreSQL takes no text with the character U+0000 and fails at
 * the mere question; there is nothing to be found by it.
 */
export const canBeKey = (text: string): boolean => !text.includes('\u0000');
