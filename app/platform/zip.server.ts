import { ZipFile } from 'yazl';

/** One file of an archive. */
export interface ZipEntry {
  /** With forward slashes. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * The files as one zip, in the order given. The same files and instant give the same bytes.
 * @param at instant in UTC, ms, whose day every file carries
 */
export async function zipOf(entries: readonly ZipEntry[], at: number): Promise<Uint8Array> {
  const zip = new ZipFile();
  const day = new Date(at);
  // why the parts of UTC as local ones: the format keeps local time, and bytes must not depend on where the server stands. Noon, as
  // there is one on every day of every zone.
  const mtime = new Date(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate(), 12);
  for (const { name, bytes } of entries) {
    zip.addBuffer(Buffer.from(bytes), name, { mtime, mode: 0o100644, forceDosTimestamp: true });
  }
  zip.end();
  const chunks: Uint8Array[] = [];
  for await (const chunk of zip.outputStream) chunks.push(chunk as Uint8Array);
  return new Uint8Array(Buffer.concat(chunks));
}
