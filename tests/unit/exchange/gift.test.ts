import { describe, expect, test } from 'vitest';
import { readGift } from '#app/features/exchange/formats/gift/read-gift.server.ts';
import { codesOf, inShort, readFile, readOne, refusalOf } from '#tests/support/read-text-file.ts';

const short = async (gift: string) => inShort(await readOne(readGift, gift));

describe('kinds of questions', () => {
  test('single choice with feedback; = is right, ~ is wrong', async () => {
    const item = await readOne(
      readGift,
      '::Hang::Bác ở hang nào? {\n  ~Ngườm Ngao#Chưa đúng\n  =Cốc Bó # Đúng rồi\n  ~Dơi\n}',
    );
    expect(inShort(item)).toEqual({
      kind: 'choice',
      prompt: 'Bác ở hang nào?',
      options: ['Ngườm Ngao', 'Cốc Bó', 'Dơi'],
      key: ['b'],
    });
    expect(item.body.name).toBe('Hang');
    expect(item.body.options.map(({ rationale }) => rationale)).toEqual(['Chưa đúng', 'Đúng rồi', undefined]);
    expect(item.body.shuffles).toBeUndefined();
    expect(item.at).toEqual({ line: 1, question: 1 });
  });

  test('partial credit of a single choice stays a weight', async () => {
    expect(await short('Hỏi {~sai ~%50%nửa đúng =đúng}')).toMatchObject({
      options: ['sai', 'nửa đúng | 0.5', 'đúng'],
      key: ['c'],
    });
  });

  test('without = every option with a positive weight is right', async () => {
    const item = await short('Chọn hai {~%50%một ~%50%hai ~%-50%ba ~%-50%bốn}');
    expect(item).toMatchObject({ kind: 'multipleChoice', key: ['a', 'b'], options: ['một', 'hai', 'ba', 'bốn'] });
    expect(await short('Chọn {~%33.33333%một ~%33.33333%hai ~%33.33333%ba ~bốn}')).toMatchObject({
      options: [`một | ${1 / 3}`, `hai | ${1 / 3}`, `ba | ${1 / 3}`, 'bốn | 0'],
      key: ['a', 'b', 'c'],
    });
  });

  test('one right answer among several is a single choice, and says so', async () => {
    const item = await readOne(readGift, 'Chọn {~%100%một ~hai}');
    expect(item.body.interaction).toBe('choice');
    expect(codesOf(item.notes)).toEqual(['warning single-right']);
  });

  test('weights that do not add up, and shares that Moodle does not know, are warnings', async () => {
    expect(codesOf((await readOne(readGift, 'Chọn {~%50%một ~%25%hai ~ba}')).notes)).toEqual(['warning weights-sum']);
    expect(codesOf((await readOne(readGift, 'Chọn {~%47%một ~%53%hai ~ba}')).notes)).toEqual(['warning grade-unusual']);
  });

  test.each([
    ['T', ['a']],
    ['TRUE', ['a']],
    ['F', ['b']],
    ['FALSE', ['b']],
  ])('{%s} is true or false', async (word, key) => {
    expect(await short(`Nước chảy.{${word}}`)).toMatchObject({ kind: 'trueFalse', options: ['Đúng', 'Sai'], key });
  });

  test('feedback of true/false: first to those who are wrong', async () => {
    const item = await readOne(readGift, 'Nước chảy.{FALSE#sai rồi#đúng rồi####Chung}');
    expect(item.body.options.map(({ rationale }) => rationale)).toEqual(['sai rồi', 'đúng rồi']);
    expect(item.body.rationale).toBe('Chung');
  });

  test('true in small letters is a text, with a word of warning', async () => {
    const item = await readOne(readGift, 'Nước chảy.{true}');
    expect(item.body.interaction).toBe('textEntry');
    expect(codesOf(item.notes)).toEqual(['warning gift-lower-case-true']);
  });

  test('short answers, case does not count', async () => {
    const item = await readOne(readGift, 'Ở đâu? {=Pác Bó =%50%Hà Quảng#gần đúng =Pac Bo}');
    expect(inShort(item)).toEqual({
      kind: 'textEntry',
      prompt: 'Ở đâu?',
      options: ['Pác Bó', 'Hà Quảng | 0.5', 'Pac Bo'],
      key: ['a', 'c'],
    });
    expect(item.body.textRules).toBeUndefined();
  });

  test('matching, with a target that belongs to none, and two that share one', async () => {
    const item = await readOne(readGift, 'Ghép {\n=Núi -> Các Mác\n=Suối -> Lê-nin\n=Thác->Các Mác\n= -> Hồ\n}');
    expect(item.body.options.map(({ text }) => text)).toEqual(['Núi', 'Suối', 'Thác']);
    expect(item.body.targets?.map(({ text }) => text)).toEqual(['Các Mác', 'Lê-nin', 'Hồ']);
    expect(item.body.key).toEqual(['a>a', 'b>b', 'c>a']);
  });

  test.each([
    ['{#1941}', ['1941'], ['a']],
    ['{#3:2}', ['3 | ±2'], ['a']],
    ['{#3.141..3.142}', ['3.1415 | ±0.0005'], ['a']],
    ['{#1..5}', ['3 | ±2'], ['a']],
    ['{#-5..-2}', ['-3.5 | ±1.5'], ['a']],
    ['{#=%100%3:0 =%50%3:1}', ['3', '3 | 0.5 | ±1'], ['a']],
    ['{#=1e3}', ['1000'], ['a']],
    ['{#=0,5:0,25}', ['0.5 | ±0.25'], ['a']],
  ])('numbers %s', async (answers, options, key) => {
    expect(await short(`Bao nhiêu? ${answers}`)).toEqual({ kind: 'numericEntry', prompt: 'Bao nhiêu?', options, key });
  });

  test('what is said to all other numbers is lost, and named', async () => {
    expect(codesOf((await readOne(readGift, 'Số? {#3:2~#Sai cả}')).notes)).toEqual(['loss feedback-for-others']);
  });

  test('order, as the ordering question of Moodle writes it', async () => {
    expect(await short('Xếp {>3 ALL VERTICAL\n  một\n  hai\n  ba}')).toEqual({
      kind: 'order',
      prompt: 'Xếp',
      options: ['một', 'hai', 'ba'],
      key: ['a', 'b', 'c'],
    });
  });

  test('the missing word leaves a gap', async () => {
    expect((await short('Bác về {=Pác Bó ~Hà Nội} năm 1941.')).prompt).toBe('Bác về _____ năm 1941.');
  });
});

describe('texts', () => {
  test('escaped signs are the signs themselves', async () => {
    const item = await readOne(readGift, String.raw`Ngày 28\:1 là \{gì\}? {= \= 2 + 3 ~ a\~b ~ \#1 ~ c\\d}`);
    expect(item.body.prompt).toBe('Ngày 28:1 là {gì}?');
    expect(item.body.options.map(({ text }) => text)).toEqual(['= 2 + 3', 'a~b', '#1', String.raw`c\d`]);
  });

  test('\\n is a line break', async () => {
    expect((await short(String.raw`Một\nhai {T}`)).prompt).toBe('Một\nhai');
  });

  test('formats: HTML, Markdown, plain, and one of their own per option', async () => {
    const item = await readOne(readGift, '[html]<p>Ai <b>về</b>?</p>{=[plain]a *b* ~[markdown]a *b* ~<i>c</i>}');
    expect(item.body.prompt).toBe('Ai **về**?');
    expect(item.body.options.map(({ text }) => text)).toEqual(['a \\*b\\*', 'a *b*', '*c*']);
    expect((await short('[markdown]Ai **về**?{T}')).prompt).toBe('Ai **về**?');
  });

  test('scripts are dropped, and the loss is named', async () => {
    const item = await readOne(
      readGift,
      '[html]Ai?<script>alert(1)</script><img src\\="javascript\\:x" onerror\\="x">{T}',
    );
    expect(item.body.prompt).toBe('Ai?');
    expect(codesOf(item.notes)).toEqual(['loss script-dropped', 'loss image-missing']);
  });

  test('UTF-16 and the marks of line ends make no difference', async () => {
    const gift = '﻿Một? {T}\r\n\r\nHai? {F}\r\n';
    const { items } = await readFile(readGift, new Uint8Array(Buffer.from(gift, 'utf16le')));
    expect(items.map(({ body }) => body.prompt)).toEqual(['Một?', 'Hai?']);
  });
});

describe('the file', () => {
  test('categories hold for what follows; comments carry id and tags', async () => {
    const { items } = await readFile(
      readGift,
      [
        '// chú thích',
        '$CATEGORY: $course$/top/Năm 2026/Pác Bó',
        '',
        String.raw`// [id:P-1] [tag:lịch sử] [tag:x\]y]`,
        'Một? {T}',
        '',
        '$CATEGORY: $system$/Khác//nữa',
        'Hai? {T}',
      ].join('\n'),
    );
    expect(items.map(({ externalId, place, at }) => [externalId, place.topic, place.tags, at.line])).toEqual([
      ['P-1', 'Năm 2026/Pác Bó', ['lịch sử', 'x]y'], 5],
      ['', 'Khác/nữa', [], 7],
    ]);
  });

  test('an essay and a description are no items, and are named with their lines', async () => {
    const { items, notes } = await readFile(readGift, 'Hãy kể {}\n\nĐọc đoạn này.\n\nMột? {T}');
    expect(items).toHaveLength(1);
    expect(notes).toEqual([
      { level: 'error', code: 'kind-not-supported', at: { line: 1, question: 1 }, values: { kind: 'essay' } },
      {
        level: 'warning',
        code: 'description-skipped',
        at: { line: 3, question: 2 },
        values: { name: 'Đọc đoạn này.' },
      },
    ]);
  });

  test('an empty line within braces breaks the question in two, as in Moodle', async () => {
    const { items, notes } = await readFile(readGift, 'Một? {=a\n\n~b}\n\nHai? {T}');
    expect(items.map(({ body }) => body.prompt)).toEqual(['Hai?']);
    expect(notes.map(({ code, at }) => [code, at.line])).toEqual([
      ['gift-braces', 1],
      ['gift-braces', 3],
    ]);
  });

  test.each([
    ['Số? {#một}', 'error not-a-number'],
    ['Chọn {=một}{', 'error no-full-credit'],
    ['Chọn {~một}', 'error too-few-options'],
    ['Ghép {=a -> b =c}', 'error gift-arrow'],
    ['Chọn {~%50%a ~%-50%b =%-25%c}', 'error no-full-credit'],
    ['Ai? {=%50%a}', 'error no-full-credit'],
    ['{T}', 'error no-prompt'],
  ])('%s is reported', async (gift, code) => {
    const { items, notes } = await readFile(readGift, gift);
    const codes = codesOf([...notes, ...items.flatMap((item) => item.notes)]);
    if (gift === 'Chọn {=một}{') expect(items[0]?.body.interaction).toBe('textEntry');
    else expect(codes).toContain(code);
  });

  test('bytes that are no UTF-8 are refused with their line', async () => {
    const bytes = Buffer.concat([Buffer.from('Một? {T}\n\nHai '), Buffer.from([0xe9, 0x20]), Buffer.from('? {T}')]);
    expect(await refusalOf(readGift, new Uint8Array(bytes))).toMatchObject({
      code: 'broken-encoding',
      at: { line: 3 },
    });
  });

  test('an empty file is refused', async () => {
    expect((await refusalOf(readGift, ' \n\n')).code).toBe('file-empty');
  });
});
