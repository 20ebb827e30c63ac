import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, test } from 'vitest';
import { database } from '#app/platform/db/client.server.ts';
import { commonItem, marksOf, REASON } from '#tests/support/correcting.ts';
import { useBuiltDatabase } from '#tests/support/database.ts';
import { settledContest } from '#tests/support/whole-contest.ts';

const SLOW = 120_000;

async function run(...args: string[]): Promise<{ code: number; out: string }> {
  try {
    const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', 'app/cli/main.ts', ...args]);
    return { code: 0, out: stdout };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, out: stdout + stderr };
  }
}

describe('a key that is corrected by the command line', () => {
  useBuiltDatabase(() => settledContest());
  const folder = mkdtempSync(join(tmpdir(), 'tim-hieu-keys-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('is looked at, corrected, verified, exported and recomputed', { timeout: SLOW }, async () => {
    const version = await commonItem();
    const { itemId } = await (await database()).itemVersion.findUniqueOrThrow({ where: { id: version } });
    const before = await marksOf();
    const asked = ['correct-key', '--contest', 'thi', '--item', itemId, '--kind', 'key', '--key', 'b, c'];
    const dry = await run(...asked, '--dry-run', '--json');
    const told = JSON.parse(dry.out) as { isDryRun: boolean; comparison: { attempts: number; changed: number } };
    expect(told.isDryRun).toBe(true);
    expect(told.comparison.changed).toBeGreaterThan(0);
    expect(await marksOf()).toEqual(before);

    const done = await run(...asked, '--reason', REASON);
    expect(done.out).toContain(`${told.comparison.changed} lượt đổi điểm`);
    expect([done.code, done.out.includes('Đã chấm lại xong.')]).toEqual([0, true]);
    expect(await marksOf()).not.toEqual(before);

    const verified = await run('verify', '--contest', 'thi');
    expect([verified.code, verified.out.includes('khớp.')]).toEqual([0, true]);
    const file = join(folder, 'ket-qua.json');
    expect((await run('export-results', '--contest', 'thi', '--out', file)).code).toBe(0);
    const recomputed = await run('recompute-results', '--file', file);
    expect(recomputed.code).toBe(0);
    expect(recomputed.out).toMatch(/Sửa đáp án đã đổi \d+ trong \d+ hàng của bảng toàn cuộc thi\./u);
  });

  test.each([
    [['--kind', 'key'], /Thiếu --key/u],
    [['--kind', 'sai'], /--kind phải là/u],
    [['--kind', 'original'], /đang được chấm đúng như vậy/u],
    [['--kind', 'void'], /Thiếu --reason/u],
  ])('is refused with %j, in words', { timeout: SLOW }, async (args, words) => {
    const { code, out } = await run('correct-key', '--contest', 'thi', '--item', await commonItem(), ...args);
    expect([code, out]).toEqual([1, expect.stringMatching(words)]);
    expect(await (await database()).keyCorrection.count()).toBe(0);
  });
});
