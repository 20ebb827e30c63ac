import { describe, expect, test } from 'vitest';
import { htmlToMarkdown, type HtmlNote } from '#app/platform/html-to-markdown.server.ts';
import { textToMarkdown } from '#app/platform/markdown-text.server.ts';
import { plainText, renderItemText } from '#app/platform/item-markdown.server.ts';

function convert(html: string): { markdown: string; notes: HtmlNote[] } {
  const notes: HtmlNote[] = [];
  const markdown = htmlToMarkdown(html, {
    image: ({ src }) => (src === 'a.png' ? `media:${'0'.repeat(64)}` : undefined),
    note: (code) => notes.push(code),
  });
  return { markdown, notes };
}

describe('what HTML says', () => {
  test.each([
    ['<p>Một &amp; <b>hai</b> <i>ba</i></p><p>bốn<br>năm</p>', 'Một & **hai** *ba*\n\nbốn\nnăm'],
    ['<ul><li>một</li><li>hai</li></ul>', '- một\n- hai'],
    ['<ol start="3"><li>một</li><li>hai</li></ol>', '3. một\n4. hai'],
    ['<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>', '| a | b |\n| - | - |\n| 1 | 2 |'],
    ['H<sub>2</sub>O, x<sup>2</sup>, m<sup>-1</sup>', 'H₂O, x², m⁻¹'],
    ['<p>a&nbsp;&nbsp;b</p><p>&nbsp;</p>', 'a b'],
    ['<span style="color:red"><font face="x">chữ</font></span>', 'chữ'],
    ['<a href="https://x.vn/a">xem</a>', '[xem](https://x.vn/a)'],
    ['Không thẻ nào &lt;b&gt;', 'Không thẻ nào \\<b>'],
    ['5 &lt; 6 * 7 = _____', '5 < 6 * 7 = _____'],
  ])('%s', (html, markdown) => {
    expect(convert(html)).toEqual({ markdown, notes: [] });
  });

  test('images by the callback; those that it does not know are left out', () => {
    expect(convert('<p>x <img src="a.png" alt="bản [đồ]" onerror="x"> <img src="b.png"></p>').markdown).toBe(
      `x ![bản [đồ]](media:${'0'.repeat(64)})`,
    );
  });

  test.each<[string, string, HtmlNote]>([
    ['a<script>alert(1)</script>b', 'ab', 'script-dropped'],
    ['a<iframe src="https://x.vn"></iframe>', 'a', 'embed-dropped'],
    ['a<svg onload="x"><text>b</text></svg>', 'a', 'embed-dropped'],
    ['a <input value="b">', 'a', 'field-dropped'],
    ['<a href="javascript:alert(1)">a</a>', 'a', 'link-dropped'],
    ['x<sup>abc</sup>', 'x^(abc)', 'raised-as-text'],
    [
      '<math><mi>x</mi><annotation encoding="application/x-tex">x^2</annotation></math>',
      '\\\\(x^2\\\\)',
      'maths-as-text',
    ],
    [
      '<math><mfrac><mn>1</mn><mn>2</mn></mfrac><mo>+</mo><msqrt><mn>16</mn></msqrt></math>',
      '1/2+√(16)',
      'maths-as-text',
    ],
    ['<math><mfrac><mrow><mi>a</mi><mo>+</mo><mn>1</mn></mrow><mn>2</mn></mfrac></math>', '(a+1)/2', 'maths-as-text'],
    ['<math><msup><mi>x</mi><mn>2</mn></msup><msub><mi>y</mi><mi>i</mi></msub></math>', 'x^2y_i', 'maths-as-text'],
    ['cho \\(a+b\\)', 'cho \\\\(a+b\\\\)', 'maths-as-text'],
    ['<img class="equation_image" data-equation-content="\\frac{1}{2}">', '\\\\(\\frac{1}{2}\\\\)', 'maths-as-text'],
  ])('%s', (html, markdown, code) => {
    const { markdown: found, notes } = convert(html);
    expect([found, [...new Set(notes)]]).toEqual([markdown, [code]]);
  });
});

describe('hostile fragments', () => {
  test('fifty thousand levels, and spans of a million cells, cost little', () => {
    const started = performance.now();
    expect(convert('<div>'.repeat(50_000) + 'x').markdown).toBe('x');
    expect(convert('<b>'.repeat(50_000) + 'y').markdown).toBe('y');
    expect(convert('<b></b>'.repeat(500_000) + 'w').markdown).toBe('w');
    expect(convert(`<p>${'\\\\('.repeat(200_000)}</p>`).notes).toEqual([]);
    expect(convert('<table><tr><td colspan="1000000" rowspan="60000">z</td></tr></table>').markdown).toContain('z');
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  test('what is shown in the end never has a script in it', () => {
    const html = '&lt;script&gt;alert(1)&lt;/script&gt;<p>[x](javascript:alert(1)) <img src=x onerror=alert(1)></p>';
    expect(renderItemText(convert(html).markdown, { inline: false })).not.toMatch(/<script|<[^>]*(?:href|onerror)/u);
  });
});

describe('plain text', () => {
  test.each([
    '5 * 3 = _____',
    '- không phải danh sách',
    '# không phải đề mục',
    '1. một',
    '<b>',
    'a_b_c',
    '**',
    '[x](y)',
    '\\',
    '&amp;',
    'x\ny',
    '| a |',
  ])('%s is shown as it is', (text) => {
    expect(plainText(textToMarkdown(text))).toBe(text.replaceAll('\n', ' '));
  });
});
