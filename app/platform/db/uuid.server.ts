import { randomBytes } from 'node:crypto';
import { now } from '#app/platform/clock.server.ts';

let last = 0;

/**
 * An id whose order is that of its making (UUID version 7, RFC 9562), as the database's own ones: for rows whose id must be
 * known before they are written.
 */
export function orderedId(): string {
  const bytes = randomBytes(16);
  // why a step of 1/4096 ms: ids that one process makes within one millisecond keep their order too.
  last = Math.max(last + 1, Math.floor(now() * 4_096));
  bytes.writeUIntBE(Math.floor(last / 4_096), 0, 6);
  bytes.writeUInt16BE(0x70_00 | (last % 4_096), 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
