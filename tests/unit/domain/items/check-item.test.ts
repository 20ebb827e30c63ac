import { describe, expect, test } from 'vitest';
import { checkItem } from '#app/domain/items/check-item.ts';
import type { ItemBody } from '#app/domain/items/item.ts';
import { isFitting } from '#app/domain/items/response.ts';
import { anItemBody } from '#tests/support/item-body.ts';

const options = (...texts: string[]): ItemBody['options'] =>
  texts.map((text, index) => ({ id: 'abcdef'.charAt(index), text }));

describe('checkItem', () => {
  test.each<[string, Partial<ItemBody>, string[]]>([
    ['a sound choice', {}, []],
    ['a sound true or false', { interaction: 'trueFalse', options: options('Đúng', 'Sai') }, []],
    ['a sound multiple choice', { interaction: 'multipleChoice', key: ['a', 'c'] }, []],
    ['no key', { key: [] }, ['no-key']],
    ['two keys where one is asked', { key: ['a', 'b'] }, ['too-many-keys']],
    ['the same key twice is one key', { key: ['a', 'a'] }, []],
    ['one key where several are asked', { interaction: 'multipleChoice' }, ['too-few-keys']],
    ['a key that is no option', { key: ['z'] }, ['key-not-an-option']],
    ['two options only', { options: options('một', 'hai') }, ['too-few-options']],
    [
      'one option of true or false',
      { interaction: 'trueFalse', options: options('Đúng') },
      ['too-few-options', 'all-options-are-keys'],
    ],
    ['options that read alike', { options: options('Pác Bó', 'pác  bó', 'Lũng Nặm') }, ['duplicate-options']],
    ['all options right', { interaction: 'multipleChoice', key: ['a', 'b', 'c', 'd'] }, ['all-options-are-keys']],
    ['no rationale', { rationale: '  ' }, ['no-rationale']],
    ['no source', { source: { title: '' } }, ['no-source']],
    ['no fact', { facts: [] }, ['no-fact']],
    ['all of the above', { options: options('một', 'hai', 'Tất cả các đáp án trên') }, ['all-of-the-above']],
    ['both are right', { options: options('một', 'hai', 'Cả hai đáp án trên') }, ['all-of-the-above']],
    ['a, b and c are right', { options: options('một', 'hai', 'Cả A và B đều đúng') }, ['all-of-the-above']],
    ['none of them', { options: options('một', 'hai', 'Không có đáp án nào đúng') }, ['all-of-the-above']],
    ['the three above', { options: options('một', 'hai', 'Cả 3 ý nêu trên') }, ['all-of-the-above']],
    ['a place above something is no such option', { options: options('Trên núi Các Mác', 'hai', 'ba') }, []],
    ['an option that begins with "cả nước"', { options: options('Cả nước', 'hai', 'ba') }, []],
  ])('%s', (_name, change, faults) => {
    expect(checkItem(anItemBody(change))).toEqual(faults);
  });

  test('names every fault at once', () => {
    const empty: ItemBody = {
      interaction: 'choice',
      prompt: '',
      options: [],
      key: [],
      rationale: '',
      source: { title: '' },
      facts: [],
    };
    expect(checkItem(empty)).toEqual(['no-key', 'too-few-options', 'no-rationale', 'no-source', 'no-fact']);
  });
});

describe('isFitting', () => {
  test('known options, none twice, one where one is right', () => {
    const choice = anItemBody();
    const several = anItemBody({ interaction: 'multipleChoice', key: ['a', 'b'] });
    expect(isFitting(choice, [])).toBe(true);
    expect(isFitting(choice, ['b'])).toBe(true);
    expect(isFitting(choice, ['a', 'b'])).toBe(false);
    expect(isFitting(several, ['a', 'b'])).toBe(true);
    expect(isFitting(several, ['a', 'a'])).toBe(false);
    expect(isFitting(several, ['z'])).toBe(false);
  });
});
