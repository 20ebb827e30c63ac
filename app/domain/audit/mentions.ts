/** So many hex digits of a keyed hash stand in the log: enough that nobody finds another row with the same ones. */
const DIGITS = 32;

/** How a row was left by an act: the name of the row, and the start of its keyed hash; empty where the row is gone. */
export interface Mention {
  readonly kind: string;
  readonly rowId: string;
  readonly mac: string;
}

/** The start of a keyed hash, as the log mentions it. */
export const shortMac = (mac: string): string => mac.slice(0, DIGITS);

/** Mentions as they stand in the detail of an act. Ids are written as they may be in an address, so that none holds a divider. */
export const mentionsText = (mentions: readonly Mention[]): string =>
  mentions.map(({ kind, rowId, mac }) => `${kind}:${encodeURIComponent(rowId)}=${shortMac(mac)}`).join(' ');

const MENTION = /^(\w+):([^=]*)=([0-9a-f]*)$/u;

/** Reads them back; what is not one is left out, as the keyed hash of the act vouches for its text. */
export function readMentions(text: string): Mention[] {
  return text.split(' ').flatMap((word) => {
    const [, kind, rowId, mac] = MENTION.exec(word) ?? [];
    if (kind === undefined || rowId === undefined || mac === undefined) return [];
    return [{ kind, rowId: decodeURIComponent(rowId), mac }];
  });
}

/** The mentions of an act. */
export function mentionsOf(detail: string): Mention[] {
  const { rows } = JSON.parse(detail) as { rows?: unknown };
  return typeof rows === 'string' ? readMentions(rows) : [];
}

const keyOf = ({ kind, rowId }: { kind: string; rowId: string }): string => `${kind} ${rowId}`;

/**
 * Follows what the log says of rows, oldest act first, against how they are now. Only rows that are now otherwise than the last
 * mention so far are kept in memory: those that a later act must explain.
 */
export class MentionLedger {
  readonly #open = new Map<string, Mention>();

  /** @param now the start of the keyed hash that the row bears now; empty where it has none */
  take(mention: Mention, now: string): void {
    if (mention.mac === now) this.#open.delete(keyOf(mention));
    else this.#open.set(keyOf(mention), mention);
  }

  /** Rows that are not as the last act left them. */
  unexplained(): Mention[] {
    return [...this.#open.values()];
  }
}
