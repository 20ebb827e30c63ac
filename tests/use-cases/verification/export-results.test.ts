import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, test } from 'vitest';
import type { ContestRules } from '#app/domain/contests/contest.ts';
import { HOUR } from '#app/domain/kernel/time.ts';
import { recomputeResults } from '#app/domain/results/recompute.ts';
import { exportRanking, exportResults, getResultsPage } from '#app/features/verification/index.server.ts';
import { ResultsFileSchema } from '#app/features/verification/results-file.schema.ts';
import { database } from '#app/platform/db/client.server.ts';
import { forgetEverything } from '#app/platform/db/forget.server.ts';
import { OPENING } from '#tests/support/clock.ts';
import { parseCsv } from '#tests/support/csv.ts';
import { useBuiltDatabase, useTestDatabase } from '#tests/support/database.ts';
import { AFTERWARDS, contestants, settledContest, sit, sweep, twoRounds } from '#tests/support/whole-contest.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

async function textOf(pieces: AsyncGenerator<string> | undefined): Promise<string> {
  if (!pieces) throw new Error('there is nothing to export');
  let whole = '';
  for await (const piece of pieces) whole += piece;
  return whole;
}

const exported = async (now = AFTERWARDS): Promise<string> => textOf(await exportResults({ slug: 'thi', now }));
const fileOf = (content: string) => ResultsFileSchema.parse(JSON.parse(content));
const csvOf = async (scope: string, withNames = false): Promise<string> =>
  textOf(
    await exportRanking({
      slug: 'thi',
      scope,
      locale: 'vi' as const,
      now: AFTERWARDS,
      ...(withNames ? { namesOf: fullNames } : {}),
    }),
  );
const fullNames = async (ids: readonly string[]) => {
  const rows = await (await database()).account.findMany({ where: { id: { in: [...ids] } } });
  return new Map(rows.map(({ id, fullName }) => [id, fullName]));
};

describe('the results of a contest that is settled', () => {
  const built = useBuiltDatabase(() => settledContest());

  test('are complete: recomputing them from the file alone gives the published ranking', async () => {
    const file = fileOf(await exported());
    expect(recomputeResults(file, sha256).differences).toEqual([]);
    const db = await database();
    expect(file.isFinal).toBe(true);
    expect(file.attempts).toHaveLength(built().attemptIds.length);
    expect(file.rankings.map(({ scope, rows }) => [scope, rows.length > 3])).toEqual([
      [1, true],
      [2, true],
      ['all', true],
    ]);
    const { lotSeed } = await db.contest.findFirstOrThrow();
    expect(file.whole.lot).toEqual({ seed: lotSeed, commitment: sha256(lotSeed) });
    expect(file.rounds[0]?.adjustments.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['extraTime', 'pause']));
    // A pause of an hour moved the close; the extension was undone in time.
    const { plannedClosesAt = '', closesAt = '' } = file.rounds[0] ?? {};
    expect(Date.parse(closesAt) - Date.parse(plannedClosesAt)).toBe(HOUR);
    expect(file.description).toMatchObject({ slug: 'thi', overall: 'sum', graceSeconds: 30, frozenForMinutes: 720 });
    expect(file.units.map(({ name }) => name)).toEqual(['Phường Thục Phán', 'Xã Trường Hà']);
  });

  test('are the same bytes each time, and end with the digest of what stands before', async () => {
    const content = await exported();
    forgetEverything();
    expect(await exported(AFTERWARDS + HOUR)).toBe(content);
    const lines = content.trimEnd().split('\n');
    const last = lines.pop();
    expect(last).toBe(`"sha256":"${sha256(`${lines.join('\n')}\n`)}"}`);
  });

  test('name nobody: no names, no accounts, no access code', async () => {
    const db = await database();
    const { rules, id } = await db.contest.findFirstOrThrow();
    const withCode = {
      ...(JSON.parse(rules) as ContestRules),
      entry: { units: [], blocks: [], excludesOrganizers: true, accessCode: 'MAT-MA-2026' },
    };
    await db.contest.update({ where: { id }, data: { rules: JSON.stringify(withCode) } });
    forgetEverything();
    const texts = [await exported(), await csvOf('1')];
    for (const { id: accountId, fullName, signInName } of await db.account.findMany()) {
      for (const text of texts) {
        expect(text).not.toContain(accountId);
        expect(text).not.toContain(fullName);
        expect(text).not.toContain(`"${signInName}"`);
      }
    }
    for (const text of texts) expect(text).not.toContain('MAT-MA-2026');
  });

  test('a row that is changed in the database is found by whoever recomputes the file', async () => {
    const db = await database();
    const row = await db.standing.findFirstOrThrow({
      where: { scopeId: built().contestId },
      orderBy: { rankKey: 'desc' },
    });
    const key = { scopeId_accountId: { scopeId: row.scopeId, accountId: row.accountId } };
    await db.standing.update({ where: key, data: { rankKey: '0', score: 1_000 } });
    const { differences } = recomputeResults(fileOf(await exported()), sha256);
    expect(differences.map(({ what }) => what)).toEqual(expect.arrayContaining(['rank', 'score']));
  });

  test('as CSV are the rows of the ranking, for Excel, without formulas', async () => {
    const [first] = await database().then((db) =>
      db.standing.findMany({
        where: { scopeId: built().contestId },
        orderBy: [{ rankKey: 'asc' }, { accountId: 'asc' }],
      }),
    );
    await (
      await database()
    ).account.update({ where: { id: first?.accountId ?? '' }, data: { fullName: '=HYPERLINK("x","bấm")' } });
    const file = fileOf(await exported());
    const all = file.rankings.find(({ scope }) => scope === 'all')?.rows ?? [];
    const plain = await csvOf('all');
    expect(plain.startsWith('\uFEFFHạng,Mã dự thi,Đơn vị,')).toBe(true);
    const rows = parseCsv(plain.slice(1));
    expect(rows.slice(1).map(([rank, person, , , score]) => [Number(rank), person, Number(score)])).toEqual(
      all.map(({ rank, person, score }) => [rank, person, score]),
    );
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([13]));
    const named = parseCsv((await csvOf('all', true)).slice(1));
    expect(named[0]?.[2]).toBe('Họ và tên');
    expect(named[1]?.[2]).toBe(`'=HYPERLINK("x","bấm")`);
    expect(named.map(([rank, person]) => [rank, person])).toEqual(rows.map(([rank, person]) => [rank, person]));
  });

  test('are not there for a contest or a ranking that there is not', async () => {
    expect(await exportResults({ slug: 'khong-co', now: AFTERWARDS })).toBeUndefined();
    for (const scope of ['3', '0', '', 'ALL', 'constructor']) {
      const query = { slug: 'thi', scope, locale: 'vi' as const, now: AFTERWARDS };
      expect(await exportRanking(query)).toBeUndefined();
    }
  });

  test('have a page that says that they are final, with the checksum of the file', async () => {
    const page = await getResultsPage({ slug: 'thi', wantsChecksum: false, now: AFTERWARDS });
    expect(page).toMatchObject({ isFinal: true, waiting: 0, attempts: built().attemptIds.length });
    expect(page?.checksum).toBe(sha256(await exported()));
    expect(page?.rankings.map(({ scope, title }) => [scope, title])).toEqual([
      ['1', 'Vòng 1'],
      ['2', 'Vòng 2'],
      ['all', undefined],
    ]);
  });

  describe('the command that recomputes', () => {
    const folder = mkdtempSync(join(tmpdir(), 'tim-hieu-results-'));
    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    /** Runs it with no settings at all: no database, no content. */
    async function recompute(content: string): Promise<{ code: number; out: string }> {
      const file = join(folder, 'results.json');
      writeFileSync(file, content);
      const args = ['--import', 'tsx', 'app/cli/main.ts', 'recompute-results', '--file', file];
      const env = { PATH: process.env['PATH'] ?? '', NODE_ENV: 'production' as const };
      try {
        const { stdout } = await promisify(execFile)(process.execPath, args, { env });
        return { code: 0, out: stdout };
      } catch (error) {
        const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
        return { code, out: stdout + stderr };
      }
    }

    test('needs the file alone, and says that it agrees', async () => {
      const { code, out } = await recompute(await exported());
      expect(out).toContain('khớp');
      expect(out).not.toContain('không khớp');
      expect(code).toBe(0);
    });

    test('finds a file that was changed, cut, or is something else', async () => {
      const content = await exported();
      const raised = await recompute(content.replace('"rank":1,', '"rank":2,'));
      expect(raised.code).toBe(1);
      expect(raised.out).toMatch(/rank: công bố 2, tính lại 1/u);
      expect(raised.out).toContain('SHA-256');
      const spaced = await recompute(content.replace('"isFinal":true', '"isFinal": true'));
      expect([spaced.code, spaced.out.includes('Tệp đã bị sửa')]).toEqual([1, true]);
      const cut = await recompute(content.slice(0, content.length / 2));
      expect([cut.code, cut.out.includes('không phải là tệp JSON trọn vẹn')]).toEqual([1, true]);
      const other = await recompute('{"format":"khac"}');
      expect([other.code, other.out.includes('không phải là tệp kết quả')]).toEqual([1, true]);
    }, 60_000);
  });
});

describe('results of other rules', () => {
  useTestDatabase({ per: 'test' });

  const VARIANTS: readonly [string, Partial<ContestRules>][] = [
    [
      'best round, prediction over the contest',
      { overall: 'best', prediction: { asks: 'attempts', scope: 'contest' } },
    ],
    [
      'first attempt, people all right',
      { attempts: { limits: [], counted: 'first' }, prediction: { asks: 'peopleAllRight', scope: 'round' } },
    ],
    [
      'rounds alone, no prediction',
      { overall: 'none', prediction: undefined, ranking: ['score', 'younger', 'submittedAt'], boards: 'live' },
    ],
  ];
  test.each(VARIANTS)('are recomputed too: %s', { timeout: 90_000 }, async (_, rules) => {
    await settledContest({ rules, people: 5 });
    const file = fileOf(await exported());
    const { rows, differences } = recomputeResults(file, sha256);
    expect(differences).toEqual([]);
    expect(rows).toBeGreaterThan(3);
    const asksForYears = file.description.ranking.some((each) => each === 'older' || each === 'younger');
    expect(file.attempts.every(({ birthYear }) => (birthYear !== undefined) === asksForYears)).toBe(true);
  });

  test('before the end are provisional: ranks end where something is not known, and no seed is told', async () => {
    await twoRounds();
    for (const [index, actor] of (await contestants(5)).entries()) await sit(actor, 'thi', OPENING, `tam-${index}`);
    const now = OPENING + HOUR;
    await sweep(now);
    const content = await exported(now);
    const file = fileOf(content);
    expect(file.isFinal).toBe(false);
    expect(recomputeResults(file, sha256).differences).toEqual([]);
    expect(file.rankings[0]?.rows).not.toEqual([]);
    const db = await database();
    for (const { lotSeed } of [...(await db.round.findMany()), await db.contest.findFirstOrThrow()]) {
      expect(content).not.toContain(lotSeed);
      expect(content).toContain(sha256(lotSeed));
    }
    expect(await getResultsPage({ slug: 'thi', wantsChecksum: true, now })).toMatchObject({
      isFinal: false,
      checksum: sha256(content),
    });
  });
});
