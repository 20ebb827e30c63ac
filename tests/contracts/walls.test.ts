// A wall that no tool checks is not a wall, and a tool that nobody checks may be asleep: breaches are planted here.
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { filesUnder } from '#tests/support/files.ts';

/** What the planted files lean on. */
const GROUND: Record<string, string> = {
  'app/domain/kernel/time.ts': 'export type Instant = number; export const SECOND = 1000;',
  'app/paths.ts': "export const paths = { home: () => '/' };",
  'app/text/define-text.ts': 'export const defineText = (text: object) => text;',
  'app/text/shell.ts': "import { defineText } from './define-text.ts'; export const shellText = defineText({});",
  'app/platform/clock.server.ts': 'export const now = () => 0;',
  'app/platform/db/client.server.ts': "import '@prisma/client'; export const database = () => undefined;",
  'app/platform/db/transaction.server.ts':
    "import { database } from './client.server.ts'; export const inTransaction = database; export type Tx = object;",
  'app/features/contests/contest.repo.server.ts':
    "import { database } from '#app/platform/db/client.server.ts'; export const load = database;",
  'app/features/contests/get-contest.server.ts':
    "import { load } from './contest.repo.server.ts'; export const getContest = () => load(); export interface ContestView { title: string }",
  'app/features/contests/index.server.ts': "export { getContest, type ContestView } from './get-contest.server.ts';",
  'app/features/identity/index.server.ts': 'export const signIn = () => undefined;',
  'app/features/attempts/save.schema.ts':
    "import { z } from 'zod'; export const Save = z.string(); export type Save = z.infer<typeof Save>;",
  'app/features/attempts/index.server.ts': 'export const attempts = 1;',
  'app/worker/sw.ts': 'export const worker = 1;',
  'prisma/generated/sqlite/client.ts': 'export type A = object;',
};

/** rule, file that breaks it, its source */
const BREACHES: [rule: string, file: string, source: string][] = [
  ['domain-is-pure', 'app/domain/a/fs.ts', "import 'node:fs';"],
  ['domain-is-pure', 'app/domain/a/react.ts', "import 'react';"],
  [
    'domain-is-pure',
    'app/domain/a/type.ts',
    "import type { Save } from '#app/features/attempts/save.schema.ts'; export type A = Save;",
  ],
  ['domain-is-pure', 'app/domain/a/text.ts', "import '#app/text/shell.ts';"],
  [
    'no-circles',
    'app/domain/loop/one.ts',
    "import { two } from './two.ts'; export type One = 1; export const one = two;",
  ],
  ['text-is-only-text', 'app/text/react.ts', "import 'react';"],
  ['text-is-only-text', 'app/text/room.ts', "import '#app/paths.ts';"],
  [
    'text-takes-only-types-of-the-domain',
    'app/text/decides.ts',
    "import { SECOND } from '#app/domain/kernel/time.ts'; export const a = SECOND;",
  ],
  ['platform-knows-no-rooms', 'app/platform/knows.server.ts', "import '#app/features/contests/index.server.ts';"],
  [
    'ui-is-dumb',
    'app/ui/room.tsx',
    "import type { ContestView } from '#app/features/contests/index.server.ts'; export type A = ContestView;",
  ],
  ['ui-is-dumb', 'app/ui/clock.tsx', "import '#app/platform/clock.server.ts';"],
  ['the-worker-stands-alone', 'app/worker/knows.ts', "import '#app/paths.ts';"],
  ['nobody-runs-the-worker', 'app/features/attempts/runs.ts', "import '#app/worker/sw.ts';"],
  ['paths-know-nobody', 'app/paths.ts', "import './text/shell.ts'; export const paths = {};"],
  ['routes-are-leaves', 'app/features/contests/up.tsx', "import '#app/routes/contests.tsx';"],
  ['routes-never-touch-the-database', 'app/routes/repo.tsx', "import '#app/features/contests/contest.repo.server.ts';"],
  ['routes-never-touch-the-database', 'app/routes/transaction.tsx', "import '#app/platform/db/transaction.server.ts';"],
  ['routes-never-touch-the-client', 'app/routes/client.tsx', "import '#app/platform/db/client.server.ts';"],
  [
    'only-repos-touch-prisma',
    'app/features/contests/get-list.server.ts',
    "import '#app/platform/db/client.server.ts';",
  ],
  [
    'only-repos-touch-prisma',
    'app/features/contests/get-rows.server.ts',
    "import type { A } from '#prisma/generated/sqlite/client.ts'; export type B = A;",
  ],
  [
    'rooms-have-one-door',
    'app/features/attempts/back-door.server.ts',
    "import '#app/features/contests/get-contest.server.ts';",
  ],
  ['room-order:contests', 'app/features/contests/turn.server.ts', "import '#app/features/attempts/index.server.ts';"],
  ['room-order:identity', 'app/features/identity/stray.server.ts', "import '#app/features/contests/index.server.ts';"],
  ['every-room-is-on-the-plan', 'app/features/extra/index.server.ts', "import 'node:fs';"],
  [
    'use-cases-know-no-http',
    'app/features/contests/go.server.ts',
    "import { redirect } from '@remix-run/node'; export const go = redirect;",
  ],
  [
    'browser-never-sees-server',
    'app/features/contests/list.tsx',
    "import { getContest } from './get-contest.server.ts'; export const a = getContest;",
  ],
  [
    'browser-never-sees-server',
    'app/features/contests/use-list.ts',
    "import { now } from '#app/platform/clock.server.ts'; export const a = now;",
  ],
  [
    'answer-sheet-carries-no-zod',
    'app/features/attempts/sheet.tsx',
    "import { Save } from './save.schema.ts'; export const a = Save;",
  ],
  ['cli-is-a-second-front-door', 'app/cli/repo.ts', "import '#app/features/contests/contest.repo.server.ts';"],
  ['cli-is-a-second-front-door', 'app/cli/view.ts', "import '#app/features/contests/fine.tsx';"],
  ['nobody-imports-the-cli', 'app/background.server.ts', "import '#app/cli/verb.ts';"],
  ['nobody-imports-tests', 'app/platform/tested.server.ts', "import '#tests/support/clock.ts';"],
  ['no-unresolvable', 'app/routes/nowhere.tsx', "import './not-there.ts';"],
];

/** Look-alikes that are lawful. */
const LAWFUL: Record<string, string> = {
  'app/domain/loop/two.ts': "import type { One } from './one.ts'; export const two: One = 1;",
  'app/domain/units/fine.ts': "import type { Instant } from '../kernel/time.ts'; export type A = Instant;",
  'app/text/fine.ts':
    "import type { Instant } from '#app/domain/kernel/time.ts'; import './define-text.ts'; export type A = Instant;",
  'app/ui/fine.tsx':
    "import 'react'; import '@remix-run/react'; import '#app/text/shell.ts'; import '#app/paths.ts'; import type { Instant } from '#app/domain/kernel/time.ts'; export type A = Instant;",
  'app/routes/contests.tsx':
    "import '#app/features/contests/index.server.ts'; import '#app/features/contests/fine.tsx'; import '#app/platform/clock.server.ts'; import '@remix-run/node';",
  'app/features/identity/guard.server.ts': "import '@remix-run/node';",
  'app/features/contests/fine.tsx':
    "import type { ContestView } from './get-contest.server.ts'; import 'react'; export type A = ContestView;",
  'app/features/contests/register.server.ts':
    "import '#app/platform/db/transaction.server.ts'; import './contest.repo.server.ts';",
  'app/features/attempts/start.server.ts': "import '#app/features/contests/index.server.ts';",
  'app/features/attempts/fine.tsx': "import type { Save } from './save.schema.ts'; export type A = Save;",
  'app/cli/verb.ts': "import '#app/features/contests/index.server.ts'; import '#app/platform/clock.server.ts';",
  'tests/support/clock.ts': "import '#app/routes/contests.tsx';",
};

interface Report {
  readonly summary: {
    readonly violations: readonly { readonly from: string; readonly rule: { readonly name: string } }[];
  };
}

const folder = mkdtempSync(join(tmpdir(), 'tim-hieu-walls-'));
let found: { file: string; rule: string }[] = [];

function cruise(): Report {
  const depcruise = resolve('node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  try {
    const json = execFileSync(
      process.execPath,
      [depcruise, 'app', 'tests', '--config', '.dependency-cruiser.cjs', '--output-type', 'json'],
      {
        cwd: folder,
        encoding: 'utf8',
        maxBuffer: 64 * 1024 * 1024,
      },
    );
    return JSON.parse(json) as Report;
  } catch (error) {
    // why: it exits with the number of breaches, and the report still stands on its output.
    return JSON.parse((error as { stdout: string }).stdout) as Report;
  }
}

beforeAll(() => {
  for (const file of ['package.json', 'tsconfig.json', '.dependency-cruiser.cjs'])
    copyFileSync(file, join(folder, file));
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  const planted = Object.fromEntries(BREACHES.map(([, file, source]) => [file, source]));
  for (const [file, source] of Object.entries({ ...GROUND, ...LAWFUL, ...planted })) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), source);
  }
  found = cruise().summary.violations.map(({ from, rule }) => ({ file: from, rule: rule.name }));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('planted breaches', () => {
  test.each(BREACHES)('%s catches %s', (rule, file) => {
    expect(found).toContainEqual({ file, rule });
  });

  test.each(Object.keys(LAWFUL).filter((file) => file !== 'app/domain/loop/two.ts'))('%s is lawful', (file) => {
    expect(found.filter((each) => each.file === file)).toEqual([]);
  });

  test('every rule of the plan has a breach here', () => {
    const rules = readFileSync('.dependency-cruiser.cjs', 'utf8').matchAll(/forbid\(\s*'([a-z-]+)'/g);
    const planted = new Set(BREACHES.map(([rule]) => rule));
    expect([...rules].map((match) => match[1]).filter((rule) => rule !== undefined && !planted.has(rule))).toEqual([]);
  });
});

describe('what the linter cannot say', () => {
  const domain = filesUnder('app/domain', /\.ts$/);

  test('domain/ never asks for the current date', () => {
    const asks = domain.filter((file) => /new Date\(\s*\)|\bDate\(\s*\)/.test(readFileSync(file, 'utf8')));
    expect(asks).toEqual([]);
    expect(domain.length).toBeGreaterThan(20);
  });

  test('no folder or file is a bag for everything', () => {
    const bags = /(^|\/)(utils?|helpers?|misc|common|services?|managers?)(\/|\.|-)/;
    expect(filesUnder('app', /\.tsx?$/).filter((file) => bags.test(file))).toEqual([]);
  });
});
