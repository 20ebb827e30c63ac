// The page of security says what shows each control: every requirement is there once, and every file that is named exists.
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

/** All requirements of OWASP ASVS 5.0.0 of levels 1 and 2, by section. */
const REQUIREMENTS = `V1.1:1-2 V1.2:1-9 V1.3:1-11 V1.4:1-3 V1.5:1-2 V2.1:1-3 V2.2:1-3 V2.3:1-4 V2.4:1 V3.2:1-2 V3.3:1-4 V3.4:1-6
  V3.5:1-5 V3.7:1-2 V4.1:1-3 V4.2:1 V4.3:1-2 V4.4:1-4 V5.1:1 V5.2:1-3 V5.3:1-2 V5.4:1-3 V6.1:1-3 V6.2:1-12 V6.3:1-4 V6.4:1-4
  V6.5:1-5 V6.6:1-3 V6.8:1-4 V7.1:1-3 V7.2:1-4 V7.3:1-2 V7.4:1-5 V7.5:1-2 V7.6:1-2 V8.1:1-2 V8.2:1-3 V8.3:1 V8.4:1 V9.1:1-3
  V9.2:1-4 V10.1:1-2 V10.2:1-2 V10.3:1-4 V10.4:1-11 V10.5:1-5 V10.6:1-2 V10.7:1-3 V11.1:1-2 V11.2:1-3 V11.3:1-3 V11.4:1-4
  V11.5:1 V11.6:1 V12.1:1-3 V12.2:1-2 V12.3:1-4 V13.1:1 V13.2:1-5 V13.3:1-2 V13.4:1-5 V14.1:1-2 V14.2:1-4 V14.3:1-3 V15.1:1-3
  V15.2:1-3 V15.3:1-7 V16.1:1 V16.2:1-5 V16.3:1-4 V16.4:1-3 V16.5:1-3 V17.1:1 V17.2:1-4 V17.3:1-2`;

const IDS = REQUIREMENTS.split(/\s+/u).flatMap((section) => {
  const [name = '', range = ''] = section.split(':');
  const [first = 0, last = first] = range.split('-').map(Number);
  return Array.from({ length: last - first + 1 }, (_, index) => `${name}.${first + index}`);
});

/** Files that other parts of the same release bring. Empty it when they are in. */
const AWAITED: readonly string[] = [];

const ASVS = readFileSync('app/decisions/security-asvs.md', 'utf8');
const PAGE = readFileSync('app/decisions/security.md', 'utf8');
const DOOR = readFileSync('app/decisions/0040-the-door.md', 'utf8');

interface Row {
  readonly id: string;
  readonly how: string;
  readonly where: string;
}
const ROWS: readonly Row[] = [
  ...ASVS.matchAll(/^\| (V[\d.]+) +\| [12] +\| [^|]+ \| ([^|]+?) +\| ([^|]+?) +\|$/gmu),
].map(([, id = '', how = '', where = '']) => ({ id, how, where }));

const filesOf = (text: string): string[] =>
  [...text.matchAll(/`((?:app|tests|prisma|\.ci)\/[^`]+)`/gu)].map(([, file = '']) => file);

describe('the requirements of the standard', () => {
  test('are there, each once', () => {
    expect(IDS).toHaveLength(253);
    expect(ROWS.map(({ id }) => id)).toEqual(IDS);
  });

  test('say how they are met, and by which file where it is a test', () => {
    const known = new Set(['test', 'place', 'operator', 'deviation', 'not applicable']);
    expect(ROWS.filter(({ how }) => !known.has(how))).toEqual([]);
    // The two that scanners of others answer are on the page of security.
    const without = ROWS.filter(({ how, where }) => how === 'test' && filesOf(where).length === 0);
    expect(without.filter(({ where }) => !where.includes('see security.md'))).toEqual([]);
    expect(ROWS.filter(({ how, where }) => how === 'deviation' && where.length < 40)).toEqual([]);
  });
});

describe('the threats', () => {
  test('are there, each once, with what shows that they are met', () => {
    const rows = [...PAGE.matchAll(/^\| T(\d+) +\|.*\| ([^|]+?) +\|$/gmu)];
    expect(rows.map(([, number]) => Number(number))).toEqual(Array.from({ length: 27 }, (_, index) => index + 1));
    expect(rows.filter(([, , shown = '']) => filesOf(shown).length === 0)).toEqual([]);
  });
});

test('every file that the pages of security name exists', () => {
  const named = [...new Set([ASVS, PAGE, DOOR].flatMap(filesOf))].toSorted();
  expect(named.length).toBeGreaterThan(60);
  expect(named.filter((file) => !existsSync(file) && !AWAITED.includes(file))).toEqual([]);
  expect(AWAITED.filter((file) => !named.includes(file))).toEqual([]);
});
