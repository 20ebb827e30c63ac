import { describe, expect, test } from 'vitest';
import { checkItem, type CheckedPlace } from '#app/domain/items/check-item.ts';
import { ITEM_FINDING_CODES, type ItemFinding } from '#app/domain/items/finding.ts';
import type { ItemBody } from '#app/domain/items/item.ts';
import { anItemBody } from '#tests/support/item-body.ts';

const options = (...texts: string[]): ItemBody['options'] =>
  texts.map((text, index) => ({ id: 'abcdefghijklmnop'.charAt(index), text }));

const order = (given: Partial<ItemBody> = {}): ItemBody =>
  anItemBody({ interaction: 'order', prompt: 'Sắp xếp các mốc sau.', key: ['d', 'a', 'c', 'b'], ...given });

const match = (given: Partial<ItemBody> = {}): ItemBody =>
  anItemBody({
    interaction: 'match',
    prompt: 'Nối nơi với xã.',
    options: options('Pác Bó', 'Rừng Trần Hưng Đạo'),
    targets: [
      { id: 'x', text: 'Trường Hà' },
      { id: 'y', text: 'Tam Kim' },
      { id: 'z', text: 'Đàm Thủy' },
    ],
    key: ['a>x', 'b>y'],
    ...given,
  });

const typed = (given: Partial<ItemBody> = {}): ItemBody =>
  anItemBody({ interaction: 'textEntry', options: options('Pác Bó'), key: ['a'], ...given });

const number = (given: Partial<ItemBody> = {}): ItemBody =>
  typed({ interaction: 'numericEntry', options: options('1941'), ...given });

/** "!code" for an error, "code" for a warning, with the option behind it. */
const short = ({ code, level, option }: ItemFinding): string =>
  `${level === 'error' ? '!' : ''}${code}${option === undefined ? '' : ` ${option}`}`;

const found = (body: ItemBody, place?: CheckedPlace): string[] => checkItem(body, place).map(short);

describe('sound items of every kind', () => {
  test.each<[string, ItemBody]>([
    ['choice', anItemBody()],
    ['multiple choice', anItemBody({ interaction: 'multipleChoice', key: ['a', 'c'] })],
    [
      'true or false, which states and does not ask',
      anItemBody({ interaction: 'trueFalse', options: options('Đúng', 'Sai'), prompt: 'Pác Bó ở Trường Hà.' }),
    ],
    ['order', order()],
    ['match with a wrong target', match()],
    ['text', typed()],
    ['number', number({ options: [{ id: 'a', text: '-12.5', tolerance: '0.5' }] })],
  ])('%s', (_name, body) => {
    expect(found(body, { topicSlug: 'a', lessonSlug: 'b', contested: false })).toEqual([]);
  });
});

describe('choices', () => {
  test.each<[string, Partial<ItemBody>, string[]]>([
    ['no key', { key: [] }, ['!no-key']],
    ['two keys where one is asked', { key: ['a', 'b'] }, ['!too-many-keys']],
    ['the same key twice is one key', { key: ['a', 'a'] }, []],
    ['one key where several are asked', { interaction: 'multipleChoice' }, ['!too-few-keys']],
    ['a key that is no option', { key: ['z'] }, ['!key-not-an-option']],
    ['one option', { options: options('một') }, ['!too-few-options', '!all-options-are-keys']],
    ['two options of a choice', { options: options('một', 'hai') }, ['too-few-options']],
    ['an empty option', { options: options('một', ' ', 'ba') }, ['!empty-option b']],
    ['options that read alike', { options: options('Pác Bó', 'pác  bó', 'Lũng Nặm') }, ['!duplicate-options b']],
    [
      'thirteen options',
      { options: options(...'một hai ba bốn năm sáu bảy tám chín mười x y z'.split(' ')) },
      ['too-many-options'],
    ],
    ['all options right', { interaction: 'multipleChoice', key: ['a', 'b', 'c', 'd'] }, ['!all-options-are-keys']],
    ['a very long option', { options: options('một', 'x'.repeat(201), 'y'.repeat(190)) }, ['long-option b']],
    ['all of the above', { options: options('một', 'hai', 'Tất cả các đáp án trên') }, ['!all-of-the-above c']],
    ['both are right', { options: options('một', 'hai', 'Cả hai đáp án trên') }, ['!all-of-the-above c']],
    ['a, b and c', { options: options('một', 'hai', 'Cả A, B và C.') }, ['!all-of-the-above c']],
    ['a and b are right', { options: options('một', 'hai', 'Cả A và B đều đúng') }, ['!all-of-the-above c']],
    ['none of them', { options: options('một', 'hai', 'Không có đáp án nào đúng') }, ['!all-of-the-above c']],
    ['the three above, emphasised', { options: options('một', 'hai', '**Cả 3 ý nêu trên**') }, ['!all-of-the-above c']],
    [
      'in an order that stands',
      { shuffles: false, options: options('một', 'hai', 'Cả A và B') },
      ['all-of-the-above c'],
    ],
    ['a place above something is no such option', { options: options('Trên núi Các Mác', 'hai', 'ba') }, []],
    ['an option that begins with "cả nước"', { options: options('Cả nước', 'hai', 'ba') }, []],
  ])('%s', (_name, change, findings) => {
    expect(found(anItemBody(change))).toEqual(findings);
  });

  test('a key shows by its length from half as long again and 20 characters more', () => {
    const lengths = (key: number, other: number): string[] =>
      found(anItemBody({ options: options('k'.repeat(key), 'x'.repeat(other), 'y'.repeat(other - 1)) }));
    expect(lengths(60, 40)).toEqual(['key-visible-by-length a']);
    expect(lengths(59, 40)).toEqual([]); // less than half as long again
    expect(lengths(29, 10)).toEqual([]); // long, but not by four words
    expect(lengths(30, 10)).toEqual(['key-visible-by-length a']);
    expect(
      found(anItemBody({ interaction: 'multipleChoice', key: ['a', 'b'], options: options('k'.repeat(90), 'x', 'y') })),
    ).toEqual([]);
  });
});

describe('weights', () => {
  const weighed = (...fractions: (number | undefined)[]): ItemBody =>
    anItemBody({
      interaction: 'multipleChoice',
      key: ['a', 'b'],
      options: options('một', 'hai', 'ba').map((option, index) => ({ ...option, fraction: fractions[index] })),
    });
  test.each<[string, ItemBody, string[]]>([
    ['that make one whole', weighed(0.5, 0.5, -1), []],
    ['thirds, as files round them', weighed(0.33333, 0.66666, undefined), []],
    ['that do not make one whole', weighed(0.5, 0.4, 0), ['fractions-do-not-add-up']],
    ['out of −1..1', weighed(0.5, 0.5, -1.5), ['!fraction-out-of-range c']],
    ['no number at all', weighed(0.5, 0.5, Number.NaN), ['!fraction-out-of-range c']],
    ['a key that earns nothing', weighed(1, 0, 0), ['!key-earns-nothing b']],
  ])('%s', (_name, body, findings) => {
    expect(found(body)).toEqual(findings);
  });
});

describe('order, match and what is typed', () => {
  test('accepted answers may differ in marks or tolerance alone; equal ones are pointed out', () => {
    const both = { key: ['a', 'b'] };
    expect(found(typed({ ...both, options: options('Pác Bó', 'Pac Bo') }))).toEqual([]);
    expect(found(typed({ ...both, options: options('Pác Bó', 'Pác Bó') }))).toEqual(['duplicate-options b']);
    const near = [
      { id: 'a', text: '1941' },
      { id: 'b', text: '1941', tolerance: '1', fraction: 0.5 },
    ];
    expect(found(number({ options: near }))).toEqual([]);
    expect(found(number({ ...both, options: options('1941', '1941') }))).toEqual(['duplicate-options b']);
  });

  test.each<[string, ItemBody, string[]]>([
    ['two things in order', order({ options: options('một', 'hai'), key: ['b', 'a'] }), ['!too-few-options']],
    ['an order of some of them', order({ key: ['d', 'a', 'c'] }), ['!order-incomplete']],
    ['an order with one twice', order({ key: ['d', 'a', 'c', 'c'] }), ['!order-incomplete']],
    ['an order of nothing', order({ key: [] }), ['!no-key']],
    ['a line without a match', match({ key: ['a>x'] }), ['!option-unmatched b']],
    ['a line with two matches', match({ key: ['a>x', 'b>y', 'b>z'] }), ['!matched-twice b']],
    [
      'a match with nothing that is there',
      match({ key: ['a>x', 'b>q'] }),
      ['!key-not-an-option', '!option-unmatched b'],
    ],
    ['two lines with one target', match({ key: ['a>x', 'b>x'] }), []],
    [
      'no targets',
      match({ targets: [] }),
      ['!too-few-targets', '!key-not-an-option', '!option-unmatched a', '!option-unmatched b'],
    ],
    [
      'targets that are empty and alike',
      match({ targets: ['Trường Hà', 'truong ha', ''].map((text, at) => ({ id: 'xyz'.charAt(at), text })) }),
      ['!duplicate-targets y', '!empty-target z'],
    ],
    ['nothing accepted', typed({ options: [], key: [] }), ['!no-key']],
    ['everything accepted', typed({ options: options(' ** ') }), ['!accepts-anything a']],
    ['everything else is wrong', typed({ options: [...options('Pác Bó'), { id: 'b', text: '*', fraction: 0 }] }), []],
    ['a key that is no number', number({ options: options('năm 1941') }), ['!key-is-no-number a']],
    ['a number with a comma', number({ options: options('12,5') }), ['!key-is-no-number a']],
    [
      'a tolerance below zero',
      number({ options: [{ id: 'a', text: '5', tolerance: '-1' }] }),
      ['!tolerance-negative a'],
    ],
    [
      'a tolerance in words',
      number({ options: [{ id: 'a', text: '5', tolerance: 'ít' }] }),
      ['!tolerance-is-no-number a'],
    ],
    ['an empty number', number({ options: options('') }), ['!empty-option a']],
  ])('%s', (_name, body, findings) => {
    expect(found(body)).toEqual(findings);
  });
});

describe('the prompt', () => {
  const asked = (prompt: string, given: Partial<ItemBody> = {}): string[] => found(anItemBody({ prompt, ...given }));
  test.each<[string, string[]]>([
    ['  ', ['!no-prompt']],
    ['Nơi nào thuộc xã Trường Hà?', []],
    ['Chọn nơi thuộc xã Trường Hà.', []],
    ['Hang Cốc Bó thuộc xã …', []],
    ['Hang Cốc Bó thuộc xã ____', []],
    ['Hang Cốc Bó.', ['no-question']],
    [`${'dài '.repeat(149)}xin?`, []],
    [`${'dài '.repeat(151)}?`, ['long-prompt']],
    ['Nơi nào sau đây không thuộc xã Trường Hà?', ['negation-not-emphasised']],
    ['Ai chưa phải là đảng viên năm 1930?', ['negation-not-emphasised']],
    ['Nơi nào đã được xếp hạng, ngoại trừ thác Bản Giốc?', ['negation-not-emphasised']],
    ['Nơi nào sau đây KHÔNG thuộc xã Trường Hà?', []],
    ['Nơi nào sau đây **không** thuộc xã Trường Hà?', []],
    ['Người không được nhắc tới. Nơi nào là quê hương?', []],
    ['Ông đã không quay lại vì lý do nào?', []],
    ['Pác Bó có thuộc Trường Hà không?', []],
    ['Cột mốc 108 biên giới là cột mốc nào?', []],
  ])('%s', (prompt, findings) => {
    expect(asked(prompt)).toEqual(findings);
  });

  test('the words of the key in it, and of no other option', () => {
    const texts = options('Khu di tích Pác Bó', 'Thác Bản Giốc', 'Hồ Thang Hen');
    expect(asked('Khu di tích Pác Bó gồm nơi nào?', { options: texts })).toEqual(['key-in-prompt a']);
    expect(asked('Khu di tích Pác Bó hay Thác Bản Giốc có trước?', { options: texts })).toEqual([]);
    expect(asked('Thác Bản Giốc gần nơi nào?', { options: texts })).toEqual([]);
  });

  test('an image alone may be the question', () => {
    expect(asked(`![Hang Cốc Bó](media:${'a'.repeat(64)})`)).toEqual(['no-question']);
  });
});

describe('beside the question', () => {
  test.each<[string, Partial<ItemBody>, CheckedPlace, string[]]>([
    ['no rationale', { rationale: '  ' }, {}, ['no-rationale']],
    ['no source', { source: { title: ' ' } }, {}, ['!no-source']],
    ['an address that is none', { source: { title: 'Báo', url: 'javascript:alert(1)' } }, {}, ['!source-address']],
    ['no lesson', {}, { topicSlug: 'a', lessonSlug: '' }, ['!no-lesson']],
    ['contested', {}, { contested: true }, ['!contested']],
    ['an image without words', { prompt: `Đây là đâu? ![ ](media:${'a'.repeat(64)})` }, {}, ['!image-without-alt']],
    ['an image from elsewhere', { rationale: '![Hang](https://example.vn/hang.png)' }, {}, ['!broken-image']],
    [
      'an image of an option',
      { options: [...options('một', 'hai'), { id: 'c', text: '![](media:abc)' }] },
      {},
      ['!image-without-alt c'],
    ],
  ])('%s', (_name, change, place, findings) => {
    expect(found(anItemBody(change), place)).toEqual(findings);
  });

  test('an empty item names everything at once, and every code is one that has a sentence', () => {
    const empty: ItemBody = {
      interaction: 'choice',
      prompt: '',
      options: [],
      key: [],
      rationale: '',
      source: { title: '' },
      facts: [],
    };
    const findings = checkItem(empty, { topicSlug: '', lessonSlug: '' });
    expect(findings.map(short)).toEqual([
      '!no-prompt',
      '!no-key',
      '!too-few-options',
      'no-rationale',
      '!no-source',
      '!no-lesson',
    ]);
    expect(findings.every(({ code }) => ITEM_FINDING_CODES.includes(code))).toBe(true);
  });
});
