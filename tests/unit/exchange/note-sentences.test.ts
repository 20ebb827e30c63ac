import { expect, test } from 'vitest';
import { noteSentence } from '#app/text/file-notes.ts';

test.each([
  ['essay', 'Loại câu hỏi “tự luận” không có'],
  ['ddwtos', 'Loại câu hỏi “kéo từ vào chỗ trống” không có'],
  // Of kinds that nobody has foreseen the name of the file is said, also of one that every object has.
  ['stack', 'Loại câu hỏi “stack” không có'],
  ['constructor', 'Loại câu hỏi “constructor” không có'],
])('the kind %s is named in words', (kind, begin) => {
  expect(noteSentence({ code: 'kind-not-supported', values: { kind, name: 'Câu' } }, 'vi')).toMatch(
    new RegExp(`^${begin}`, 'u'),
  );
});
