// CSV files as clerks save them.
import { expect, test } from 'vitest';
import { readCsv } from '#app/features/exchange/formats/csv/read-csv.server.ts';

const read = (bytes: Uint8Array) => readCsv({ name: 'a.csv', bytes }, () => undefined);

/** Composed letters of windows-1258 that the texts below use; the marks stand behind their letters. */
const BYTES: Readonly<Record<string, number>> = {
  â: 0xe2,
  ê: 0xea,
  ô: 0xf4,
  đ: 0xf0,
  Đ: 0xd0,
  á: 0xe1,
  ơ: 0xf5,
  ư: 0xfd,
  '\u0300': 0xcc,
  '\u0309': 0xd2,
  '\u0303': 0xde,
  '\u0301': 0xec,
  '\u0323': 0xf2,
};
// why the circumflex first: decomposed letters have the dot below before it, and windows-1258 has the mark behind the letter.
const inWindows1258 = (text: string): Uint8Array =>
  Uint8Array.from(
    text
      .normalize('NFD')
      .replaceAll(/([aeo])\u0323\u0302/gu, '$1\u0302\u0323')
      .replaceAll(/[aeo]\u0302|[ou]\u031b/gu, (letter) => letter.normalize('NFC')),
    (letter) => BYTES[letter] ?? letter.charCodeAt(0),
  );

const TABLE = 'Câu hỏi,A,B,Đáp án\r\nSông nào chảy qua thị xã?,Sông Mộc,Sông Hồng,A\r\n';

test('a file in windows-1258 is read as Vietnamese', async () => {
  const file = await read(inWindows1258(TABLE));
  if (!file.ok) throw new Error(JSON.stringify(file.error));
  expect(file.value.items[0]?.body).toMatchObject({
    prompt: 'Sông nào chảy qua thị xã?',
    options: [{ text: 'Sông Mộc' }, { text: 'Sông Hồng' }],
    key: ['a'],
  });
});

test.each([
  ['French in Latin-1', new TextEncoder().encode('Question,A,B,Key\nO'), [0xf9, 0x20, 0xe9, 0x74, 0xe9]],
  ['TCVN3', new TextEncoder().encode('Question,A,B,Key\nC'), [0xa9, 0x75, 0x20, 0x68, 0xe1, 0x69, 0xae]],
  ['UTF-8 with a broken byte', new TextEncoder().encode('Question,A,B,Key\nHỏi'), [0xe1, 0xbb]],
])('%s is refused with its line', async (_what, start, rest) => {
  const file = await read(Uint8Array.from([...start, ...rest, 0x2c, 0x41]));
  expect(file).toMatchObject({ ok: false, error: { code: 'broken-encoding', at: { line: 2 } } });
});
