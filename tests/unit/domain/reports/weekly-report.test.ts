import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY, HOUR } from '#app/domain/kernel/time.ts';
import { NO_TALLY, type UnitTally } from '#app/domain/participation/tally.ts';
import { canonicalJson } from '#app/domain/reports/canonical-json.ts';
import { blockInScope, reportScope } from '#app/domain/reports/report-scope.ts';
import { firstSetting, inheritedSetting, numberLine } from '#app/domain/reports/report-setting.ts';
import { targetsByUnit, targetState, type SetTarget } from '#app/domain/reports/report-target.ts';
import { takeFigures } from '#app/domain/reports/snapshot.ts';
import { weeklyReport } from '#app/domain/reports/weekly-report.ts';

const AT = Date.UTC(2026, 0, 5, 1);
const SINCE = AT - 7 * DAY;
const hourOf = (instant: number) => Math.floor(instant / HOUR);

const tally = (people: number, fresh = 0): UnitTally => ({
  ...NO_TALLY,
  people,
  attempts: people * 2,
  valid: people,
  finished: people,
  scoreCount: people,
  scoreSum: people * 15,
  scores: new Map([[15, people]]),
  categories: new Map([['pupil', people]]),
  hours: new Map([
    [hourOf(SINCE) - 1, { people: people - fresh, attempts: people }],
    [hourOf(AT) - 1, { people: fresh, attempts: fresh }],
    [hourOf(AT), { people: 99, attempts: 99 }],
  ]),
});

type Given = Parameters<typeof takeFigures>[0];

const UNITS: Given['units'] = [
  { id: 'tinh', name: 'Tỉnh', kind: 'province' },
  { id: 'a', parentId: 'tinh', name: 'Xã A', kind: 'commune', block: 'Khối xã' },
  { id: 'a1', parentId: 'a', name: 'Chi bộ A1', kind: 'cell', block: 'Khối xã' },
  { id: 'b', parentId: 'tinh', name: 'Sở B', kind: 'agency', block: 'Khối cơ quan' },
];
const headcount = (people: number) => ({ all: { people, asOf: 0, source: 'Danh sách' } });

const snapshot = (given: Partial<Given> = {}) =>
  takeFigures({
    contest: { slug: 'ct', title: 'Cuộc thi', organizer: 'Ban' },
    at: AT,
    since: SINCE,
    number: 2,
    opensAt: SINCE,
    closesAt: AT + DAY,
    maxScore: 20,
    scoresShown: true,
    hasScores: true,
    isSample: false,
    units: UNITS,
    headcounts: new Map([
      ['a', headcount(10)],
      ['a1', headcount(30)],
      ['b', headcount(60)],
    ]),
    targets: [],
    tallies: new Map([
      ['a1', tally(12, 4)],
      ['b', tally(30, 10)],
    ]),
    unitOf: () => 'tinh',
    ...given,
  });

const reportOf = (unitId: string, given: Partial<Given> = {}, block?: string) =>
  weeklyReport(snapshot(given), block === undefined ? { unitId } : { unitId, block }, { seesScores: false });

describe('the weekly report', () => {
  test('sums up the branch, says what came in the week, and compares with the week before', () => {
    const report = reportOf('tinh');
    expect(report?.total).toMatchObject({ headcount: 100, people: 42, newPeople: 14, attempts: 84, newAttempts: 14 });
    expect(report?.total.rate).toBeCloseTo(0.42);
    expect(report?.total.rateBefore).toBeCloseTo(0.28);
    expect(report?.total.mean).toBe(15);
    expect(report?.below.map(({ name, people }) => [name, people])).toEqual([
      ['Xã A', 12],
      ['Sở B', 30],
    ]);
    expect(report?.branch.map(({ name, depth }) => [name, depth])).toEqual([
      ['Xã A', 0],
      ['Chi bộ A1', 1],
      ['Sở B', 0],
    ]);
  });

  test('names people of the unit itself on a line of their own', () => {
    expect(reportOf('a')?.own).toMatchObject({ headcount: 10, people: 0 });
    expect(reportOf('b')?.own).toBeUndefined();
  });

  test('tells blocks apart, and of one block only what belongs to it', () => {
    expect(reportOf('tinh')?.blocks.map(({ name, headcount: all }) => [name, all])).toEqual([
      ['Khối xã', 40],
      ['Khối cơ quan', 60],
    ]);
    const block = reportOf('tinh', {}, 'Khối xã');
    expect(block?.total).toMatchObject({ headcount: 40, people: 12 });
    expect(block?.below.map(({ name }) => name)).toEqual(['Xã A']);
    expect(reportOf('tinh', {}, 'Khối khác')).toBeUndefined();
    expect(reportOf('không có')).toBeUndefined();
  });

  test('keeps scores back that were not public, but from organizers', () => {
    const held = snapshot({ scoresShown: false });
    expect(weeklyReport(held, { unitId: 'tinh' }, { seesScores: false })?.total.mean).toBeUndefined();
    expect(weeklyReport(held, { unitId: 'tinh' }, { seesScores: true })?.total.mean).toBe(15);
  });

  test('puts figures of units that have ended where they belong, and loses none', () => {
    const ended = new Map([['huyện cũ', tally(5)]]);
    expect(reportOf('tinh', { tallies: ended, unitOf: () => 'b' })?.below[1]?.people).toBe(5);
    expect(() => snapshot({ tallies: ended, unitOf: () => undefined })).toThrow('belong nowhere');
  });

  test('a parent is what it has of its own and all below it, for any tree', () => {
    const trees = fc.array(fc.tuple(fc.nat(), fc.nat(500), fc.nat(300)), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(trees, (drawn) => {
        const units = drawn.map(([parent], index) => ({
          id: `u${index}`,
          ...(index === 0 ? {} : { parentId: `u${parent % index}` }),
          name: `Đơn vị ${index}`,
          kind: 'commune',
        }));
        // why sorted by branch: a snapshot has each branch after its top.
        const below = (id: string | undefined): typeof units =>
          units.filter(({ parentId }) => parentId === id).flatMap((unit) => [unit, ...below(unit.id)]);
        const given = {
          units: below(undefined),
          headcounts: new Map(drawn.map(([, people], index) => [`u${index}`, headcount(people)])),
          tallies: new Map(drawn.map(([, , people], index) => [`u${index}`, tally(people, people)])),
        };
        for (const { id } of units) {
          const report = reportOf(id, given);
          const parts = [...(report?.below ?? []), ...(report?.own ? [report.own] : [])];
          if (!report || report.below.length === 0) continue;
          for (const key of ['headcount', 'people', 'newPeople', 'attempts', 'valid', 'scoreSum'] as const) {
            expect(parts.reduce((sum, row) => sum + row[key], 0)).toBe(report.total[key]);
          }
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('targets in a report', () => {
  const set = (given: Partial<SetTarget>): SetTarget => ({
    id: String(given.setAt ?? 1),
    unitId: 'tinh',
    spread: 'below',
    measure: 'rate',
    value: 0.5,
    dueAt: AT,
    setAt: 1,
    ...given,
  });

  test('one by name holds before one from above, and of each the one set last', () => {
    const units = [
      { id: 'tinh', parentId: undefined },
      { id: 'a', parentId: 'tinh' },
      { id: 'b', parentId: 'tinh' },
    ];
    const targets = targetsByUnit(units, [
      set({ value: 0.4 }),
      set({ value: 0.5, setAt: 2 }),
      set({ unitId: 'a', spread: 'unit', value: 0.9, setAt: 1 }),
    ]);
    expect([targets.get('tinh'), targets.get('a')?.value, targets.get('b')?.value]).toEqual([undefined, 0.9, 0.5]);
  });

  test('a rate wants whole people; without a headcount it is unknown and not reached', () => {
    const target = { measure: 'rate', value: 0.7, dueAt: AT } as const;
    expect(targetState(target, { headcount: 10, people: 6, attempts: 0 })).toMatchObject({ goal: 7, missing: 1 });
    expect(targetState(target, { headcount: 10, people: 7, attempts: 0 }).isReached).toBe(true);
    expect(targetState(target, { headcount: 0, people: 7, attempts: 0 })).toMatchObject({
      goal: undefined,
      isReached: false,
    });
  });
});

describe('what stands around a report', () => {
  test('a unit takes the form of the one above it, never its name or signer', () => {
    const above = { ...firstSetting({ name: 'Tỉnh' }, undefined, 'state'), place: 'Cao Bằng', signer: 'Ai Đó' };
    const own = inheritedSetting(above, { name: 'Xã Đàm Thủy' }, { name: 'Tỉnh' });
    expect(own).toMatchObject({
      form: 'state',
      place: 'Cao Bằng',
      issuer: 'XÃ ĐÀM THỦY',
      superior: 'TỈNH',
      signer: '',
    });
  });

  test('each form writes its number in its own way', () => {
    expect(numberLine({ form: 'party', symbol: 'BC/TU' })).toMatch(/^Số\u00a0+-BC\/TU$/u);
    expect(numberLine({ form: 'state', symbol: 'BC-UBND' })).toMatch(/^Số:\u00a0+\/BC-UBND$/u);
  });

  test('who manages a block reports on that block, and on nothing else', () => {
    const grant = { role: 'unitManager', unitId: 'tinh', unitPath: '/tinh/', block: 'Khối xã' } as const;
    const actor = { accountId: 'x', unitId: 'tinh', unitPath: '/tinh/', birthYear: 1980, grants: [grant] };
    const scope = reportScope(actor, { path: '/tinh/', block: undefined });
    expect(scope).toEqual({ isWhole: false, blocks: ['Khối xã'] });
    expect(scope && blockInScope(scope, undefined)).toBe('Khối xã');
    expect(scope && blockInScope(scope, 'Khối cơ quan')).toBe(false);
    expect(reportScope(actor, { path: '/khac/', block: undefined })).toBeUndefined();
    expect(reportScope(undefined, { path: '/tinh/', block: undefined })).toBeUndefined();
  });

  test('equal values have one text, whatever the order of their keys', () => {
    expect(canonicalJson({ b: [1, { d: 2, c: undefined }], a: 'x' })).toBe('{"a":"x","b":[1,{"d":2}]}');
  });
});
