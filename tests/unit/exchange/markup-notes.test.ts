import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { markupNotes } from '#app/text/notes-markup.ts';

const FORMATS = 'app/features/exchange/formats';
const FOLDERS = ['shared', 'gift', 'aiken', 'moodle', 'qti', 'qti1'];
const CODE = /\b(?:add|note|report|dropped)\(\s*(?:'(?:error|warning|loss)',\s*)?'([a-z][a-z0-9-]+)'/gu;
const CHOSEN = /[?:] '((?:image|script)-[a-z-]+)'/gu;

const sources = [
  ...FOLDERS.flatMap((folder) => readdirSync(join(FORMATS, folder)).map((name) => join(FORMATS, folder, name))),
  'app/platform/html-to-markdown.server.ts',
].map((path) => readFileSync(path, 'utf8'));

const used = new Set(
  sources.flatMap((source) => [...source.matchAll(CODE), ...source.matchAll(CHOSEN)].map(([, code = '']) => code)),
);
// A level that stands before a code that is chosen, not written out.
for (const level of ['error', 'warning', 'loss']) used.delete(level);

test('every code of a note has a sentence, and every sentence a code that says it', () => {
  expect(used.size).toBeGreaterThan(50);
  const known = new Set(Object.keys(markupNotes.vi));
  expect([...used].filter((code) => !known.has(code))).toEqual([]);
  const unsaid = Object.keys(markupNotes.vi).filter((code) => !sources.some((source) => source.includes(`'${code}'`)));
  expect(unsaid).toEqual([]);
});
