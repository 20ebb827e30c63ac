import { ZipFile } from 'yazl';
import { describe, expect, test } from 'vitest';
import { openArchive, type ArchiveLimits } from '#app/platform/archive.server.ts';
import { rawZip, type RawEntry } from '../../support/raw-zip.ts';

const MB = 1024 * 1024;

async function honest(files: Readonly<Record<string, string>>): Promise<Uint8Array> {
  const zip = new ZipFile();
  for (const [name, text] of Object.entries(files)) zip.addBuffer(Buffer.from(text), name);
  zip.addEmptyDirectory('trống');
  zip.end();
  const pieces: Buffer[] = [];
  for await (const piece of zip.outputStream) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}

const refusalOf = async (bytes: Uint8Array, limits?: Partial<ArchiveLimits>) => {
  const archive = await openArchive(bytes, limits);
  return archive.ok ? undefined : archive.error.code;
};

/** Opens, reads everything, and gives the first refusal. */
const readingRefusal = async (entries: readonly RawEntry[], limits?: Partial<ArchiveLimits>) => {
  const archive = await openArchive(rawZip(entries), limits);
  if (!archive.ok) return `opening: ${archive.error.code}`;
  for (const name of archive.value.names) {
    const read = await archive.value.read(name);
    if (!read.ok) return read.error.code;
  }
  return undefined;
};

describe('an honest archive', () => {
  test('gives its files by name, without its folders', async () => {
    const archive = await openArchive(await honest({ 'a.txt': 'một', 'hình/b.txt': 'hai'.repeat(1_000) }));
    if (!archive.ok) throw new Error(archive.error.code);
    expect(archive.value.names).toEqual(['a.txt', 'hình/b.txt']);
    expect(archive.value.sizeOf('hình/b.txt')).toBe(3_000);
    const read = await archive.value.read('a.txt');
    expect(read.ok && Buffer.from(read.value).toString()).toBe('một');
  });

  test('has no file that it does not list', async () => {
    const archive = await openArchive(await honest({ 'a.txt': 'một' }));
    const read = archive.ok && (await archive.value.read('b.txt'));
    expect(read).toMatchObject({ ok: false, error: { code: 'broken-archive', at: { file: 'b.txt' } } });
  });

  test('made by hand is read as well, stored or deflated', async () => {
    expect(
      await readingRefusal([
        { name: 'a', bytes: 'một', stored: true },
        { name: 'b', bytes: 'hai' },
      ]),
    ).toBeUndefined();
  });
});

describe('an archive is refused', () => {
  test.each(['../a', 'a/../../b', '/etc/passwd', 'C:/a', 'a\\b', '..\\a', 'a\u0000.xml', ''])(
    'for the path %j',
    async (name) => expect(await refusalOf(rawZip([{ name, bytes: 'x' }]))).toBe('archive-path-outside'),
  );

  test('for a link', async () => {
    expect(await refusalOf(rawZip([{ name: 'a', bytes: '/etc/passwd', mode: 0o120777 }]))).toBe('archive-path-outside');
  });

  test.each([0x1, 0x41])('for encryption (flags %i)', async (flags) => {
    expect(await refusalOf(rawZip([{ name: 'a', bytes: 'x', flags }]))).toBe('archive-encrypted');
  });

  test('for a name twice', async () => {
    expect(
      await refusalOf(
        rawZip([
          { name: 'a', bytes: 'x' },
          { name: 'a', bytes: 'y' },
        ]),
      ),
    ).toBe('broken-archive');
  });

  test('for files that share their bytes', async () => {
    const kernel = { name: 'a', bytes: 'x'.repeat(100_000) };
    const copies = Array.from({ length: 100 }, (_, index) => ({ name: `b${index}`, sharesWith: 0 }));
    expect(await refusalOf(rawZip([kernel, ...copies]))).toBe('broken-archive');
  });

  test('for files whose data runs into the directory', async () => {
    const zip = rawZip([{ name: 'a', bytes: 'x'.repeat(50), stored: true }]);
    const view = Buffer.from(zip);
    const directory = view.readUInt32LE(view.length - 6);
    view.writeUInt32LE(60, directory + 20);
    view.writeUInt32LE(60, directory + 24);
    expect(await refusalOf(view)).toBe('broken-archive');
  });

  test('for too many files, before they are listed', async () => {
    expect(await refusalOf(rawZip(Array.from({ length: 11 }, (_, i) => ({ name: `${i}` }))), { entries: 10 })).toBe(
      'archive-too-large',
    );
    expect(await refusalOf(rawZip([{ name: 'a' }], { entryCount: 60_000 }))).toBe('archive-too-large');
  });

  test('for one file of more than its size, as declared', async () => {
    expect(await refusalOf(rawZip([{ name: 'a', declaredSize: 51 * MB }]))).toBe('archive-too-large');
  });

  test('for more bytes in all than the limit, as declared', async () => {
    const entries = Array.from({ length: 5 }, (_, i) => ({
      name: `${i}`,
      declaredSize: 45 * MB,
      bytes: Buffer.alloc(500_000, i),
    }));
    expect(await refusalOf(rawZip(entries), { ratio: 1e6 })).toBe('archive-too-large');
  });

  test('for a ratio that only bombs have', async () => {
    const zeros = [{ name: 'a', bytes: Buffer.alloc(10 * MB) }];
    expect(await refusalOf(rawZip(zeros))).toBe('archive-too-large');
    expect(await readingRefusal(zeros, { ratio: 2_000 })).toBeUndefined();
  });

  test('for what it inflates to when its directory lies, without going on to the end', async () => {
    expect(await readingRefusal([{ name: 'a', bytes: Buffer.alloc(40 * MB), declaredSize: 1_000 }])).toBe(
      'archive-too-large',
    );
  });

  test('for bytes that are fewer, or others, than declared', async () => {
    expect(await readingRefusal([{ name: 'a', bytes: 'x', declaredSize: 10 }])).toBe('broken-archive');
    expect(await readingRefusal([{ name: 'a', bytes: 'x', crc: 1 }])).toBe('broken-archive');
  });

  test('for a directory that is cut, missing or elsewhere', async () => {
    const zip = rawZip([{ name: 'a', bytes: 'x' }]);
    expect(await refusalOf(zip.subarray(0, zip.length - 10))).toBe('broken-archive');
    expect(await refusalOf(zip.subarray(0, 40))).toBe('broken-archive');
    expect(await refusalOf(rawZip([{ name: 'a' }], { directoryAt: 5 }))).toBe('broken-archive');
    expect(await refusalOf(rawZip([{ name: 'a' }], { directoryAt: 0xfffffff0 }))).toBe('broken-archive');
    expect(await refusalOf(rawZip([{ name: 'a' }], { entryCount: 5 }))).toBe('broken-archive');
    expect(await refusalOf(new TextEncoder().encode('Câu 1. Không phải tệp nén'))).toBe('broken-archive');
    expect(await refusalOf(new Uint8Array())).toBe('broken-archive');
  });
});
