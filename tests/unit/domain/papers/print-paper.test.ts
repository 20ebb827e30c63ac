import { describe, expect, test } from 'vitest';
import type { Slot } from '#app/domain/contests/form.ts';
import type { ItemBody } from '#app/domain/items/item.ts';
import { printPaper, type PrintedQuestion } from '#app/domain/papers/print-paper.ts';
import { anItemBody } from '#tests/support/item-body.ts';

const SCHEME = { right: 1, wrong: 0, blank: 0, partial: 'none' } as const;

/** The body as question 1 of a paper of one. */
function printed(body: Partial<ItemBody>, slot: Partial<Slot> = {}): PrintedQuestion {
  const form = { slots: [{ slot: 1, itemVersionId: 'v', optionOrder: ['c', 'a', 'd', 'b'], ...slot }] };
  const blueprint = { sections: [{ title: 'Phần A', quotas: [{ count: 1 }] }] };
  const paper = printPaper({ code: '101', form }, blueprint, new Map([['v', anItemBody(body)]]), SCHEME);
  const question = paper.sections[0]?.questions[0];
  if (!question) throw new Error('no question was printed');
  return question;
}

describe('a printed question', () => {
  test('labels options in the order of the paper, and names the key by label', () => {
    const { options, key } = printed({});
    expect(options.map(({ label, text }) => `${label} ${text}`)).toEqual([
      'A Cột mốc 112',
      'B Cột mốc 108',
      'C Cột mốc 589',
      'D Cột mốc 105',
    ]);
    expect(key).toBe('B');
  });

  test('names several keys in alphabetical order', () => {
    expect(printed({ interaction: 'multipleChoice', key: ['a', 'c'] }).key).toBe('A, B');
  });

  test('names an order by the numbers of the paper', () => {
    expect(printed({ interaction: 'order', key: ['a', 'b', 'c', 'd'] }).key).toBe('2-4-1-3');
  });

  test('names pairs from the top of the left side', () => {
    const targets = ['x', 'y', 'z'].map((id) => ({ id, text: id }));
    const { key, options } = printed(
      {
        interaction: 'match',
        options: [
          { id: 'a', text: 'Pác Bó' },
          { id: 'b', text: 'Rừng Trần Hưng Đạo' },
        ],
        targets,
        key: ['a>y', 'b>x'],
      },
      { optionOrder: ['b', 'a'], targetOrder: ['z', 'y', 'x'] },
    );
    expect(options.map(({ label }) => label)).toEqual(['1', '2']);
    expect(key).toBe('1-c, 2-b');
  });

  test('names what is accepted of a typed answer, and prints no option', () => {
    const options = [
      { id: 'a', text: 'Pác Bó' },
      { id: 'b', text: 'hang Cốc Bó' },
      { id: 'c', text: 'Cốc Bó', fraction: 0.5 },
    ];
    const text = printed({ interaction: 'textEntry', options, key: ['a', 'b'] }, { optionOrder: [] });
    expect(text.key).toBe('Pác Bó / hang Cốc Bó');
    expect(text.options).toEqual([]);
    const number = { interaction: 'numericEntry' as const, unit: 'km²', key: ['a'] };
    expect(printed({ ...number, options: [{ id: 'a', text: '6700.3', tolerance: '0.5' }] }).key).toBe(
      '6700,3 ± 0,5 km²',
    );
    expect(printed({ ...number, options: [{ id: 'a', text: '1941' }] }).key).toBe('1941 km²');
  });

  test('has the marks of its slot before those of the scheme', () => {
    expect(printed({}).marks).toBe(1);
    expect(printed({}, { marks: 2.5 }).marks).toBe(2.5);
  });
});
