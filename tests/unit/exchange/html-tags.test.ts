import { describe, expect, test } from 'vitest';
import { isHtml, withSignsKept } from '#app/features/exchange/formats/shared/html-tags.ts';

describe('what is a tag and what is a sign', () => {
  test.each([
    'x<y. Khi đó?',
    'Nếu a<b và c>d thì sao?',
    'if (a<b or c>d)',
    'i < 3',
    '<5 tuổi',
    'A<B',
    'x<s y',
    '<khong-phai-the',
    'a <- b',
  ])('%j is no HTML, and nothing of it is swallowed', (text) => {
    expect(isHtml(text)).toBe(false);
    expect(withSignsKept(text)).toBe(text.replaceAll('<', '&lt;'));
  });

  test.each([
    '<p>một</p>',
    '<b>đậm</b>',
    '<br/>',
    '<BR>',
    '<img src="a.png" alt="hình">',
    "<span class='x' style=color:red>",
    '<video controls src="x">',
    '<o:p></o:p>',
    '<mfrac><mn>1</mn></mfrac>',
    '<!-- lời nhắn -->',
    'một &amp; hai',
  ])('%j is HTML', (text) => {
    expect(isHtml(text)).toBe(true);
    expect(withSignsKept(text)).toBe(text);
  });

  test('both in one text', () => {
    expect(withSignsKept('<p>Nếu x<y thì <b>sao</b>?</p>')).toBe('<p>Nếu x&lt;y thì <b>sao</b>?</p>');
  });
});
