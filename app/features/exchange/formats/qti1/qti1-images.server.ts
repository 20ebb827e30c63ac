import { posix } from 'node:path';
import type { FileRefusal } from '#app/domain/exchange/parsed-file.ts';
import { ok, type Result } from '#app/domain/kernel/result.ts';
import { pathFrom, type QtiFiles } from '../qti/qti-package.server.ts';

type Found = { readonly name: string; readonly bytes: Uint8Array } | undefined;

const IMAGE = /\.(?:png|jpe?g|gif|webp|bmp)$/iu;
/** Canvas and Common Cartridge put the folder of their files where this stands. */
const FILE_BASE = /^(?:\$|%24)IMS-CC-FILEBASE(?:\$|%24)\/?/iu;

/** Images of the package, found from a file of it: by its own folder, or by the end of the path. */
export async function imagesOfPackage(
  files: QtiFiles,
): Promise<Result<(from: string, address: string) => Found, FileRefusal>> {
  const images = new Map<string, Uint8Array>();
  for (const name of files.names.filter((each) => IMAGE.test(each))) {
    const bytes = await files.bytes(name);
    if (!bytes.ok) return bytes;
    images.set(name, bytes.value);
  }
  return ok((from, address) => {
    const isShared = FILE_BASE.test(address);
    const path = pathFrom(isShared ? 'x' : from, address.replace(FILE_BASE, ''));
    if (!path?.ok) return undefined;
    const wanted = path.value;
    const name = images.has(wanted)
      ? wanted
      : [...images.keys()].find((each) => each.endsWith(`/${isShared ? wanted : posix.basename(wanted)}`));
    const bytes = name === undefined ? undefined : images.get(name);
    return name === undefined || !bytes ? undefined : { name, bytes };
  });
}
