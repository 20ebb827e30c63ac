// Forms with lists in them, as browsers without scripts post them, and as nobody's page does.
import { describe, expect, test } from 'vitest';
import { sectionOf } from '#app/features/drafts/sections/section-of.ts';
import { addUnitIntent } from '#app/features/drafts/sections/section.ts';
import { readSubmission } from '#app/platform/http/submission.server.ts';

const post = (fields: [string, string][]): Request => {
  const body = new URLSearchParams(fields);
  return new Request('http://localhost/', { method: 'POST', body });
};

const rounds = (fields: [string, string][]) => readSubmission(post(fields), sectionOf('rounds').schema);
const INTENT = '__intent__';
const button = (type: string, payload: unknown): [string, string] => [INTENT, JSON.stringify({ type, payload })];
const TWO: [string, string][] = [
  ['rounds[0].title', 'Một'],
  ['rounds[0].minutes', '12,5'],
  ['rounds[1].title', 'Hai'],
];

const titlesOf = (payload: unknown): unknown[] =>
  ((payload as { rounds?: { title?: string }[] }).rounds ?? []).map((round) => round?.title);

describe('buttons of a list', () => {
  test('move, take out and add rows without saving anything', async () => {
    const moved = (await rounds([...TWO, button('reorder', { name: 'rounds', from: 1, to: 0 })])).submission;
    expect(moved.status).toBeUndefined();
    expect(titlesOf(moved.payload)).toEqual(['Hai', 'Một']);
    const taken = (await rounds([...TWO, button('remove', { name: 'rounds', index: 0 })])).submission;
    expect(titlesOf(taken.payload)).toEqual(['Hai']);
    const added = (await rounds([...TWO, button('insert', { name: 'rounds', defaultValue: { title: 'Ba' } })]))
      .submission;
    expect(titlesOf(added.payload)).toEqual(['Một', 'Hai', 'Ba']);
  });

  test('of the unit chooser add the unit to the list that the form names, and to no other', async () => {
    const entry = (fields: [string, string][]) =>
      readSubmission(post(fields), sectionOf('entry').schema, addUnitIntent);
    const base: [string, string][] = [
      ['entry.units[0]', 'xa-a'],
      ['unitId', 'xa-b'],
      ['intent', 'add-unit'],
    ];
    const added = (await entry([...base, ['unitList', 'entry.units']])).submission;
    expect(added.payload).toMatchObject({ entry: { units: ['xa-a', 'xa-b'] } });
    const astray = (await entry([...base, ['unitList', 'entry.consent']])).submission;
    expect([astray.status, astray.payload]).toMatchObject([undefined, { entry: { units: ['xa-a'] } }]);
  });
});

describe('a whole form', () => {
  test('is read as people write: commas, other times, nothing where nothing stands', async () => {
    const { submission } = await rounds([
      ...TWO,
      ['rounds[0].opensAt', '01/12/2026 08:00'],
      ['rounds[0].closesAt', ' '],
    ]);
    expect(submission.status === 'success' && submission.value).toMatchObject({
      rounds: [
        { title: 'Một', minutes: 12.5, opensAt: '2026-12-01T08:00:00+07:00', closesAt: undefined },
        { title: 'Hai' },
      ],
    });
  });

  test('with what nobody can read is not saved, and says at which field', async () => {
    const { submission } = await rounds([
      ...TWO,
      ['rounds[1].minutes', 'mười'],
      ['rounds[0].opensAt', '2026-11-31T08:00'],
    ]);
    expect(submission.status).toBe('error');
    expect(submission.status === 'error' && submission.error).toEqual({
      'rounds[0].opensAt': ['not-a-time'],
      'rounds[1].minutes': ['not-a-number'],
    });
  });
});

describe('what no page of ours posts', () => {
  test.each<[string, [string, string][]]>([
    ['a button that is no JSON', [...TWO, [INTENT, '{']]],
    ['a button of no list', [...TWO, button('remove', { name: 'rounds[0].title', index: 0 })]],
    ['a button that nobody knows', [...TWO, button('explode', {})]],
    ['a place beyond measure', [...TWO, button('insert', { name: 'rounds', index: 4_000_000_000 })]],
    ['a list of an object', [...TWO, button('insert', { name: '__proto__', defaultValue: { a: 1 } })]],
  ])('%s saves nothing and loses nothing', async (_, fields) => {
    const { submission } = await rounds(fields);
    expect(submission.status).not.toBe('success');
    expect(titlesOf(submission.payload)).toEqual(['Một', 'Hai']);
  });

  test('names that mean something to objects, and rows without end, are left out', async () => {
    const { submission } = await rounds([
      ['__proto__.polluted', '1'],
      ['constructor.prototype.polluted', '1'],
      ['rounds[99999999].title', 'x'],
      ['rounds[0].title', 'Một'],
    ]);
    expect(submission.status === 'success' && submission.value).toMatchObject({ rounds: [{ title: 'Một' }] });
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});
