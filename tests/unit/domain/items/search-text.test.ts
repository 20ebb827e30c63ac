import { describe, expect, test } from 'vitest';
import { fingerprintSource, searchTextOf } from '#app/domain/items/search-text.ts';
import { shownText } from '#app/domain/items/shown-text.ts';
import { anItemBody } from '#tests/support/item-body.ts';

describe('searchTextOf', () => {
  test('id, name, prompt, options, targets and tags, folded; not the rationale', () => {
    const body = anItemBody({
      name: 'Mốc',
      prompt: '**Đường** nào?',
      options: [{ id: 'a', text: 'Pác Bó' }],
      targets: [{ id: 'x', text: 'Trường Hà' }],
      rationale: 'bí mật',
    });
    expect(searchTextOf('2026-001', body, { tags: ['pac-bo', 'thi'] })).toBe(
      '2026-001 moc duong nao? pac bo truong ha pac-bo pac bo thi thi',
    );
  });
});

describe('fingerprintSource', () => {
  const print = (given: Parameters<typeof anItemBody>[0]): string => fingerprintSource(anItemBody(given));
  const body = anItemBody();
  test('is the same whatever the order, marks, emphasis, key and source', () => {
    expect(
      print({
        prompt: ' NGUYỄN ÁI QUỐC về nước qua **cột mốc** nào…',
        options: body.options.toReversed(),
        key: ['b'],
        rationale: '',
        source: { title: 'khác' },
      }),
    ).toBe(print({}));
  });
  test('is another for another prompt, option, target, sign of a number, image, or way of answering', () => {
    const others = [
      print({ prompt: 'Ai?' }),
      print({ options: body.options.slice(1) }),
      print({ targets: [{ id: 'x', text: '1' }] }),
      print({ interaction: 'textEntry' }),
      print({ prompt: `Đây là đâu? ![hang](media:${'a'.repeat(64)})` }),
      print({ prompt: `Đây là đâu? ![hang](media:${'b'.repeat(64)})` }),
      print({ options: [{ id: 'a', text: '-5' }] }),
      print({ options: [{ id: 'a', text: '5' }] }),
    ];
    expect(new Set([print({}), ...others]).size).toBe(others.length + 1);
  });
});

test.each([
  ['**Đậm** và *nghiêng* và `mã`', 'Đậm và nghiêng và mã'],
  ['- một\n- hai', 'một hai'],
  ['| a | b |\n| --- | --- |\n| 1 | 2 |', 'a b 1 2'],
  ['![Hang](media:abc) và [chữ](https://vn)', 'Hang và chữ'],
  ['ten_goi, _nhấn_', 'ten_goi, nhấn'],
  ['5 \\* 3', '5 * 3'],
])('shownText of %s', (markdown, shown) => {
  expect(shownText(markdown)).toBe(shown);
});
