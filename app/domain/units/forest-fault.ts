import type { Instant } from '../kernel/time.ts';
import type { ChangeRefusal } from './change-command.ts';
import { isValidAt, versionAt, type UnitVersion } from './tree-at.ts';
import type { Forest, UnitRecord } from './unit-record.ts';
import { nameKey } from './unit-names.ts';

/** A fault with the unit that it is about. */
export interface ForestFault {
  readonly refusal: ChangeRefusal;
  readonly unitId: string;
}

/**
 * What would be wrong in the tree of any day from one on: units below nothing, loops, a name twice below one parent, a code
 * twice. Only what touches one of the given units counts: an old fault elsewhere keeps nobody from working. A given unit that is
 * not in the forest is one that is to be no more.
 */
export function forestFault(forest: Forest, touched: ReadonlySet<string>, since: Instant): ForestFault | undefined {
  const backwards = [...touched].find((id) => isBackwards(forest.get(id)));
  if (backwards !== undefined) return faultAt(forest, backwards, 'ends-before-it-began', since);
  for (const at of breakpoints(forest, since)) {
    const day = dayOf(forest, at);
    const fault = placeFault(forest, day, touched, at) ?? doubleFault(forest, day, touched, at);
    if (fault) return fault;
  }
  return undefined;
}

const isBackwards = (unit: UnitRecord | undefined): boolean =>
  unit?.validTo !== undefined && unit.validTo <= unit.validFrom;

/** The given instant and every later one at which anything in the tree changes. */
function breakpoints(forest: Forest, since: Instant): Instant[] {
  const at = new Set([since]);
  for (const { validFrom, validTo, versions } of forest.values())
    for (const each of [validFrom, validTo ?? since, ...versions.map((version) => version.validFrom)])
      if (each > since) at.add(each);
  return [...at].toSorted((a, b) => a - b);
}

type Day = ReadonlyMap<string, UnitVersion>;

const dayOf = (forest: Forest, at: Instant): Day =>
  new Map(
    [...forest.values()].filter((unit) => isValidAt(unit, at)).map((unit) => [unit.id, versionAt(unit, at)] as const),
  );

function placeFault(forest: Forest, day: Day, touched: ReadonlySet<string>, at: Instant): ForestFault | undefined {
  const left: string[] = [];
  for (const [id, { parentId }] of day) {
    if (parentId === undefined) continue;
    if (!day.has(parentId)) {
      if (touched.has(id)) return faultAt(forest, id, 'parent-not-valid', at, [parentId]);
      if (touched.has(parentId)) left.push(id);
    } else if (touched.has(id) && isInLoop(day, id)) return faultAt(forest, id, 'loop', at);
  }
  const [first] = left;
  if (first === undefined) return undefined;
  const names = left.slice(0, 5).map((id) => day.get(id)?.name ?? id);
  return { unitId: first, refusal: { code: 'below-left', names, count: left.length } };
}

function isInLoop(day: Day, id: string): boolean {
  const seen = new Set<string>();
  for (let at: string | undefined = id; at !== undefined; at = day.get(at)?.parentId) {
    if (seen.has(at)) return true;
    seen.add(at);
  }
  return false;
}

function doubleFault(forest: Forest, day: Day, touched: ReadonlySet<string>, at: Instant): ForestFault | undefined {
  const names = new Map<string, string>();
  const codes = new Map<string, string>();
  // why the touched ones last: each is then compared with all others, and among themselves with those before.
  const ids = [...day.keys()].toSorted((a, b) => Number(touched.has(a)) - Number(touched.has(b)));
  for (const id of ids) {
    const { parentId, name, code } = day.get(id) as UnitVersion;
    const key = `${parentId ?? ''}/${nameKey(name)}`;
    if (touched.has(id) && names.has(key)) return faultAt(forest, id, 'double-name', at);
    names.set(key, id);
    if (code === undefined) continue;
    const other = codes.get(code);
    if (touched.has(id) && other !== undefined) return faultAt(forest, id, 'double-code', at, [other]);
    codes.set(code, id);
  }
  return undefined;
}

const nameOf = (forest: Forest, id: string, at: Instant): string => {
  const unit = forest.get(id);
  return unit ? versionAt(unit, at).name : id;
};

const faultAt = (
  forest: Forest,
  unitId: string,
  code: ChangeRefusal['code'],
  at: Instant,
  others: readonly string[] = [],
): ForestFault => ({
  unitId,
  refusal: { code, names: [unitId, ...others].map((id) => nameOf(forest, id, at)) },
});
