// The operator at the command line, as a person who types: sentences, exit codes, and what the database holds afterwards.
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'tim-hieu-operator-'));

function app(args: readonly string[], input = '', extra: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'app/cli/main.ts', ...args], {
    input,
    encoding: 'utf8',
    env: {
      ...process.env,
      NODE_ENV: 'production',
      DATABASE_URL: `file:${folder}/operator.db`,
      LOG_LEVEL: 'silent',
      ...extra,
    },
  });
  return { status, words: `${stdout}${stderr}` };
}

beforeAll(() => {
  expect(app(['load-content']).status).toBe(0);
  const created = app(
    ['create-admin', '--name', 'quantri', '--full-name', 'Nguyễn Quản Trị', '--birth-year', '1980'],
    'núi non nước biếc\n',
  );
  expect(created.words).toContain('Đã tạo quản trị viên quantri');
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the command line', () => {
  test('gives a role at a unit, and says why not', () => {
    const role = (name: string, kind: string, unit: string) =>
      app(['grant-role', '--name', name, '--role', kind, '--unit', unit]);
    expect(role('quantri', 'organizer', 'cao-bang')).toMatchObject({ status: 0 });
    expect(role('quantri', 'organizer', 'khong-co')).toMatchObject({ status: 1 });
    expect(role('khong-ai', 'organizer', 'cao-bang').words).toContain('Không có tài khoản này');
    expect(role('quantri', 'vua', 'cao-bang').words).toContain('administrator|organizer|unitManager');
  }, 60_000);

  test('sets a new password, and refuses a weak one', () => {
    expect(app(['reset-password', '--name', 'quantri'], 'sông quây sơn xanh').status).toBe(0);
    expect(app(['reset-password', '--name', 'quantri'], '12345678').words).toContain('Chưa có gì thay đổi');
    expect(app(['reset-password', '--name', 'khong-ai'], 'sông quây sơn xanh').status).toBe(1);
  }, 60_000);

  test('start names everything that is missing, and starts nothing', () => {
    const { status, words } = app(['start'], '', { DEMO: '1' });
    expect(status).toBe(1);
    expect(words).toContain('Thiếu APP_ORIGIN');
    expect(words).toContain('DEMO=1 chỉ dành cho bản trình diễn');
    const fresh = app(['start'], '', { DATABASE_URL: `file:${folder}/empty.db`, APP_ORIGIN: 'http://localhost:3999' });
    expect(fresh.status).toBe(1);
    expect(fresh.words).toContain('load-content');
    expect(app(['start'], '', { DATABASE_URL: 'mysql://x' }).words).toContain('DATABASE_URL');
  }, 60_000);

  test('keeps a phone number sealed, finds it while keys are changed, and afterwards without the old one', () => {
    const [old, fresh] = ['c'.repeat(40), 'm'.repeat(40)];
    const at = (INSTALLATION_SECRET: string) => ({ INSTALLATION_SECRET });
    const create = ['create-admin', '--name', '+84 912 345 678', '--full-name', 'Lý Văn Khóa', '--birth-year', '1981'];
    expect(app(create, 'núi non nước biếc', at(old)).status).toBe(0);
    const reset = (secrets: string) =>
      app(['reset-password', '--name', '0912345678'], 'sông quây sơn xanh', at(secrets)).status;
    expect(reset(old)).toBe(0);
    expect(reset(fresh)).toBe(1);
    expect(reset(`${fresh},${old}`)).toBe(0);
    const lost = app(['rotate-keys'], '', at(fresh));
    expect(lost).toMatchObject({ status: 1 });
    expect(lost.words).toContain('1 chỗ không mở được');
    const rotated = app(['rotate-keys', '--json'], '', at(`${fresh},${old}`));
    expect(rotated.status).toBe(0);
    const { secrets, columns } = JSON.parse(rotated.words) as { secrets: number; columns: object[] };
    expect(secrets).toBe(2);
    expect(columns[0]).toEqual({ column: 'Account.phoneSealed', sealed: 1, unreadable: 0 });
    expect(app(['rotate-keys'], '', at(`${fresh},${old}`)).words).toContain('đã dùng khóa mới nhất');
    expect(reset(fresh)).toBe(0);
    expect(reset(old)).toBe(1);
    const files = readdirSync(folder).filter((name) => name.startsWith('operator.db'));
    expect(files.length).toBeGreaterThan(0);
    for (const name of files) expect(readFileSync(join(folder, name)).includes('912345678')).toBe(false);
  }, 120_000);

  test('does not start where others may read the secrets', () => {
    const data = mkdtempSync(join(tmpdir(), 'tim-hieu-secrets-'));
    try {
      const start = () => app(['start'], '', { DATA_DIR: data, DEMO: '1' });
      mkdirSync(join(data, 'secrets'), { mode: 0o700 });
      writeFileSync(join(data, 'secrets/installation.key'), 'k'.repeat(64), { mode: 0o600 });
      expect(start().words).not.toContain('chmod');
      chmodSync(join(data, 'secrets/installation.key'), 0o640);
      expect(start().words).toContain(`chmod 600 ${data}/secrets/installation.key`);
      chmodSync(join(data, 'secrets/installation.key'), 0o600);
      chmodSync(join(data, 'secrets'), 0o755);
      expect(start()).toMatchObject({ status: 1 });
      expect(start().words).toContain(`chmod 700 ${data}/secrets`);
    } finally {
      rmSync(data, { recursive: true, force: true });
    }
  }, 60_000);

  test('an unknown command or option is a wrong call', () => {
    expect(app(['khong-co']).status).toBe(2);
    expect(app(['migrate', '--khong-co']).status).toBe(2);
  }, 60_000);
});
