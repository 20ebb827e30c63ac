// Numbers as people type them into the prediction.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { HIGHEST_PREDICTION } from '#app/domain/attempts/decide.ts';
import { sheetText } from '#app/text/sheet.ts';
import { namesOf } from '#app/features/attempts/names-of.ts';
import { groupDigits, readNumber } from '#app/features/attempts/prediction-number.ts';

test.each([
  ['12345', 12_345],
  ['12.345', 12_345],
  ['12 345', 12_345],
  ['1,234,567', 1_234_567],
  ['0', 0],
  ['', undefined],
  ['  ', undefined],
  ['100.000.000', HIGHEST_PREDICTION],
  ['100.000.001', null],
  ['9999999999999', null],
  ['-5', null],
  ['1e3', null],
  ['mười', null],
])('%j', (typed, expected) => {
  expect(readNumber(typed)).toBe(expected);
});

test('a number that was grouped is read as the same number', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: HIGHEST_PREDICTION }), (value) => {
      expect(readNumber(groupDigits(value))).toBe(value);
      expect(groupDigits(value)).toMatch(/^\d{1,3}(\.\d{3})*$/u);
    }),
  );
});

test('items are named as a person calls them, in order', () => {
  expect(namesOf([7, 3], sheetText.vi)).toBe('Câu 3, 7');
  expect(namesOf([0], sheetText.vi)).toBe('Câu dự đoán');
  expect(namesOf([0, 12, 2], sheetText.vi)).toBe('Câu 2, 12 và câu dự đoán');
});
