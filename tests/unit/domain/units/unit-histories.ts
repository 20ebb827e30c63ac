import fc from 'fast-check';
import type { UnitHistory, UnitVersion } from '#app/domain/units/tree-at.ts';
import type { UnitLink } from '#app/domain/units/remap.ts';

/** One unit's whole life in a line of a test: its versions are named by what differs. */
export function aHistory(
  id: string,
  validFrom: number,
  validTo: number | undefined,
  ...versions: Partial<UnitVersion>[]
): UnitHistory {
  const base = { validFrom, parentId: undefined, name: id, kind: 'commune', block: undefined, code: undefined };
  let last: UnitVersion = base;
  const all = (versions.length === 0 ? [{}] : versions).map((version) => (last = { ...last, ...version }));
  return { id, validFrom, validTo, versions: all };
}

/** A country that went through changes: what it was on any day, and how the units of one day came out of those of another. */
export interface Country {
  readonly histories: UnitHistory[];
  readonly links: UnitLink[];
  /** Days 0 … lastDay; day 0 is the first on which there are units, and nothing changes after the last. */
  readonly lastDay: number;
}

interface Living {
  readonly id: string;
  readonly validFrom: number;
  validTo: number | undefined;
  readonly versions: UnitVersion[];
}

const COUNT = fc.nat({ max: 1_000 });
const ACTS = ['merge', 'split', 'rename', 'move', 'giveOff', 'end'] as const;

/** Random trees that go through random merges, splits, moves, renamings and endings, one a day. */
export const countries: fc.Arbitrary<Country> = fc
  .record({
    picks: fc.array(COUNT, { minLength: 1, maxLength: 20 }),
    acts: fc.array(fc.record({ act: fc.constantFrom(...ACTS), a: COUNT, b: COUNT, c: COUNT, isMain: fc.boolean() }), {
      maxLength: 12,
    }),
  })
  .map(({ picks, acts }) => {
    const units: Living[] = [];
    const links: UnitLink[] = [];
    const found = (parentId: string | undefined, day: number): Living => {
      const id = `u${units.length}`;
      const version = { validFrom: day, parentId, name: id, kind: 'commune', block: undefined, code: undefined };
      const unit: Living = { id, validFrom: day, validTo: undefined, versions: [version] };
      units.push(unit);
      return unit;
    };
    const parentOf = (unit: Living): string | undefined => unit.versions.at(-1)?.parentId;
    found(undefined, 0);
    for (const pick of picks) found(`u${pick % units.length}`, 0);
    acts.forEach(({ act, a, b, c, isMain }, index) => {
      const day = index + 1;
      const living = units.filter((unit) => unit.validTo === undefined && unit.id !== 'u0');
      const [one, two] = [living[a % Math.max(living.length, 1)], living[b % Math.max(living.length, 1)]];
      if (!one || !two) return;
      if (act === 'merge') {
        const whole = found(parentOf(one), day);
        for (const part of new Set([one, two])) {
          part.validTo = day;
          links.push({ fromId: part.id, toId: whole.id, isMain: part === one || isMain });
        }
      } else if (act === 'split') {
        one.validTo = day;
        for (let part = 0; part <= (c % 3) + 1; part += 1) {
          links.push({ fromId: one.id, toId: found(parentOf(one), day).id, isMain: isMain && part === 0 });
        }
      } else if (act === 'giveOff') {
        links.push({ fromId: one.id, toId: found(parentOf(one), day).id, isMain });
      } else if (act === 'rename') {
        const version = one.versions.at(-1) as UnitVersion;
        one.versions.push({ ...version, validFrom: day, name: `${version.name}'` });
      } else if (act === 'move' && !standsAbove(one.id, two, units)) {
        one.versions.push({ ...(one.versions.at(-1) as UnitVersion), validFrom: day, parentId: two.id });
      } else if (act === 'end') one.validTo = day;
    });
    return { histories: units, links, lastDay: acts.length };
  });

/** Whether `id` is `unit` or stands above it by the newest versions, ended units among them. */
function standsAbove(id: string, unit: Living, units: readonly Living[]): boolean {
  for (let at: Living | undefined = unit; at; at = units.find((each) => each.id === at?.versions.at(-1)?.parentId)) {
    if (at.id === id) return true;
  }
  return false;
}
