import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { PACKAGE_FILES } from '#app/domain/audit/sealed-package.ts';
import { runVerifyPackage } from '#app/cli/verify-package.ts';
import {
  checkAudit,
  getSealedPage,
  makePackage,
  readPackage,
  sealExisting,
  sealLog,
} from '#app/features/audit/index.server.ts';
import { forgetHead } from '#app/features/audit/index.server.ts';
import { openArchive } from '#app/platform/archive.server.ts';
import { ownPublicKey } from '#app/platform/signing-key.server.ts';
import { zipOf } from '#app/platform/zip.server.ts';
import { database } from '#app/platform/db/client.server.ts';
import { OPENING } from '#tests/support/clock.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { anAccount } from '#tests/support/factories.ts';
import { AFTERWARDS, settledContest, twoRounds } from '#tests/support/whole-contest.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });
useTestDatabase();

const folder = mkdtempSync(join(tmpdir(), 'niem-phong-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let parts: Map<string, Uint8Array>;
let zip: Uint8Array;
let publicKey: string;

beforeAll(async () => {
  forgetHead();
  await settledContest({ people: 4 });
  const organizer = await anAccount();
  await sealExisting({ now: AFTERWARDS });
  const actor = { accountId: organizer.id, unitId: organizer.unitId, unitPath: '/', birthYear: 1980, grants: [] };
  const made = await makePackage({ actor, contestSlug: 'thi', now: AFTERWARDS });
  if (!made.ok) throw new Error(made.error);
  zip = (await readPackage('thi', made.value))?.bytes ?? new Uint8Array();
  publicKey = ownPublicKey().pem;
  const archive = await openArchive(zip);
  parts = new Map();
  for (const name of archive.ok ? archive.value.names : []) {
    const read = archive.ok ? await archive.value.read(name) : undefined;
    if (read?.ok) parts.set(name, read.value);
  }
});

/** What the command says of a package. */
async function verdict(bytes: Uint8Array, key?: string): Promise<{ ok: boolean; code?: string; sentence: string }> {
  const file = join(folder, 'goi.zip');
  writeFileSync(file, bytes);
  const keyFile = join(folder, 'khoa.pem');
  if (key !== undefined) writeFileSync(keyFile, key);
  let said: { sentence: string; data: Readonly<Record<string, unknown>> } | undefined;
  const ok = await runVerifyPackage({
    options: { file, ...(key === undefined ? {} : { key: keyFile }) },
    operands: [],
    print: (sentence, data) => (said = { sentence, data }),
  });
  return { ok, sentence: said?.sentence ?? '', ...(ok ? {} : { code: String(said?.data['code']) }) };
}

const packed = (changes: ReadonlyMap<string, Uint8Array>): Promise<Uint8Array> =>
  zipOf(
    [...new Map([...parts, ...changes])].map(([name, bytes]) => ({ name, bytes })),
    AFTERWARDS,
  );

describe('a sealed package', () => {
  test('is right, and says by which key', async () => {
    expect([...parts.keys()].toSorted()).toEqual(Object.values(PACKAGE_FILES).toSorted());
    expect(await verdict(zip)).toMatchObject({ ok: true, sentence: expect.stringContaining('ĐÚNG') as string });
    expect(await verdict(zip, publicKey)).toMatchObject({
      ok: true,
      sentence: expect.stringContaining('khóa đã cho') as string,
    });
    const page = await getSealedPage({ slug: 'thi', now: AFTERWARDS });
    expect(page?.packages).toMatchObject([{ kind: 'contest', isHere: true }]);
    expect(page?.minutes.qr.path).toMatch(/^M\d/u);
    await sealLog({ now: AFTERWARDS });
    expect(await checkAudit()).toMatchObject({ findings: [] });
  });

  test('is wrong after a change of one bit, in whatever part', async () => {
    const wrong: string[] = [];
    for (const [name, bytes] of parts) {
      const places = Array.from({ length: 24 }, (_, index) => Math.floor((index * bytes.byteLength) / 24));
      for (const place of [...places, bytes.byteLength - 1]) {
        const changed = Uint8Array.from(bytes);
        changed[place] = (changed[place] ?? 0) ^ (1 << (place % 8));
        const { ok } = await verdict(await packed(new Map([[name, changed]])));
        if (ok) wrong.push(`${name} ${place}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  test('says in one sentence what is wrong', async () => {
    const results = Buffer.from(parts.get(PACKAGE_FILES.results) as Uint8Array).toString('utf8');
    const other = Buffer.from(results.replace(/"score":(\d+)/u, '"score":9$1'), 'utf8');
    expect(await verdict(await packed(new Map([[PACKAGE_FILES.results, other]])))).toMatchObject({
      code: 'changed-file',
      sentence: expect.stringContaining('ket-qua.json đã bị sửa') as string,
    });
    const without = new Map([...parts].filter(([name]) => name !== PACKAGE_FILES.signature));
    const bytes = await zipOf(
      [...without].map(([name, content]) => ({ name, bytes: content })),
      AFTERWARDS,
    );
    expect(await verdict(bytes)).toMatchObject({ code: 'missing-file' });
    expect(await verdict(await packed(new Map([['la.txt', new Uint8Array([1])]])))).toMatchObject({
      code: 'unknown-file',
    });
    expect(await verdict(new Uint8Array([80, 75, 3, 4]))).toMatchObject({ code: 'broken-archive' });
    expect(await verdict(zip, FOREIGN_KEY)).toMatchObject({ code: 'other-key' });
    expect(await verdict(zip, 'không phải khóa')).toMatchObject({ code: 'no-public-key' });
  });

  test('is checked on a machine without database and without secrets', async () => {
    const file = join(folder, 'rieng.zip');
    writeFileSync(file, zip);
    const nothing = join(folder, 'khong-co-gi');
    const command = ['--import', 'tsx', 'app/cli/main.ts', 'verify', '--file', file];
    const env = {
      NODE_ENV: 'production' as const,
      PATH: process.env['PATH'],
      DATA_DIR: nothing,
      DATABASE_URL: 'file:/khong/co/o/dau.db',
    };
    const { stdout } = await promisify(execFile)(process.execPath, command, { env });
    expect(stdout).toContain('ĐÚNG');
    expect(existsSync(nothing)).toBe(false);
  });
});

test('there is none before the contest is settled', async () => {
  await twoRounds({ slug: 'chua-chot' });
  const before = await (await database()).sealedExport.count();
  const actor = { accountId: 'x' } as never;
  expect(await makePackage({ actor, contestSlug: 'chua-chot', now: OPENING })).toEqual({
    ok: false,
    error: 'not-settled',
  });
  expect(await makePackage({ actor, contestSlug: 'khong-co', now: OPENING })).toEqual({
    ok: false,
    error: 'not-found',
  });
  expect(await (await database()).sealedExport.count()).toBe(before);
});

const FOREIGN_KEY = `-----BEGIN PUBLIC KEY-----
MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=
-----END PUBLIC KEY-----
`;
