import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { markupNotes } from '#app/text/notes-markup.ts';
import { wordNotes } from '#app/text/notes-word.ts';

const FOLDER = 'app/features/exchange/formats/docx';
const sources = readdirSync(FOLDER).map((name) => readFileSync(join(FOLDER, name), 'utf8'));
const CODE = /'((?:error|warning|loss)?)',\s*'([a-z]+-[a-z-]+)'|'(word-[a-z-]+)'/gu;

test('every code of a note has a sentence, and every sentence a code that says it', () => {
  const used = new Set(
    sources.flatMap((source) => Array.from(source.matchAll(CODE), ([, , code, word]) => code ?? word ?? '')),
  );
  expect(used.size).toBeGreaterThan(15);
  const known = new Set([...Object.keys(wordNotes.vi), ...Object.keys(markupNotes.vi)]);
  expect([...used].filter((code) => !known.has(code))).toEqual([]);
  expect(Object.keys(wordNotes.vi).filter((code) => !used.has(code))).toEqual([]);
});
