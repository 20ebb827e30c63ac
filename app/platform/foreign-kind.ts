/** What the first bytes say that no reader of ours can read, with the advice that its sentence gives. */
export type ForeignKind =
  'office-97' | 'pdf' | 'rar' | '7z' | 'gzip' | 'picture' | 'opendocument' | 'web-page' | 'binary';

export const startsWith = (bytes: Uint8Array, ...start: number[]): boolean =>
  start.every((byte, at) => bytes[at] === byte);
const ascii = (text: string): number[] => Array.from(text, (sign) => sign.charCodeAt(0));

const FOREIGN: readonly (readonly [ForeignKind, readonly number[]])[] = [
  ['office-97', [0xd0, 0xcf, 0x11, 0xe0]],
  ['pdf', ascii('%PDF')],
  ['rar', ascii('Rar!')],
  ['7z', [0x37, 0x7a, 0xbc, 0xaf]],
  ['gzip', [0x1f, 0x8b]],
  ['picture', [0x89, 0x50, 0x4e, 0x47]],
  ['picture', [0xff, 0xd8, 0xff]],
  ['picture', ascii('GIF8')],
  ['office-97', ascii('{\\rtf')],
];

/** What a file is by its first bytes, where that is something that we do not read; undefined where they do not tell. */
export const foreignKindOf = (bytes: Uint8Array): ForeignKind | undefined =>
  FOREIGN.find(([, start]) => startsWith(bytes, ...start))?.[0];
