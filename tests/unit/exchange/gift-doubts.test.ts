// Where a GIFT file says something else than people think, or something that the bank cannot keep.
import { describe, expect, test } from 'vitest';
import { token } from '#app/features/exchange/formats/gift/gift-comment.server.ts';
import { readGift } from '#app/features/exchange/formats/gift/read-gift.server.ts';
import { codesOf, inShort, readFile, readOne } from '#tests/support/read-text-file.ts';

const notesOf = async (gift: string) => (await readOne(readGift, gift)).notes;

describe('what any other number earns', () => {
  test('a share is lost, and named with its percent', async () => {
    expect(await notesOf('Số? {#=3:0 =%50%*#gần}')).toMatchObject([
      { level: 'loss', code: 'feedback-for-others' },
      { level: 'loss', code: 'any-number-share', values: { percent: 50 } },
    ]);
  });

  test.each(['{#=3:0 =*}', '{#=3:0 =%100%*:2}'])('%s lets every number pass, which is no key', async (answers) => {
    expect(codesOf(await notesOf(`Số? ${answers}`))).toEqual(['error any-number-share']);
  });

  test('where it earns nothing, only what is said to it is lost', async () => {
    expect(codesOf(await notesOf('Số? {#=3:0 =%0%*#sai}'))).toEqual(['loss feedback-for-others']);
    expect(codesOf(await notesOf('Số? {#3:2~}'))).toEqual([]);
  });
});

describe('a share behind =', () => {
  test('does not count, as in Moodle', async () => {
    const item = await readOne(readGift, 'Hỏi {=%25%a ~b}');
    expect(inShort(item)).toMatchObject({ kind: 'choice', options: ['a', 'b'], key: ['a'] });
    expect(item.notes).toMatchObject([{ level: 'warning', code: 'gift-equals-share', values: { percent: 25 } }]);
  });

  test('two of them are two right answers', async () => {
    const item = await readOne(readGift, 'Hỏi {=%50%a =%50%b ~c}');
    expect(inShort(item)).toMatchObject({ options: ['a', 'b | 1', 'c'], key: ['a'] });
    expect(codesOf(item.notes)).toEqual(['warning gift-equals-share', 'warning several-full-credit']);
  });

  test('all of it says nothing new', async () => {
    const item = await readOne(readGift, 'Hỏi {=%100%a ~b}');
    expect([inShort(item).options, item.notes]).toEqual([['a', 'b'], []]);
  });
});

describe('lines that look empty', () => {
  test('a no-break space does not part a question, even within its braces', async () => {
    const [one, other] = await Promise.all(
      ['Hỏi?\n\u00a0\n{=a ~b}', 'Hỏi? {=a\n\u00a0\n~b}'].map((gift) => readOne(readGift, gift)),
    );
    expect([one, other].map((item) => item && inShort(item))).toMatchObject([
      { prompt: 'Hỏi?', options: ['a', 'b'] },
      { prompt: 'Hỏi?', options: ['a', 'b'] },
    ]);
  });

  test('between two whole questions it parts them', async () => {
    const { items, notes } = await readFile(readGift, 'Một {T}\n\u00a0\n// [id:2]\nHai {F}\n\u00a0\n');
    expect(items.map(({ body, externalId, at }) => [body.prompt, externalId, at.line])).toEqual([
      ['Một', '', 1],
      ['Hai', '2', 4],
    ]);
    expect(notes).toEqual([]);
  });
});

describe('comments', () => {
  test('brackets within a token are escaped; a sign of escape may end it', async () => {
    const tagsOf = async (comment: string) => (await readOne(readGift, `// ${comment}\nHỏi {T}`)).place.tags;
    expect(await tagsOf(String.raw`[tag:a\]b] [tag:[c] x [tag:d\]`)).toEqual(['a]b', '[c', 'd\\']);
    expect(await tagsOf('[tag:a] [tag:b')).toEqual(['a']);
    expect(await tagsOf(`${token('tag', 'e\\')} ${token('tag', 'f')}`)).toEqual(['e\\', 'f']);
  });

  test('a token ends where its line does', async () => {
    expect((await readOne(readGift, '// [tag:\n// ếch]\n// [tag:suối]\nHỏi {T}')).place.tags).toEqual(['suối']);
  });

  test('what stands behind other words is none, and is named', async () => {
    const item = await readOne(readGift, 'Sai {F // ghi chú\n}');
    expect(inShort(item)).toMatchObject({ kind: 'textEntry', options: ['F // ghi chú'] });
    expect(item.notes).toMatchObject([
      { level: 'warning', code: 'gift-inline-comment', values: { text: '// ghi chú' } },
    ]);
    expect(codesOf(await notesOf('Hỏi {=a ~b} // ghi chú'))).toEqual(['warning gift-inline-comment']);
    expect(codesOf(await notesOf('Hỏi {=https\\://a.vn ~b}'))).toEqual([]);
  });
});

describe('signs that are left over', () => {
  test('two colons that nothing closes are no part of the question', async () => {
    const { body } = await readOne(readGift, '::Nửa tên? {T}');
    expect([body.name, body.prompt]).toEqual([undefined, 'Nửa tên?']);
  });

  test('braces behind the answers stay in the text without a gap, and are named', async () => {
    const item = await readOne(readGift, 'Bác {=a ~b} giữa {T}');
    expect(inShort(item)).toMatchObject({ prompt: 'Bác giữa {T}', options: ['a', 'b'] });
    expect(item.notes).toMatchObject([{ level: 'warning', code: 'gift-more-braces', values: { text: '{T}' } }]);
  });
});

describe('an answer that earns less before one that accepts the same', () => {
  test.each([
    ['{=%50%Pác Bó =*Bó}', ['warning answer-order-matters']],
    ['{=%50%* =Pác Bó}', ['warning answer-order-matters']],
    ['{=*Bó =%50%Pác Bó}', []],
    ['{=%50%Bó =Pác Bó}', []],
    ['{#=%50%3:1 =3:0}', ['warning answer-order-matters']],
    ['{#=3:0 =%50%3:1}', []],
  ])('%s', async (answers, codes) => {
    expect(codesOf(await notesOf(`Hỏi ${answers}`))).toEqual(codes);
  });
});
