import { describe, expect, test } from 'vitest';
import type { OutgoingItem } from '#app/domain/exchange/parsed-file.ts';
import { readGift } from '#app/features/exchange/formats/gift/read-gift.server.ts';
import { writeGift } from '#app/features/exchange/formats/gift/write-gift.server.ts';
import { codesOf, inShort, readOne } from '#tests/support/read-text-file.ts';

const textsOf = async (gift: string) => {
  const item = await readOne(readGift, gift);
  return [item.body.interaction, item.body.options.map(({ text }) => text), codesOf(item.notes)];
};

describe('what stands behind > is no thing to order', () => {
  test.each([
    ['>2     none', ['loss ordering-settings']],
    ['>3 ALL VERTICAL ALL_OR_NOTHING SHOW none', []],
    ['>3 ALL VERTICAL ABSOLUTE_POSITION SHOW', []],
    ['>3 RANDOM HORIZONTAL ABSOLUTE_POSITION HIDE 123', []],
    ['>2 RANDOM HORIZONTAL ABSOLUTE_POSITION HIDE 123', ['loss ordering-settings']],
    ['>3 VERT ABS YES iii', []],
    ['>3 EXACT V LONGEST_ORDERED_SUBSET NO ABCD', ['loss ordering-settings']],
    ['>3ALL H RELATIVE_NEXT_EXCLUDE_LAST 1 IIII', ['loss ordering-settings']],
    ['>\n3 ALL VERTICAL ABSOLUTE', []],
  ])('%s', async (header, notes) => {
    expect(await textsOf(`Xếp {${header}\nmột\nhai\nba\n}`)).toEqual(['order', ['một', 'hai', 'ba'], notes]);
  });

  test('a word of the first thing is no word of the header', async () => {
    expect(await textsOf('Xếp {>3 ALL VERTICAL ABS\nHà Nội\nViệt Trì\n1945}')).toEqual([
      'order',
      ['Hà Nội', 'Việt Trì', '1945'],
      [],
    ]);
    expect(await textsOf('Xếp {>2 EXACT ABS Hà Nội\nHuế}')).toEqual(['order', ['Hà Nội', 'Huế'], []]);
  });

  test('more than six things, of which Moodle shows six where it does not know the number', async () => {
    expect((await textsOf('Xếp {>1 RANDOM ABS\na\nb\nc\nd\ne\nf\ng}'))[2]).toEqual(['loss ordering-settings']);
    expect((await textsOf('Xếp {>1 RANDOM ABS\na\nb\nc\nd\ne\nf}'))[2]).toEqual([]);
  });

  test('> alone above two things, as the bank once wrote it', async () => {
    expect(await textsOf('Xếp {\n\t>\n\tmột\n\thai\n}')).toEqual(['order', ['một', 'hai'], []]);
    expect(await textsOf('Xếp {\n\t>\n\t1941\n\thai\n\tba\n}')).toEqual([
      'order',
      ['1941', 'hai', 'ba'],
      ['warning gift-order-number'],
    ]);
  });
});

describe('> without a number is a sign as any other', () => {
  test('typed', async () => {
    expect(inShort(await readOne(readGift, '5 ? 3 {>}'))).toMatchObject({ kind: 'textEntry', options: ['>'] });
  });

  test('chosen', async () => {
    const item = await readOne(readGift, 'R {>=5 ~6}');
    expect(inShort(item)).toMatchObject({ kind: 'choice', options: ['\\>', '5', '6'], key: ['b'] });
  });
});

describe('an order as it is written', () => {
  const things = [
    'Hà Nội',
    '// không phải chú thích',
    '[html] cũng không',
    '0',
    'a: b = c ~ d',
    'x} ##### \\n',
    'hai\ndòng',
  ];
  const item: OutgoingItem = {
    id: '',
    place: { topic: '', lesson: '', difficulty: undefined, tags: [] },
    contested: false,
    body: {
      interaction: 'order',
      prompt: 'Xếp',
      options: things.map((text, at) => ({ id: String.fromCodePoint(0x61 + at), text })),
      key: things.map((_, at) => String.fromCodePoint(0x61 + at)),
      rationale: 'Vì thế.',
      source: { title: '' },
      facts: [],
    },
  };

  test('Moodle finds its number and every setting, so it takes no sign from the first thing', async () => {
    const written = Buffer.from((await writeGift([item])).bytes).toString();
    expect(written).toContain('{>7 ALL VERTICAL ABSOLUTE_POSITION SHOW none\n\tHà Nội\n');
    expect(written).toContain('\ta: b = c ~ d\n');
  });

  test('it comes back the same', async () => {
    const { bytes } = await writeGift([item]);
    const back = await readOne(readGift, bytes);
    expect(back.body).toEqual(item.body);
    expect(codesOf(back.notes)).toEqual([]);
  });
});
