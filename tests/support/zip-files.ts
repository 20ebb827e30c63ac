import { ZipFile } from 'yazl';
import { openArchive } from '#app/platform/archive.server.ts';

/** A zip of these files. */
export async function zipOf(files: Readonly<Record<string, string | Uint8Array>>): Promise<Uint8Array> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(files)) zip.addBuffer(Buffer.from(content as string), name);
  zip.end();
  const pieces: Buffer[] = [];
  for await (const piece of zip.outputStream) pieces.push(piece as Buffer);
  return new Uint8Array(Buffer.concat(pieces));
}

/** The same file, or the same zip, with the texts of its XML changed. */
export async function repacked(bytes: Uint8Array, change: (xml: string) => string): Promise<Uint8Array> {
  if (bytes[0] !== 0x50) return new Uint8Array(Buffer.from(change(Buffer.from(bytes).toString('utf8'))));
  const archive = await openArchive(bytes);
  if (!archive.ok) throw new Error(archive.error.code);
  const files: Record<string, string | Uint8Array> = {};
  for (const name of archive.value.names) {
    const content = await archive.value.read(name);
    if (!content.ok) throw new Error(content.error.code);
    files[name] = name.endsWith('.xml') ? change(Buffer.from(content.value).toString('utf8')) : content.value;
  }
  return zipOf(files);
}
