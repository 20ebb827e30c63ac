import { describe, expect, test } from 'vitest';
import { readAiken } from '#app/features/exchange/formats/aiken/read-aiken.server.ts';
import { codesOf, inShort, readFile, readOne } from '#tests/support/read-text-file.ts';

describe('Aiken', () => {
  test('letters with a point or a bracket, blank lines or none between questions', async () => {
    const { items, notes } = await readFile(
      readAiken,
      'Bác về năm nào?\nA. 1930\nB. 1941\nC. 1945\nANSWER: B\nỞ đâu?\nA) Hà Nội\nB)Pác Bó\n\nANSWER: B\r\n\r\n2 < 3?\rA. Có\rB. Không\rANSWER: A',
    );
    expect(notes).toEqual([]);
    expect(items.map(inShort)).toEqual([
      { kind: 'choice', prompt: 'Bác về năm nào?', options: ['1930', '1941', '1945'], key: ['b'] },
      { kind: 'choice', prompt: 'Ở đâu?', options: ['Hà Nội', 'Pác Bó'], key: ['b'] },
      { kind: 'choice', prompt: '2 < 3?', options: ['Có', 'Không'], key: ['a'] },
    ]);
    expect(items.map(({ at }) => at)).toEqual([
      { line: 1, question: 1 },
      { line: 6, question: 2 },
      { line: 12, question: 3 },
    ]);
  });

  test('signs of Markdown stay signs', async () => {
    const item = await readOne(readAiken, '5 * 3 = _____ và *x*?\nA. 15\nB. <b>\nANSWER: A');
    expect(item.body.prompt).toBe('5 \\* 3 = _____ và \\*x\\*?');
    expect(item.body.options[1]?.text).toBe('\\<b>');
  });

  test('faults are reported by line as Moodle does, and sound questions are taken', async () => {
    const { items, notes } = await readFile(
      readAiken,
      [
        'Quá ít phương án',
        'A) Chỉ một',
        'ANSWER: A',
        '',
        'A) Chưa bắt đầu',
        'ANSWER: Chưa bắt đầu',
        '',
        'Câu tốt',
        'A) Đúng',
        'B) Sai',
        'ANSWER: A',
        '',
        'Bắt đầu mà chưa xong',
        'A) a',
        'B) b',
        '',
        'Câu tốt thứ hai',
        'A)không cách',
        'B)cũng thế',
        'ANSWER: B',
        'Cuối cùng không có đáp án',
        'A. x',
      ].join('\n'),
    );
    expect(items.map(({ body }) => body.prompt)).toEqual(['Câu tốt', 'Câu tốt thứ hai']);
    expect(notes.map(({ level, code, at }) => [level, code, at.line])).toEqual([
      ['error', 'too-few-options', 3],
      ['error', 'aiken-not-started', 5],
      ['error', 'aiken-not-started', 6],
      ['error', 'aiken-not-complete', 17],
      ['error', 'aiken-not-complete', 21],
    ]);
  });

  test('an answer that is none of the options keeps the question from being taken', async () => {
    expect(codesOf((await readOne(readAiken, 'Hỏi gì?\nA. aa\nB. bb\nANSWER: E')).notes)).toEqual([
      'error aiken-answer-letter',
    ]);
  });

  test('letters out of order count by place, with a warning', async () => {
    const item = await readOne(readAiken, 'Hỏi gì?\nA. aa\nC. bb\nANSWER: B');
    expect(item.body.key).toEqual(['b']);
    expect(codesOf(item.notes)).toEqual(['warning aiken-letters']);
  });

  test('the answer line as clerks type it', async () => {
    expect((await readOne(readAiken, 'Hỏi gì?\nA. aa\nB. bb\nĐáp án: b')).body.key).toEqual(['b']);
  });

  test('a letter of more than one byte may be a whole question, as in Moodle', async () => {
    const { items, notes } = await readFile(readAiken, 'x\n日\nA) sun\nB) moon\nANSWER: A');
    expect(notes).toEqual([]);
    expect(items.map(inShort)).toEqual([{ kind: 'choice', prompt: '日', options: ['sun', 'moon'], key: ['a'] }]);
  });
});
