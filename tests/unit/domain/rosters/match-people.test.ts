import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matchPeople, type KnownPerson, type RosterRow } from '#app/domain/rosters/match-people.ts';
import { nameKey, shownName } from '#app/domain/rosters/person-name.ts';

const row = (id: string, fullName: string, birthYear?: number, given: Partial<RosterRow> = {}): RosterRow => ({
  id,
  fullName,
  birthYear,
  refused: [],
  ...given,
});
const person = (accountId: string, fullName: string, birthYear: number): KnownPerson => ({
  accountId,
  fullName,
  birthYear,
});

describe('a row and an account', () => {
  test.each([
    ['the same name and year', row('r', 'Nông Văn An', 1980), [person('a', 'Nông Văn An', 1980)], 'sure'],
    ['capitals and tone placement', row('r', 'HOÀNG VĂN HOÀ', 1980), [person('a', 'Hoàng Văn Hòa', 1980)], 'sure'],
    ['no year', row('r', 'Nông Văn An'), [person('a', 'Nông Văn An', 1980)], 'unsure'],
    ['a year that is near', row('r', 'Nông Văn An', 1981), [person('a', 'Nông Văn An', 1980)], 'unsure'],
    ['other marks', row('r', 'Nông Văn Ân', 1980), [person('a', 'Nông Văn An', 1980)], 'unsure'],
    ['two of the name', row('r', 'Hà An', 1980), [person('a', 'Hà An', 1980), person('b', 'Hà An', 1980)], 'unsure'],
    ['a year far off', row('r', 'Nông Văn An', 1990), [person('a', 'Nông Văn An', 1980)], 'none'],
    ['another name', row('r', 'Nông Văn Anh', 1980), [person('a', 'Nông Văn An', 1980)], 'none'],
  ])('%s', (_, asked, people, state) => {
    expect(matchPeople([asked], people).get('r')?.state).toBe(state);
  });

  test('are not sure where another row could be it too', () => {
    const rows = [row('r', 'Hà An', 1980), row('s', 'Hà An')];
    expect([...matchPeople(rows, [person('a', 'Hà An', 1980)]).values()].map(({ state }) => state)).toEqual([
      'unsure',
      'unsure',
    ]);
  });

  test('that were refused are never offered again, and a new account is', () => {
    const rows = [row('r', 'Hà An', 1980, { refused: ['a'] })];
    expect(matchPeople(rows, [person('a', 'Hà An', 1980)]).get('r')).toEqual({ state: 'refused' });
    const later = matchPeople(rows, [person('a', 'Hà An', 1980), person('b', 'Hà An', 1980)]);
    expect(later.get('r')).toEqual({ state: 'unsure', candidates: ['b'] });
  });

  test('compare tones where they belong', () => {
    expect(nameKey('Thuỷ')).toBe(nameKey('Thủy'));
    expect(nameKey('Hòa')).not.toBe(nameKey('Hóa'));
    expect(nameKey('Hồ')).not.toBe(nameKey('Hò'));
    expect(shownName('  ĐÀM THỊ NGA ')).toBe('Đàm Thị Nga');
    expect(shownName('Đàm Thị Nga')).toBe('Đàm Thị Nga');
  });
});

const NAMES = ['Hà An', 'Hà Ân', 'Lý Hòa', 'Lý Hoà', 'Lý Hóa', 'Bế Na'];
const YEARS = [1980, 1981, 1990];
const people = fc
  .array(fc.record({ fullName: fc.constantFrom(...NAMES), birthYear: fc.constantFrom(...YEARS) }), { maxLength: 12 })
  .map((list) => list.map((each, index): KnownPerson => ({ ...each, accountId: `a${index}` })));
const rows = fc
  .array(
    fc.record({
      fullName: fc.constantFrom(...NAMES),
      birthYear: fc.constantFrom(undefined, ...YEARS),
      decision: fc.constantFrom('', '', '', 'yes', 'no'),
      about: fc.nat(11),
    }),
    { maxLength: 12 },
  )
  .map((list) => {
    const taken = new Set<string>();
    return list.map(({ decision, about, ...each }, index): RosterRow => {
      const account = `a${about}`;
      const isConfirmed = decision === 'yes' && !taken.has(account);
      if (isConfirmed) taken.add(account);
      return {
        ...each,
        id: `r${index}`,
        confirmed: isConfirmed ? account : undefined,
        refused: decision === 'no' ? [account] : [],
      };
    });
  });

/** Members in the order of their lots. */
const shuffled = <T>(members: readonly T[], lots: readonly number[]): T[] =>
  members
    .map((member, index) => ({ member, lot: lots[index] ?? 0 }))
    .toSorted((a, b) => a.lot - b.lot)
    .map(({ member }) => member);

describe('whatever the lists are', () => {
  test('their order does not matter', () => {
    const lots = fc.array(fc.nat(), { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(rows, people, lots, (list, known, order) => {
        const [one, other] = [matchPeople(list, known), matchPeople(shuffled(list, order), shuffled(known, order))];
        for (const { id } of list) expect(other.get(id)).toEqual(one.get(id));
      }),
    );
  });

  test('no two rows are one account, and what people decided stands', () => {
    fc.assert(
      fc.property(rows, people, (list, known) => {
        const matches = matchPeople(list, known);
        const accounts = [...matches.values()].flatMap((match) => ('accountId' in match ? [match.accountId] : []));
        expect(new Set(accounts).size).toBe(accounts.length);
        for (const { id, confirmed, refused } of list) {
          const match = matches.get(id);
          if (confirmed !== undefined) {
            expect(match).toEqual({ state: 'confirmed', accountId: confirmed });
            continue;
          }
          const offered = match && 'candidates' in match ? match.candidates : [];
          const named = match && 'accountId' in match ? [match.accountId] : [];
          expect([...offered, ...named].filter((account) => refused.includes(account))).toEqual([]);
          expect(match?.state).not.toBe('confirmed');
        }
      }),
    );
  });

  test('sure is one account of that name and year', () => {
    fc.assert(
      fc.property(rows, people, (list, known) => {
        const byId = new Map(known.map((each) => [each.accountId, each]));
        const matches = matchPeople(list, known);
        for (const asked of list) {
          const match = matches.get(asked.id);
          if (match?.state !== 'sure') continue;
          const account = byId.get(match.accountId);
          expect(nameKey(account?.fullName ?? '')).toBe(nameKey(asked.fullName));
          expect(account?.birthYear).toBe(asked.birthYear);
        }
      }),
    );
  });
});
