import { crc32, deflateRawSync } from 'node:zlib';

/** One entry of a zip as raw bytes say it, lies included. */
export interface RawEntry {
  readonly name: string;
  readonly bytes?: Uint8Array | string;
  readonly stored?: boolean;
  /** Instead of what is true. */
  readonly declaredSize?: number;
  readonly crc?: number;
  readonly flags?: number;
  /** Unix mode, such as 0o120777 of a link. */
  readonly mode?: number;
  /** Points at the data of the entry with this index instead of bringing its own. */
  readonly sharesWith?: number;
}

const UTF8_NAME = 0x800;

/** A zip byte by byte, for archives that no honest program writes. */
export function rawZip(
  entries: readonly RawEntry[],
  options: { entryCount?: number; directoryAt?: number } = {},
): Uint8Array {
  const pieces: Buffer[] = [];
  const offsets: number[] = [];
  const packed = entries.map(({ bytes = '', stored = false }) => {
    const plain = Buffer.from(bytes as string);
    return { plain, data: stored ? plain : deflateRawSync(plain) };
  });
  let offset = 0;
  const push = (piece: Buffer): void => {
    pieces.push(piece);
    offset += piece.length;
  };
  entries.forEach((entry, index) => {
    offsets.push(entry.sharesWith === undefined ? offset : (offsets[entry.sharesWith] ?? 0));
    if (entry.sharesWith !== undefined) return;
    const { plain, data } = packed[index] ?? { plain: Buffer.alloc(0), data: Buffer.alloc(0) };
    const name = Buffer.from(entry.name);
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(20, 4);
    head.writeUInt16LE(UTF8_NAME | (entry.flags ?? 0), 6);
    head.writeUInt16LE(entry.stored ? 0 : 8, 8);
    head.writeUInt32LE(entry.crc ?? crc32(plain), 14);
    head.writeUInt32LE(data.length, 18);
    head.writeUInt32LE(entry.declaredSize ?? plain.length, 22);
    head.writeUInt16LE(name.length, 26);
    push(Buffer.concat([head, name, data]));
  });
  const directoryAt = offset;
  entries.forEach((entry, index) => {
    const { plain, data } = packed[entry.sharesWith ?? index] ?? { plain: Buffer.alloc(0), data: Buffer.alloc(0) };
    const name = Buffer.from(entry.name);
    const head = Buffer.alloc(46);
    head.writeUInt32LE(0x02014b50, 0);
    head.writeUInt16LE((3 << 8) | 20, 4);
    head.writeUInt16LE(20, 6);
    head.writeUInt16LE(UTF8_NAME | (entry.flags ?? 0), 8);
    head.writeUInt16LE(entry.stored ? 0 : 8, 10);
    head.writeUInt32LE(entry.crc ?? crc32(plain), 16);
    head.writeUInt32LE(data.length, 20);
    head.writeUInt32LE(entry.declaredSize ?? plain.length, 24);
    head.writeUInt16LE(name.length, 28);
    head.writeUInt32LE(((entry.mode ?? 0o100644) << 16) >>> 0, 38);
    head.writeUInt32LE(offsets[index] ?? 0, 42);
    push(Buffer.concat([head, name]));
  });
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(options.entryCount ?? entries.length, 8);
  end.writeUInt16LE(options.entryCount ?? entries.length, 10);
  end.writeUInt32LE(offset - directoryAt, 12);
  end.writeUInt32LE(options.directoryAt ?? directoryAt, 16);
  push(end);
  return new Uint8Array(Buffer.concat(pieces));
}
