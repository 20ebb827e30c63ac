import { describe, expect, test } from 'vitest';
import { readAiken } from '#app/features/exchange/formats/aiken/read-aiken.server.ts';
import { readGift } from '#app/features/exchange/formats/gift/read-gift.server.ts';
import { readMoodle } from '#app/features/exchange/formats/moodle/read-moodle.server.ts';
import { readQti21 } from '#app/features/exchange/formats/qti21/read-qti21.server.ts';
import { codesOf, readFile, refusalOf } from '#tests/support/read-text-file.ts';
import { zipOf } from '#tests/support/zip-files.ts';

// why so long: the machine may be busy; what is quadratic takes minutes.
const MOST_MS = 15_000;

async function inTime<T>(work: Promise<T>): Promise<T> {
  const started = performance.now();
  const result = await work;
  expect(performance.now() - started).toBeLessThan(MOST_MS);
  return result;
}

describe('files that are made to cost time or memory', () => {
  test('fifty megabytes of one line', async () => {
    const bytes = new Uint8Array(50 * 1024 * 1024).fill(0x61);
    expect((await inTime(refusalOf(readGift, bytes))).code).toBe('file-too-large');
    expect((await inTime(refusalOf(readAiken, bytes))).code).toBe('file-too-large');
    expect((await inTime(refusalOf(readMoodle, bytes))).code).toBe('broken-xml');
  });

  test('a question as long as a book', async () => {
    const { notes } = await inTime(readFile(readGift, `${'a'.repeat(5_000_000)} {T}`));
    expect(codesOf(notes)).toEqual(['error question-too-long']);
  });

  test('more questions than are taken at once', async () => {
    const gift = Array.from({ length: 20_001 }, () => 'a {T}').join('\n\n');
    expect((await inTime(refusalOf(readGift, gift))).code).toBe('too-many-items');
    const quiz = `<quiz>${'<question type="essay"/>'.repeat(20_001)}</quiz>`;
    expect((await inTime(refusalOf(readMoodle, quiz))).code).toBe('too-many-items');
  });

  test('signs that readers look for, a hundred thousand times', async () => {
    for (const sign of ['{', '}', '~', '=', '#', '::', '->', '[html]', '\\', '%', '%1', '![', '**', '<b>', '$$']) {
      const gift = `Hỏi ${sign.repeat(20_000)} {=a ~b${sign.repeat(20_000)}}`;
      await inTime(readGift({ name: 'x', bytes: new Uint8Array(Buffer.from(gift)) }, () => undefined));
    }
  });

  test('comments, empty-looking lines and answers of GIFT, a hundred thousand of them', async () => {
    const hostile = [
      `// ${'[tag:'.repeat(200_000)}\nHỏi {T}`,
      `// ${'[tag:a\\]'.repeat(200_000)}\nHỏi {T}`,
      `Hỏi {T}${'\n\u00a0'.repeat(500_000)}`,
      `Hỏi {${'=%50%a '.repeat(25_000)}=*}`,
      `Hỏi {>3${' '.repeat(150_000)}x\na}`,
    ];
    for (const gift of hostile) expect((await inTime(readFile(readGift, gift))).items).toHaveLength(1);
  });

  test('HTML in Moodle XML that is built to go deep', async () => {
    const deep = `&lt;div&gt;`.repeat(100_000);
    const quiz = `<quiz><question type="truefalse"><questiontext format="html"><text>${deep}Hỏi</text></questiontext><answer fraction="100"><text>true</text></answer><answer fraction="0"><text>false</text></answer></question></quiz>`;
    const { items } = await inTime(readFile(readMoodle, quiz));
    expect(items[0]?.body.prompt).toBe('Hỏi');
  });

  test('numbers with exponents', async () => {
    const { items } = await inTime(readFile(readGift, 'Số? {#1e99:1e-99}\n\nSố? {#1e999999}'));
    expect(items[0]?.body.options[0]?.text).toHaveLength(100);
    expect(codesOf(items[1]?.notes ?? [])).toContain('error not-a-number');
  });
});

describe('files that lie', () => {
  test('bytes of something else', async () => {
    const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]);
    expect((await refusalOf(readGift, png)).code).toBe('broken-encoding');
    expect((await refusalOf(readMoodle, png)).code).toBe('broken-encoding');
    expect((await refusalOf(readQti21, await zipOf({ 'x.xml': png }))).code).toBe('broken-encoding');
    expect((await refusalOf(readQti21, new Uint8Array(Buffer.from('PK\u0003\u0004 nothing')))).code).toBe(
      'broken-archive',
    );
  });

  test('names that objects have', async () => {
    const { notes } = await readFile(
      readMoodle,
      '<quiz><question type="__proto__"/><question type="toString"/></quiz>',
    );
    expect(codesOf(notes)).toEqual(['error kind-not-supported', 'error kind-not-supported']);
  });
});
