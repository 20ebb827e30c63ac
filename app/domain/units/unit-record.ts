import type { Instant } from '../kernel/time.ts';
import { isValidAt, versionAt, type UnitHistory, type UnitVersion } from './tree-at.ts';

/** What a unit is called and where it stands; all of a version but its day. */
export type UnitAttributes = Omit<UnitVersion, 'validFrom'>;

/** A unit with its whole life: what a change of the tree decides about. Its versions stand in order, the oldest first. */
export interface UnitRecord extends UnitHistory {
  readonly guidance: string;
  readonly takesPeople: boolean;
}

/** A unit before and after a change: without a before it is new. */
export interface UnitEdit {
  readonly before: UnitRecord | undefined;
  readonly after: UnitRecord;
}

/** All units by their ids, those that have ended and those that are yet to come too. */
export type Forest = ReadonlyMap<string, UnitRecord>;

/** Attributes to set; one that is named with undefined is emptied. */
export type AttributeChanges = { readonly [K in keyof UnitAttributes]?: UnitAttributes[K] };

export const ATTRIBUTES = ['parentId', 'name', 'kind', 'block', 'code'] as const;

const isSame = (a: UnitAttributes, b: UnitAttributes): boolean => ATTRIBUTES.every((key) => a[key] === b[key]);

/** Without versions that say nothing new. */
const withoutRepeats = (versions: readonly UnitVersion[]): UnitVersion[] =>
  versions.filter((version, index) => {
    const before = versions[index - 1];
    return before === undefined || !isSame(before, version);
  });

/**
 * The unit with other attributes from a day on. A later version keeps what it changed by itself: a unit that moves in May, and
 * of which one learns in June that it was renamed in March, has its new name in May too.
 */
export function withAttributes(unit: UnitRecord, from: Instant, changes: AttributeChanges): UnitRecord {
  const base = versionAt(unit, from);
  const begins = Math.max(from, unit.validFrom);
  const follows = new Set(ATTRIBUTES.filter((key) => Object.hasOwn(changes, key)));
  const later = unit.versions
    .filter(({ validFrom }) => validFrom > begins)
    .map((version) => {
      for (const key of follows) if (version[key] !== base[key]) follows.delete(key);
      const carried = Object.fromEntries([...follows].map((key) => [key, changes[key]]));
      return { ...version, ...carried };
    });
  const earlier = unit.versions.filter(({ validFrom }) => validFrom < begins);
  const version = { ...base, ...changes, validFrom: begins } as UnitVersion;
  return { ...unit, versions: withoutRepeats([...earlier, version, ...later]) };
}

/** The unit as if it had always been so: what was wrong is corrected wherever it stands next to the version of that day. */
export function withCorrection(unit: UnitRecord, at: Instant, changes: AttributeChanges): UnitRecord {
  const held = versionAt(unit, at);
  const place = unit.versions.indexOf(held);
  const versions: UnitVersion[] = [...unit.versions];
  for (const key of ATTRIBUTES.filter((each) => Object.hasOwn(changes, each))) {
    const isWrong = (index: number): boolean => index >= 0 && unit.versions[index]?.[key] === held[key];
    let first = place;
    while (isWrong(first - 1)) first -= 1;
    for (let index = first; index < versions.length && isWrong(index); index += 1)
      versions[index] = { ...(versions[index] as UnitVersion), [key]: changes[key] };
  }
  return { ...unit, versions: withoutRepeats(versions) };
}

/** The unit with an end; what it would have become later is no more. */
export const withEnd = (unit: UnitRecord, at: Instant): UnitRecord => ({
  ...unit,
  validTo: at,
  versions: unit.versions.filter(({ validFrom }, index) => index === 0 || validFrom < at),
});

/** Units that stand directly below one at an instant. */
export const unitsBelow = (forest: Forest, unitId: string, at: Instant): UnitRecord[] =>
  [...forest.values()].filter((unit) => isValidAt(unit, at) && versionAt(unit, at).parentId === unitId);

/** Units that at any instant from one on stand directly below another. */
export const everBelow = (forest: Forest, unitId: string, from: Instant): UnitRecord[] =>
  [...forest.values()].filter(
    (unit) =>
      (unit.validTo === undefined || unit.validTo > from) &&
      unit.versions.some(
        (version, index) =>
          version.parentId === unitId && (unit.versions[index + 1]?.validFrom ?? Number.POSITIVE_INFINITY) > from,
      ),
  );

/** What differs between two forests, among the given units. */
export function editsOf(before: Forest, after: Forest, touched: Iterable<string>): UnitEdit[] {
  const edits: UnitEdit[] = [];
  for (const id of touched) {
    const [old, unit] = [before.get(id), after.get(id)];
    if (unit && (!old || !isSameRecord(old, unit))) edits.push({ before: old, after: unit });
  }
  return edits;
}

/** Whether two records say the same. */
export const isSameRecord = (a: UnitRecord, b: UnitRecord): boolean => recordText(a) === recordText(b);

const recordText = ({ id, validFrom, validTo, versions, guidance, takesPeople }: UnitRecord): string =>
  JSON.stringify([
    id,
    validFrom,
    validTo ?? null,
    guidance,
    takesPeople,
    versions.map((each) => [
      each.validFrom,
      each.parentId ?? null,
      each.name,
      each.kind,
      each.block ?? null,
      each.code ?? null,
    ]),
  ]);
