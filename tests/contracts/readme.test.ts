import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const readme = existsSync('README.md') ? readFileSync('README.md', 'utf8') : '';
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };

describe('README.md', () => {
  test.each(['npm ci && npm run demo', 'npm ci && npm test'])('has the one command "%s"', (command) => {
    expect(readme).toContain(command);
  });

  test('every script that it names exists', () => {
    const named = [...readme.matchAll(/npm run (?:-s )?([a-z][a-z:-]*)/g)].map((match) => match[1] as string);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });

  test('every file and folder that it links to exists', () => {
    const links = [...readme.matchAll(/\]\((?!https?:|#|mailto:)([^)#]+)/g)].map((match) => match[1] as string);
    expect(links.filter((path) => !existsSync(path))).toEqual([]);
  });
});
