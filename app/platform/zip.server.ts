import { ZipFile } from 'yazl';

/** One file of an archive. */
export interface ZipEntry {
  /** With forward slashes. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * The files as one zip, in the order given. The same files and instant give the same bytes.
 * @param at instant in UTC, ms, that every file carries
 */
export async function zipOf(entries: readonly ZipEntry[], at: number): Promise<Uint8Array> {
  const zip = new ZipFile();
  const mtime = new Date(at);
  for (const { name, bytes } of entries) {
    zip.addBuffer(Buffer.from(bytes), name, { mtime, mode: 0o100644, forceDosTimestamp: true });
  }
  zip.end();
  const chunks: Uint8Array[] = [];
  for await (const chunk of zip.outputStream) chunks.push(chunk as Uint8Array);
  return new Uint8Array(Buffer.concat(chunks));
}
