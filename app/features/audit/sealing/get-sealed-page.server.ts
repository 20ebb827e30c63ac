import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Instant } from '#app/domain/kernel/time.ts';
import { findContest } from '#app/features/contests/index.server.ts';
import { getFullNames } from '#app/features/identity/index.server.ts';
import { encode } from 'uqr';
import { ownPublicKey } from '#app/platform/signing-key.server.ts';
import { findHead } from '../log.repo.server.ts';
import { canSeal, packageFile } from './make-package.server.ts';
import { findExport, listExports } from './sealed-export.repo.server.ts';

/** What is written into the minutes: how the log stands, and by which key is signed. */
export interface ForTheMinutes {
  readonly head: { readonly sequence: number; readonly hash: string } | undefined;
  readonly keyId: string;
  /** The same as a QR code: dark squares as one path, of so many units. */
  readonly qr: { readonly size: number; readonly path: string };
}

/** Reads what the minutes take up. */
export async function forTheMinutes(): Promise<ForTheMinutes> {
  const head = await findHead();
  const { id: keyId } = ownPublicKey();
  const text = `tim-hieu so=${head?.sequence ?? 0} ma=${head?.hash ?? ''} khoa=${keyId}`;
  // why a border of four: readers of codes want a quiet zone (ISO/IEC 18004).
  const { size, data } = encode(text, { ecc: 'M', border: 4 });
  const path = data.map((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')).join('')).join('');
  return { head, keyId, qr: { size, path } };
}

/** A package on its page. */
export interface SealedRow {
  readonly id: string;
  readonly kind: string;
  readonly hash: string;
  readonly keyId: string;
  readonly madeAt: Instant;
  readonly madeBy: string | undefined;
  /** False where this machine does not hold its file. */
  readonly isHere: boolean;
}

/** The packages of a contest, and whether one can be made; undefined for a contest that does not exist. */
export async function getSealedPage({ slug, now }: { slug: string; now: Instant }) {
  const contest = await findContest({ slug });
  if (!contest) return undefined;
  const rows = await listExports(contest.id);
  const names = await getFullNames(rows.flatMap(({ madeById }) => madeById ?? []));
  const packages = rows.map(({ id, kind, hash, keyId, madeAt, madeById }): SealedRow => ({
    id,
    kind,
    hash,
    keyId,
    madeAt,
    madeBy: madeById === undefined ? undefined : names.get(madeById),
    isHere: existsSync(packageFile(id)),
  }));
  return { title: contest.title, canSeal: canSeal(contest, now), packages, minutes: await forTheMinutes() };
}

/** The file of a package; undefined where there is none, or this machine does not hold it. */
export async function readPackage(
  slug: string,
  id: string,
): Promise<{ fileName: string; bytes: Uint8Array; contestId: string } | undefined> {
  const contest = await findContest({ slug });
  const found = contest && (await findExport(id, contest.id));
  if (!found || !existsSync(packageFile(found.id))) return undefined;
  const { fileName, contestId } = found;
  return { fileName, contestId, bytes: new Uint8Array(await readFile(packageFile(found.id))) };
}
