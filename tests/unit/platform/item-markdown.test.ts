import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasMarkup, plainText, renderItemText } from '#app/platform/item-markdown.server.ts';

const ID = 'a'.repeat(64);
const block = (markdown: string): string => renderItemText(markdown, { inline: false });
const inline = (markdown: string): string => renderItemText(markdown, { inline: true });

/** Runs within a second, on a slow machine too. */
function inTime(markdown: string): string {
  const began = performance.now();
  const html = block(markdown) + inline(markdown) + plainText(markdown);
  expect(performance.now() - began).toBeLessThan(1_000);
  return html;
}

describe('the text of a question', () => {
  it('costs nothing where it is plain', () => {
    for (const plain of ['Pác Bó thuộc xã nào?', 'Năm 1941 – 1945 (trang 12)', '12,5', 'A+B', 'Điều 3. Khoản 2']) {
      expect(hasMarkup(plain), plain).toBe(false);
    }
    expect(inline('Nước & "non"')).toBe('Nước &amp; &quot;non&quot;');
    expect(block('Nước non')).toBe('<p>Nước non</p>');
  });

  it('shows emphasis, lists, line breaks and tables', () => {
    expect(block('Ai **không** có mặt?')).toBe('<p>Ai <strong>không</strong> có mặt?</p>');
    expect(block('- một\n- hai')).toContain('<li>một</li>');
    expect(block('câu một\ncâu hai')).toContain('câu một<br>\ncâu hai');
    const table = block('| Năm | Việc |\n|:--|--:|\n| 1941 | Pác Bó |');
    expect(table).toContain('<div class="item-table" tabindex="0"><table>');
    expect(table).toContain('<th align="left">Năm</th>');
    expect(table).toContain('<td align="right">Pác Bó</td>');
  });

  it('does not make lists and headings of options', () => {
    expect(inline('1945.')).toBe('1945.');
    expect(inline('- 5 độ C')).toBe('- 5 độ C');
    expect(inline('# 1')).toBe('# 1');
    expect(inline('một\n\nhai')).toBe('một<br>hai');
    expect(inline('**đậm**')).toBe('<strong>đậm</strong>');
  });

  it('shows images of our own only', () => {
    expect(inline(`![Hang Cốc Bó](media:${ID})`)).toBe(
      `<img src="/media/${ID}" alt="Hang Cốc Bó" class="item-image" decoding="async">`,
    );
    const foreign = ['https://x.vn/a.png', '//x.vn/a.png', 'data:image/png;base64,AA', 'media:../secret', '/media/1'];
    for (const address of foreign) {
      expect(block(`![mô tả](${address})`), address).toBe('<p>mô tả</p>');
    }
  });

  it('drops whatever could run or lead away, and keeps the words', () => {
    const hostile = [
      '<script>alert(1)</script>Câu hỏi',
      'Câu hỏi <img src=x onerror=alert(1)>',
      'Câu hỏi <svg onload=alert(1)><script>alert(1)</script></svg>',
      '[Câu hỏi](javascript:alert(1))',
      '[Câu hỏi](data:text/html,<script>alert(1)</script>)',
      '[Câu hỏi](https://x.vn "t")',
      'Câu hỏi <https://x.vn>',
      '<iframe src="https://x.vn"></iframe>Câu hỏi',
      '<a href="javascript:alert(1)">Câu hỏi</a>',
      '<style>*{display:none}</style>\n\nCâu hỏi',
      `Câu hỏi ![x](media:${ID} "onload=alert(1)")`,
    ];
    for (const markdown of hostile) {
      for (const html of [block(markdown), inline(markdown)]) {
        expect(html, markdown).toContain('Câu hỏi');
        expect(html, markdown).not.toMatch(/<(script|svg|iframe|style|a)\b|\son\w+=|javascript:|href|data:/iu);
      }
    }
  });

  it('lets only known tags and attributes through, whatever comes in', () => {
    const pieces = fc.constantFrom(
      '<',
      '>',
      '"',
      "'",
      '=',
      'onerror=',
      '<img src=',
      '<script>',
      '</script>',
      '![',
      '](',
      ')',
      'media:',
      ID,

      'javascript:',
      '\n',
      '|',
      '-|-',
      '**',
      '`',
      '```\n',
      '> ',
      '- ',
      '&lt;',
      '&#60;',
      '\\',
      '<!--',
      '<?',
      '<![CDATA[',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string({ maxLength: 5 })), { maxLength: 25 }), (parts) => {
        for (const html of [block(parts.join('')), inline(parts.join(''))]) {
          const rest = html
            .replace(/<\/?(?:p|br|strong|em|del|code|pre|blockquote|ul|ol|li|table|thead|tbody|tr|th|td)>/gu, '')
            .replace(/<ol start="\d+">|<t[hd] align="(?:left|right|center)">|<\/div>/gu, '')
            .replace(/<div class="item-table"(?: tabindex="0")?>/gu, '')
            .replace(/<img src="\/media\/[0-9a-f]{64}" alt="[^"<]*" class="item-image" decoding="async">/gu, '');
          expect(rest).not.toMatch(/</u);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('is not slowed down by towers and endless tables', () => {
    for (const markdown of [
      '> '.repeat(5_000) + 'đáy',
      '- '.repeat(5_000) + 'đáy',
      `|${' a |'.repeat(2_000)}\n|${'-|'.repeat(2_000)}\n${'| b |\n'.repeat(2_000)}`,
      '['.repeat(15_000),
      '**a '.repeat(4_000),
      '*_'.repeat(9_000),
      '`'.repeat(1) + ' ``'.repeat(5_000),
      '<'.repeat(19_000),
      '<script>'.repeat(2_000),
      '&#'.repeat(9_000),
      'a'.repeat(200_000),
      Array.from({ length: 100 }, (_, depth) => `${'  '.repeat(depth)}- x`).join('\n'),
      '![a]('.repeat(390),
    ]) {
      inTime(markdown);
    }
    expect(inTime('> '.repeat(5_000) + '<b>')).toContain('&lt;b&gt;');
  });
});

describe('the words alone', () => {
  it('are what a person would read out', () => {
    expect(plainText('Ai **không** có mặt ở `Pác Bó`?')).toBe('Ai không có mặt ở Pác Bó?');
    expect(plainText(`Xem ![Hang Cốc Bó](media:${ID}) và trả lời`)).toBe('Xem Hang Cốc Bó và trả lời');
    expect(plainText('| Năm | Việc |\n|--|--|\n| 1941 | Pác Bó |')).toBe('Năm Việc 1941 Pác Bó');
    expect(plainText('một\n\nhai<br>ba')).toBe('một haiba');
    expect(plainText('1945.')).toBe('1945.');
    expect(plainText(' thường ')).toBe('thường');
  });
});
