// Contests as files at the command line: out, in, changed, and refused with the line that is wrong.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'tim-hieu-files-'));
const fileOf = (name: string): string => join(folder, name);

function app(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'app/cli/main.ts', ...args], {
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: 'production', DATABASE_URL: `file:${folder}/files.db`, LOG_LEVEL: 'silent' },
  });
  return { status, stdout, words: `${stdout}${stderr}` };
}

beforeAll(() => expect(app('load-content').status).toBe(0), 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a contest is exported, comes in as a new one with the same bytes, and is changed by its own file', () => {
  const exported = app('export-contest', '--slug', 'tim-hieu-chuyen-de');
  expect(exported.status).toBe(0);
  // why the year: a contest that has closed cannot be published anew.
  const yaml = exported.stdout
    .replace('slug: tim-hieu-chuyen-de', 'slug: ban-sao')
    .replaceAll(/2026-(\d\d-\d\dT)/gu, '2099-$1');
  writeFileSync(fileOf('new.yml'), yaml);
  const imported = app('import-contest', '--file', fileOf('new.yml'), '--publish', '--json');
  expect(JSON.parse(imported.stdout)).toEqual({ slug: 'ban-sao', change: false });
  expect(app('export-contest', '--slug', 'ban-sao').stdout).toBe(yaml);
  writeFileSync(fileOf('change.yml'), yaml.replace(/^title: .*$/mu, 'title: Tên đã đổi qua tệp'));
  const changed = app('import-contest', '--file', fileOf('change.yml'), '--publish', '--json');
  expect(JSON.parse(changed.stdout)).toEqual({ slug: 'ban-sao', change: true });
  expect(app('export-contest', '--slug', 'ban-sao').stdout).toBe(readFileSync(fileOf('change.yml'), 'utf8'));
}, 120_000);

test('a file with faults is refused by line, and leaves no draft that would stand in the way', () => {
  const { stdout } = app('export-contest', '--slug', 'tim-hieu-chuyen-de');
  const line = stdout.split('\n').findIndex((each) => each.startsWith('ranking:')) + 1;
  writeFileSync(fileOf('bad.yml'), stdout.replace(/^ranking: .*$/mu, 'ranking: [may-man]'));
  for (const more of [[], ['--publish']]) {
    const refused = app('import-contest', '--file', fileOf('bad.yml'), ...more);
    expect(refused.status).toBe(1);
    expect(refused.words).toContain(`bad.yml:${line} ranking[0]: phải là một trong: score,`);
    expect(refused.words).toContain('Chưa có gì thay đổi.');
  }
  expect(app('export-contest', '--slug', 'khong-co')).toMatchObject({ status: 1 });
  expect(app('import-contest').words).toContain('Cách dùng: npm run app -- import-contest');
}, 120_000);
