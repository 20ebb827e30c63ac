// How a text without a telling name finds its reader.
import { describe, expect, test } from 'vitest';
import { formatOfBytes } from '#app/features/exchange/formats/sniff.server.ts';

const formatOf = (text: string, name = 'cau-hoi.txt') => {
  const found = formatOfBytes(name, new Uint8Array(Buffer.from(text)));
  return found.ok ? found.value : found.error.code;
};

describe('GIFT', () => {
  test.each([
    'Xếp{>3 ALL\nmột\nhai\nba}',
    'Thủ đô? {Hà Nội}',
    'Hỏi? {\n// chú thích\n=a\n~b}',
    'Hỏi? {%50%a =b}',
    '// question: 7  name: Xếp, theo thứ tự\n::Xếp::[html]Xếp.{>2     none\nmột\nhai\n}\n',
    'Which question, if any?\n{Một}',
    '$CATEGORY: $course$/top\n\nHỏi? {Một}',
    '::a::Hỏi {Một}\n\nĐoạn mô tả.\n\nĐoạn nữa.\n',
  ])('%j', (text) => {
    expect(formatOf(text)).toBe('gift');
  });

  test('the name tells where the text does not', () => {
    expect(formatOf('Chỉ có lời dẫn.', 'bai.gift.txt')).toBe('gift');
    expect(formatOf('Chỉ có lời dẫn.', 'bai.GIFT')).toBe('gift');
  });

  test.each([
    ['Câu hỏi,A,B,Đáp án\n"Tập {1;2} có mấy phần tử?",1,2,B\n', 'csv'],
    ['Câu hỏi\tĐáp án\nTập {x}\t1\n\nTập {y}\t2\n', 'csv'],
    ['Câu 1. Cho tập {1; 2; 3}. Có mấy phần tử?\nA. 1\nB. 3\n\nCâu 2. Còn đây?\nA. x\nB. y\n', undefined],
    ['Một đoạn văn.\n\nTập hợp {1; 2}\n\nMột đoạn nữa.\n', undefined],
    ['{"a": {"b": 1}}', undefined],
  ])('braces elsewhere are not its answers: %j', (text, format) => {
    expect(formatOf(text)).toBe(format);
  });
});

describe('Aiken', () => {
  test.each([
    'Hỏi\nA)x\nB)y\nANSWER: A',
    'Hỏi\nA. x\nB. y\nANSWER: A.',
    'Hỏi\nA) x\nB) y\nAnswer: B',
    'Tập {1; 2}\nA)x\nB)y\nANSWER: B)',
  ])('%j', (text) => {
    expect(formatOf(text)).toBe('aiken');
  });

  test('the name tells where the text does not', () => {
    expect(formatOf('Hỏi gì?', 'bai.aiken.txt')).toBe('aiken');
  });
});

test('a list of items with an answer in one of its texts stays a list of items', () => {
  expect(formatOf('# chú thích\n---\nitems:\n\n  - prompt: |\n      A. x\n      Answer: a\n')).toBe('yaml');
});

test('texts that are made to cost time', () => {
  const started = performance.now();
  for (const sign of ['\n', '{', ' {', '//{\n', '\\', ' ', '::', '\u00a0\n', 'items:\n\n', 'ANSWER: A   ']) {
    formatOf(sign.repeat(250_000 / sign.length));
    formatOf(`ANSWER: A${sign.repeat(250_000 / sign.length)}x`);
  }
  expect(performance.now() - started).toBeLessThan(15_000);
});
