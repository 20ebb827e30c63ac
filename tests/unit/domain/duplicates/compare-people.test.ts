import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  isOneLetterApart,
  likenessOf,
  oneLetterKeys,
  type ComparedPerson,
} from '#app/domain/duplicates/compare-people.ts';

const person = (given: Partial<ComparedPerson> = {}): ComparedPerson => ({
  accountId: 'a',
  fullName: 'Nguyễn Văn Nam',
  birthYear: 1990,
  unitId: 'xa-truong-ha',
  devices: new Set(),
  networks: new Set(),
  ...given,
});
const like = (a: Partial<ComparedPerson>, b: Partial<ComparedPerson>) => likenessOf(person(a), person(b));

describe('two accounts', () => {
  test('with the same name and year in one unit are alike', () => {
    expect(like({}, {})).toEqual({ reasons: ['name', 'birthYear', 'unit'], strength: 0.85 });
    expect(like({}, { fullName: 'NGUYEN VAN NAM' })?.strength).toBe(0.8);
  });

  test('with a common name and the same year in two units say nothing until a device speaks for it', () => {
    expect(like({}, { unitId: 'xa-khac' })).toBeUndefined();
    const device = { devices: new Set(['may-1']) };
    expect(like(device, { ...device, unitId: 'xa-khac' })?.reasons).toEqual(['name', 'birthYear', 'device']);
  });

  test('with one device or network and different names are nobody’s business', () => {
    const both = { devices: new Set(['may-1']), networks: new Set(['mang-1']) };
    expect(like(both, { ...both, fullName: 'Hoàng Thị Mai' })).toBeUndefined();
  });

  test('one network alone does not bring namesakes of two units together', () => {
    const school = { networks: new Set(['truong']) };
    expect(like(school, { ...school, unitId: 'xa-khac' })).toBeUndefined();
  });

  test('of one unit with names in another order, or one letter apart, are a weaker hint', () => {
    expect(like({}, { fullName: 'Nam Nguyễn Văn' })?.reasons).toEqual(['nameOrder', 'birthYear', 'unit']);
    expect(like({}, { fullName: 'Nguyễn Văn Nâm' })?.strength).toBe(0.5);
    expect(like({}, { fullName: 'Nguyễn Văn Nan' })?.reasons).toContain('similarName');
    expect(like({}, { fullName: 'Nguyễn Văn Nan', birthYear: 1991 })).toBeUndefined();
  });

  test('of one unit with a year mistyped are alike, with years far apart they are two people', () => {
    expect(like({}, { birthYear: 1991 })?.strength).toBe(0.51);
    expect(like({}, { birthYear: 1970 })).toBeUndefined();
  });
});

const anyName = fc.array(fc.constantFrom('nam', 'văn', 'nguyễn', 'Hùng', 'hưng', 'a'), { minLength: 1, maxLength: 4 });
const anyPerson = fc.record({
  fullName: anyName.map((words) => words.join(' ')),
  birthYear: fc.integer({ min: 1985, max: 1990 }),
  unitId: fc.constantFrom('a', 'b'),
  devices: fc.subarray(['1', '2']).map((each) => new Set(each)),
  networks: fc.subarray(['1', '2']).map((each) => new Set(each)),
});

test('likeness does not depend on which account comes first, lies in 0..1, and never rests on device or network alone', () => {
  fc.assert(
    fc.property(anyPerson, anyPerson, (a, b) => {
      const one = like(a, b);
      expect(like(b, a)).toEqual(one);
      if (!one) return;
      expect(one.strength).toBeGreaterThan(0);
      expect(one.strength).toBeLessThanOrEqual(1);
      expect(one.reasons.some((reason) => ['name', 'similarName', 'nameOrder'].includes(reason))).toBe(true);
      expect(one.reasons.includes('unit') || one.reasons.includes('device')).toBe(true);
    }),
  );
});

test('names one letter apart share a key, however they differ', () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(letters, letters, (a, b) => {
      if (!isOneLetterApart(a, b)) return;
      const keys = new Set(oneLetterKeys(a));
      expect(oneLetterKeys(b).some((key) => keys.has(key))).toBe(true);
      expect(isOneLetterApart(b, a)).toBe(true);
    }),
  );
});
