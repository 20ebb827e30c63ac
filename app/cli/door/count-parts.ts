import type { Request, Response } from 'express';
import { refuseRequest } from './refuse-request.ts';

/** Fields and files that one form with files has at the most; those of ours have a dozen. */
const MAX_PARTS = 1_000;

const boundaryOf = (type: string): string | undefined =>
  /boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/iu.exec(type)?.slice(1).find(Boolean);

/** How many times the bytes have the other bytes in them. */
function timesIn(bytes: Buffer, wanted: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(wanted); at !== -1; at = bytes.indexOf(wanted, at + wanted.length)) count += 1;
  return count;
}

/**
 * Counts the parts of a form with files while they arrive, and refuses it at the first that is too many.
 * why before anybody reads them: taking half a million parts apart would keep the whole server for half a minute.
 */
export function countParts(request: Request, response: Response): void {
  const boundary = boundaryOf(request.headers['content-type'] ?? '');
  if (boundary === undefined) return;
  const delimiter = Buffer.from(`--${boundary}`);
  const push = request.push.bind(request);
  let tail = Buffer.alloc(0);
  let parts = 0;
  // why here: every piece of a body comes in by push(), and whoever reads the request later reads it as always.
  request.push = (piece: Buffer | null, encoding?: BufferEncoding): boolean => {
    if (parts > MAX_PARTS) return false;
    if (piece !== null) {
      const bytes = Buffer.concat([tail, piece]);
      parts += timesIn(bytes, delimiter);
      tail = bytes.subarray(Math.max(0, bytes.length - delimiter.length + 1));
      if (parts > MAX_PARTS) {
        response.set('Connection', 'close').once('finish', () => request.destroy());
        refuseRequest(request, response, 413, 'Biểu mẫu có quá nhiều mục nên không được nhận. Chưa có gì thay đổi.');
        return false;
      }
    }
    return push(piece, encoding);
  };
}
