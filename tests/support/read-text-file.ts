import type { FileRefusal, ParsedFile, ParsedItem, UploadedFile } from '#app/domain/exchange/parsed-file.ts';
import type { Result } from '#app/domain/kernel/result.ts';

type Reader = (file: UploadedFile, onProgress: () => void) => Promise<Result<ParsedFile, FileRefusal>>;

const bytesOf = (content: string | Uint8Array): Uint8Array =>
  typeof content === 'string' ? new Uint8Array(Buffer.from(content, 'utf8')) : content;

/** What a reader makes of a file that it takes. */
export async function readFile(read: Reader, content: string | Uint8Array): Promise<ParsedFile> {
  const file = await read({ name: 'tệp', bytes: bytesOf(content) }, () => undefined);
  if (!file.ok) throw new Error(`refused: ${JSON.stringify(file.error)}`);
  return file.value;
}

/** Why a reader refuses a file. */
export async function refusalOf(read: Reader, content: string | Uint8Array): Promise<FileRefusal> {
  const file = await read({ name: 'tệp', bytes: bytesOf(content) }, () => undefined);
  if (file.ok) throw new Error('the file was taken');
  return file.error;
}

/** The only item of a file. */
export async function readOne(read: Reader, content: string | Uint8Array): Promise<ParsedItem> {
  const { items, notes } = await readFile(read, content);
  const [item, ...more] = items;
  if (!item || more.length > 0) throw new Error(`${items.length} items, notes ${JSON.stringify(notes)}`);
  return item;
}

/** An item in short: its options with what they earn, and its key. */
export const inShort = ({ body }: ParsedItem) => ({
  kind: body.interaction,
  prompt: body.prompt,
  options: body.options.map(({ text, fraction, tolerance }) =>
    [text, ...(fraction === undefined ? [] : [fraction]), ...(tolerance === undefined ? [] : [`±${tolerance}`])].join(
      ' | ',
    ),
  ),
  key: body.key,
});

/** Codes of notes with their levels: "error no-prompt". */
export const codesOf = (notes: readonly { readonly level: string; readonly code: string }[]): string[] =>
  notes.map(({ level, code }) => `${level} ${code}`);
