import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NO_FIGURES, type ParticipationFigures } from '#app/domain/results/participation-rate.ts';
import { rankUnitsBy } from '#app/domain/results/unit-rank.ts';

const unit = (id: string, figures: Partial<ParticipationFigures>) => ({ id, figures: { ...NO_FIGURES, ...figures } });

const UNITS = [
  unit('small', { headcount: 9, people: 9, finished: 9, scoreSum: 90, allRight: 3 }),
  unit('half', { headcount: 100, people: 50, finished: 50, scoreSum: 400, allRight: 5 }),
  unit('alike', { headcount: 20, people: 10, finished: 10, scoreSum: 80, allRight: 5 }),
  unit('many', { headcount: 1_000, people: 80, finished: 40, scoreSum: 360, allRight: 0 }),
  unit('uncounted', { people: 5, finished: 0 }),
];

const ranks = (...[criterion, minimum]: [Parameters<typeof rankUnitsBy>[1], number]) =>
  rankUnitsBy(UNITS, criterion, minimum).map((row) => [row.unit.id, row.rank]);

describe('units by one criterion', () => {
  test('rate: equal ones share a rank, small and uncounted ones stand below without one', () => {
    expect(ranks('rate', 10)).toEqual([
      ['half', 1],
      ['alike', 1],
      ['many', 3],
      ['small', undefined],
      ['uncounted', undefined],
    ]);
  });

  test('mean score: the minimum headcount holds too', () => {
    expect(ranks('meanScore', 10)).toEqual([
      ['many', 1],
      ['half', 2],
      ['alike', 2],
      ['small', undefined],
      ['uncounted', undefined],
    ]);
    expect(ranks('meanScore', 0)[0]).toEqual(['small', 1]);
  });

  test('people and people all right: every unit is ranked', () => {
    expect(ranks('people', 10)).toEqual([
      ['many', 1],
      ['half', 2],
      ['alike', 3],
      ['small', 4],
      ['uncounted', 5],
    ]);
    expect(ranks('allRight', 10).map(([, rank]) => rank)).toEqual([1, 1, 3, 4, 4]);
  });

  test('a rank is one more than the number of better units, whatever order they come in', () => {
    const figures = fc.record({ headcount: fc.nat(50), people: fc.nat(20), finished: fc.nat(5), scoreSum: fc.nat(9) });
    fc.assert(
      fc.property(
        fc.array(figures, { maxLength: 20 }),
        fc.constantFrom('people', 'rate', 'meanScore', 'allRight'),
        (list, by) => {
          const units = list.map((each, index) => unit(String(index), each));
          const rankOf = new Map(rankUnitsBy(units, by, 5).map((row) => [row.unit.id, row.rank]));
          const again = new Map(rankUnitsBy(units.toReversed(), by, 5).map((row) => [row.unit.id, row.rank]));
          for (const [id, rank] of rankOf) {
            expect(again.get(id)).toBe(rank);
            if (rank === undefined) continue;
            expect([...rankOf.values()].filter((other) => other !== undefined && other < rank)).toHaveLength(rank - 1);
          }
        },
      ),
    );
  });
});
