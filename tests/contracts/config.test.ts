import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { filesUnder } from '#tests/support/files.ts';
import remixConfig from '../../remix.config.ts';

const read = (file: string): string => readFileSync(file, 'utf8');

describe('remix.config.ts', () => {
  test('is the configuration that Vite builds with', () => {
    expect(read('vite.config.ts')).toMatch(/import remixConfig from '\.\/remix\.config\.ts'/);
    expect(read('vite.config.ts')).toMatch(/remix\(remixConfig\)/);
  });

  test('every future flag that this version knows is on, but the one that would replace the file routes', () => {
    const known = [...read('node_modules/@remix-run/dev/dist/config.d.ts').matchAll(/\b(v3_\w+): boolean/g)].map(
      (match) => match[1],
    );
    expect(known.length).toBeGreaterThan(4);
    expect(remixConfig.future).toEqual(Object.fromEntries(known.map((flag) => [flag, flag !== 'v3_routeConfig'])));
  });
});

describe('.env.example', () => {
  const named = new Set([...read('.env.example').matchAll(/^(?:# )?([A-Z][A-Z_]+)=/gm)].map((match) => match[1]));

  test('names every setting of the process', () => {
    const schema = [...read('app/platform/env.server.ts').matchAll(/^ {2}([A-Z][A-Z_]+):/gm)].map((match) => match[1]);
    const direct = filesUnder('app', /\.tsx?$/).flatMap((file) =>
      [...read(file).matchAll(/process\.env(?:\.|\[')([A-Z][A-Z_]+)/g)].map((match) => match[1]),
    );
    expect(schema.length).toBeGreaterThan(5);
    expect([...schema, ...direct].filter((name) => !named.has(name))).toEqual([]);
  });

  test('names nothing that nobody reads', () => {
    const sources = filesUnder('app', /\.tsx?$/)
      .map(read)
      .join('\n');
    expect([...named].filter((name) => !sources.includes(name as string))).toEqual([]);
  });
});

describe('npm scripts', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };

  test('CI and the hooks call scripts that exist', () => {
    for (const file of ['.github/workflows/check.yml', '.ci/run', 'lefthook.yml']) {
      const called = [...read(file).matchAll(/npm run (?:-s )?([a-z:-]+)/g)].map((match) => match[1] as string);
      expect(
        called.filter((name) => !(name in scripts)),
        file,
      ).toEqual([]);
    }
  });

  test('.ci/run is a valid shell script', () => {
    execFileSync('bash', ['-n', '.ci/run']);
  });
});

describe('package-lock.json', () => {
  interface Locked {
    readonly optionalDependencies?: Readonly<Record<string, string>>;
  }
  const { packages } = JSON.parse(read('package-lock.json')) as { packages: Readonly<Record<string, Locked>> };

  test('holds the optional packages of every platform, or "npm ci" refuses it', () => {
    // Mend it with: node .ci/complete-lock.mjs
    const asked = Object.entries(packages).flatMap(([place, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).map((name) => ({ place, name })),
    );
    const places = new Set(Object.keys(packages));
    const missing = asked.filter(
      ({ place, name }) => !places.has(`node_modules/${name}`) && !places.has(`${place}/node_modules/${name}`),
    );
    expect(asked.length).toBeGreaterThan(50);
    expect(missing).toEqual([]);
  });
});
