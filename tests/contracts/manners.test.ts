// What the code must not do, wherever somebody writes it. A rule that finds nothing may be asleep: each is shown a breach first.
import { readFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { filesUnder } from '#tests/support/files.ts';

interface Manner {
  readonly name: string;
  readonly breach: RegExp;
  /** Lines that the rule must find, and lawful ones that it must leave alone. */
  readonly planted: readonly string[];
  readonly lawful: readonly string[];
  /** Files where it is allowed, each for a reason of its own. */
  readonly allowed?: readonly string[];
}

const MANNERS: readonly Manner[] = [
  {
    name: 'no query is made of pieces of text',
    breach: /\$(?:query|execute)RawUnsafe\b/u,
    planted: ['db.$queryRawUnsafe(`SELECT ${name}`)', "await tx.$executeRawUnsafe('DELETE')"],
    lawful: ['db.$queryRaw`SELECT ${name}`'],
  },
  {
    name: 'words of a query that are no values come from the code itself',
    breach: /Prisma\.raw\(/u,
    planted: ['Prisma.raw(request.query)'],
    lawful: ['Prisma.sql`a = ${b}`'],
    allowed: [
      // Names of columns, and a list of sums: constants of the same file.
      'app/features/participation/tallies/own-figures.repo.server.ts',
      'app/features/participation/tallies/tally.repo.server.ts',
    ],
  },
  {
    name: 'a text becomes HTML in one place',
    breach: /dangerouslySetInnerHTML|\.(?:inner|outer)HTML\s*=(?!=)|insertAdjacentHTML|document\.write\b|srcdoc=/iu,
    planted: ['<p dangerouslySetInnerHTML={{ __html: name }} />', 'box.innerHTML = name', 'document.write(name)'],
    lawful: ['if (box.innerHTML === name)', 'box.textContent = name'],
    allowed: ['app/ui/safe-html.tsx'],
  },
  {
    name: 'no text is run as code',
    breach: /\beval\(|\bnew Function\(|set(?:Timeout|Interval)\(\s*['"`]|\bvm\.run|from 'node:vm'/u,
    planted: ['eval(text)', "new Function('return 1')", "setTimeout('go()', 1)"],
    lawful: ['evaluate(text)', 'setTimeout(() => go(), 1)', 'new Worker(GUARD, { eval: true })'],
  },
  {
    name: 'no other program is started, but for processes of our own that read and make files',
    breach: /node:child_process/u,
    planted: ["import { exec } from 'node:child_process';"],
    lawful: ["import { Worker } from 'node:worker_threads';"],
    allowed: ['app/platform/reading/read-in-process.server.ts', 'app/features/reports/files/make-in-process.server.ts'],
  },
  {
    name: 'a shell is never asked',
    breach: /(?<![.\w])exec(?:Sync)?\(\s*[`'"]|shell:\s*true/u,
    planted: ["execSync('rm x')", 'spawn(name, { shell: true })'],
    lawful: ["/a/u.exec('a')", 'fork(file, [])'],
  },
  {
    name: 'chance that somebody must not guess is never that of Math.random',
    breach: /Math\.random\(/u,
    planted: ['const code = Math.random()'],
    lawful: ['const code = randomInt(10)'],
    allowed: [
      // How long somebody waits before the next try, so that not all come at once: nothing that is kept from anybody.
      'app/features/attempts/device/autosave.ts',
      'app/features/attempts/device/watch-sheet.ts',
      'app/features/contests/use-lobby-clock.ts',
      'app/platform/db/transaction.server.ts',
    ],
  },
  {
    name: 'no hash or cipher that is broken',
    breach: /createHash\(\s*['"](?:md5|sha1)['"]|createCipher(?:iv)?\(\s*['"][^'"]*(?:ecb|des|rc4)|createDecipher\(/iu,
    planted: ["createHash('md5')", "createCipheriv('aes-256-ecb', key, null)"],
    lawful: ["createHash('sha256')", "createCipheriv('aes-256-gcm', key, iv)"],
  },
];

const SOURCES = filesUnder('app', /\.tsx?$/u);
const read = (file: string): string => readFileSync(file, 'utf8');
/** What runs, without what is said about it. */
const codeOf = (source: string): string =>
  source
    .replaceAll(/\/\*[\s\S]*?\*\//gu, '')
    .split('\n')
    .filter((line) => !/^\s*\/\//u.test(line))
    .join('\n');

describe.each(MANNERS)('$name', ({ breach, planted, lawful, allowed = [] }) => {
  test('is a rule that bites, and only where it should', () => {
    expect(planted.filter((line) => !breach.test(line))).toEqual([]);
    expect(lawful.filter((line) => breach.test(line))).toEqual([]);
  });

  test('holds in all of the application', () => {
    const found = SOURCES.filter((file) => breach.test(codeOf(read(file))));
    expect(found.filter((file) => !allowed.includes(file))).toEqual([]);
    // An exception that nobody needs any more is a hole.
    expect(allowed.filter((file) => !found.includes(file))).toEqual([]);
  });
});

describe('words of queries that are no values', () => {
  test('are called with constants of their own file alone', () => {
    const calls = SOURCES.flatMap((file) =>
      [...read(file).matchAll(/\b(?:hourOf|before)\(\s*([^,)]+)/gu)].map(([, argument = '']) => ({ file, argument })),
    ).filter(({ file }) => file.includes('/tallies/'));
    // A definition, a text in quotes, or the parameter that is handed on.
    const strange = calls.filter(
      ({ argument }) => !/^(?:column|'[\w.\\"()]*'?|"[^$]*"?|`[^$]*`?)/u.test(argument.trim()),
    );
    expect(strange).toEqual([]);
  });
});

/** Secrets as they look. The last one is a word beside a long text that looks like chance. */
const SECRETS: readonly RegExp[] = [
  /-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----/u,
  /\bAKIA[0-9A-Z]{16}\b/u,
  /\bgh[pousr]_[A-Za-z0-9]{36}\b/u,
  /\bnpm_[A-Za-z0-9]{36}\b/u,
  /\bxox[abprs]-[A-Za-z0-9-]{10,}/u,
  /\beyJ[\w-]{20,}\.eyJ[\w-]{20,}\./u,
  /\b(?:postgres(?:ql)?|mysql|smtps?):\/\/[^\s:/@'"`]+:(?!password|mat-khau|secret|\$)[^\s@/'"`]{6,}@(?!host|127\.0\.0\.1|localhost)/u,
  /(?:secret|password|token|api_?key)['"]?\s*[:=]\s*['"][A-Za-z0-9+/]{40,}={0,2}['"]/iu,
];

describe('secrets', () => {
  const tracked = execFileSync('git', ['ls-files'], { encoding: 'utf8' })
    .split('\n')
    .filter((file) => file !== '' && !/\.(?:png|jpg|ico|woff2?|xlsx|docx|zip|pdf)$|^package-lock\.json$/u.test(file));

  test('would be seen', () => {
    for (const planted of [
      ['-----BEGIN ', 'PRIVATE KEY-----'],
      ['AKIA', 'ABCDEFGHIJKLMNOP'],
      ['ghp_', 'a'.repeat(36)],
      ['postgres://thi:', 'matkhauthat@db.example.vn/thi'],
      ['INSTALLATION_SECRET="', `${'aB3'.repeat(15)}"`],
    ]) {
      expect(
        SECRETS.some((pattern) => pattern.test(planted.join(''))),
        planted[0],
      ).toBe(true);
    }
  });

  test('are in no file of the project', () => {
    expect(tracked.length).toBeGreaterThan(500);
    const found = tracked.filter((file) => {
      const text = read(file);
      return SECRETS.some((pattern) => pattern.test(text));
    });
    expect(found).toEqual([]);
    expect(tracked.filter((file) => /(?:^|\/)\.env$|\.pem$|\.key$|id_rsa/u.test(file))).toEqual([]);
  });
});
