import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import {
  manifestText,
  PACKAGE_FILES,
  PACKAGE_FORMAT,
  PACKAGE_VERSION,
  type PackageManifest,
} from '#app/domain/audit/sealed-package.ts';
import type { Contest } from '#app/domain/contests/contest.ts';
import type { Actor } from '#app/domain/identity/actor.ts';
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { findContest, findCorrections } from '#app/features/contests/index.server.ts';
import { personCodeOf } from '#app/features/results/index.server.ts';
import { exportResults } from '#app/features/verification/index.server.ts';
import { recordAudit } from '#app/platform/db/audit.server.ts';
import { inTransaction } from '#app/platform/db/transaction.server.ts';
import { DATA_DIR } from '#app/platform/paths.server.ts';
import { ownPublicKey, signText } from '#app/platform/signing-key.server.ts';
import { findHead } from '../log.repo.server.ts';
import { sealLog, sha256 } from '../seal-log.server.ts';
import { readmeText } from './readme-text.ts';
import { findRulings, storeExport } from './sealed-export.repo.server.ts';

/** Where packages are kept. */
export const packageFile = (id: string): string => join(DATA_DIR, 'sealed', `${id}.zip`);

/** Whether something of the contest is settled, and nothing of it that has opened is not. */
export function canSeal({ rounds }: Contest, now: Instant): boolean {
  const counting = rounds.filter(({ kind }) => kind === 'contest');
  const isDone = counting.every(({ settledAt, opensAt }) => settledAt !== undefined || opensAt > now);
  return isDone && counting.some(({ settledAt }) => settledAt !== undefined);
}

/**
 * Makes a package that others can check without us: the results, a signed statement of what they are and how the audit log stood, and
 * the public key. Results are written piece by piece, so that memory stays bounded. Everything is durable before it is noted.
 * @returns the id of the package
 */
export async function makePackage(command: {
  actor: Actor;
  contestSlug: string;
  now: Instant;
}): Promise<Result<string, 'not-found' | 'not-settled'>> {
  const { actor, contestSlug, now } = command;
  const contest = await findContest({ slug: contestSlug });
  if (!contest) return refuse('not-found');
  if (!canSeal(contest, now)) return refuse('not-settled');
  await sealLog({ now });
  const id = randomUUID();
  await mkdir(join(DATA_DIR, 'sealed'), { recursive: true, mode: 0o700 });
  const results = `${packageFile(id)}.ket-qua`;
  try {
    const written = await writeResults(contestSlug, now, results);
    const manifest = await manifestOf(contest, written, now);
    const { keyId, signature } = signText(manifestText(manifest));
    await writeZip(packageFile(id), results, { manifest, signature, now });
    const { hash } = written;
    const kind = manifest.isFinal ? 'contest' : 'round';
    const fileName = `ket-qua-niem-phong-${contestSlug}-${manifest.madeAt.slice(0, 10)}.zip`;
    const row = { id, contestId: contest.id, kind, fileName, hash, keyId, madeById: actor.accountId, madeAt: now };
    await inTransaction(async (tx) => {
      await storeExport(tx, { ...row, signature, scopeId: contest.id });
      const detail = { exportId: id, hash };
      const subject = `contest:${contest.id}`;
      await recordAudit(tx, { at: now, actorId: actor.accountId, action: 'results.sealed', subject, detail });
    });
    return ok(id);
  } finally {
    await rm(results, { force: true });
  }
}

async function writeResults(
  slug: string,
  now: Instant,
  file: string,
): Promise<{ hash: string; bytes: number; isFinal: boolean }> {
  const pieces = await exportResults({ slug, now });
  if (!pieces) throw new Error(`the contest ${slug} went while its results were sealed`);
  const hash = createHash('sha256');
  const handle = await open(file, 'w', 0o600);
  let [bytes, head] = [0, ''];
  try {
    for await (const piece of pieces) {
      if (bytes === 0) head = piece;
      hash.update(piece);
      bytes += (await handle.write(piece)).bytesWritten;
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  return { hash: hash.digest('hex'), bytes, isFinal: head.includes('\n"isFinal":true,\n') };
}

const hashed = (text: string): { sha256: string; bytes: number } => ({
  sha256: sha256(text),
  bytes: Buffer.byteLength(text, 'utf8'),
});

async function manifestOf(
  contest: Contest,
  { hash, bytes, isFinal }: { hash: string; bytes: number; isFinal: boolean },
  now: Instant,
): Promise<PackageManifest> {
  const { id: keyId, pem } = ownPublicKey();
  const rulings = await findRulings(contest.id);
  return {
    format: PACKAGE_FORMAT,
    version: PACKAGE_VERSION,
    contest: { slug: contest.slug, title: contest.title },
    isFinal,
    rounds: contest.rounds
      .filter(({ kind, settledAt }) => kind === 'contest' && settledAt !== undefined)
      .map(({ number }) => number)
      .toSorted((a, b) => a - b),
    madeAt: new Date(now).toISOString(),
    keyId,
    files: {
      [PACKAGE_FILES.results]: { sha256: hash, bytes },
      [PACKAGE_FILES.readme]: hashed(readmeText(contest.title, keyId)),
      [PACKAGE_FILES.publicKey]: hashed(pem),
    },
    log: (await findHead()) ?? null,
    corrections: (await findCorrections(contest.id)).length,
    rulings: rulings.map(({ accountId, kind, cause, at }) => ({
      person: personCodeOf(contest.id, accountId),
      kind,
      cause,
      at: at.toISOString(),
    })),
  };
}

async function writeZip(
  file: string,
  results: string,
  { manifest, signature, now }: { manifest: PackageManifest; signature: string; now: Instant },
): Promise<void> {
  const zip = new ZipFile();
  const options = { mtime: new Date(now), mode: 0o100644 };
  const add = (name: string, text: string): void => zip.addBuffer(Buffer.from(text, 'utf8'), name, options);
  add(PACKAGE_FILES.readme, readmeText(manifest.contest.title, manifest.keyId));
  add(PACKAGE_FILES.manifest, manifestText(manifest));
  add(PACKAGE_FILES.signature, `${signature}\n`);
  add(PACKAGE_FILES.publicKey, ownPublicKey().pem);
  zip.addFile(results, PACKAGE_FILES.results, options);
  zip.end();
  const partial = `${file}.dang-ghi`;
  await pipeline(zip.outputStream, createWriteStream(partial, { mode: 0o600, flush: true }));
  await rename(partial, file);
}
