import { tidy } from '../kernel/text.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import type { Instant } from '../kernel/time.ts';
import type { ChangeRefusal, NewLink, NewUnit } from './change-command.ts';
import { isValidAt, versionAt, type UnitVersion } from './tree-at.ts';
import { freshId } from './unit-names.ts';
import { everBelow, withAttributes, withEnd, type UnitRecord } from './unit-record.ts';

export type Decision<T> = Result<T, ChangeRefusal>;

/** Edits in the making: the forest as it would be, and what was touched. */
export interface Draft {
  readonly forest: Map<string, UnitRecord>;
  readonly touched: Set<string>;
  readonly links: NewLink[];
  readonly heirs: { from: string; to: string }[];
}

/** A unit that is valid on the day of the change. */
export function unitThen(draft: Draft, unitId: string, at: Instant): Decision<UnitRecord> {
  const unit = draft.forest.get(unitId);
  if (!unit) return refuse({ code: 'no-such-unit' });
  if (!isValidAt(unit, at)) return refuse({ code: 'not-valid-then', names: [versionAt(unit, at).name] });
  return ok(unit);
}

/** Keeps a unit as it would be. */
export function put(draft: Draft, unit: UnitRecord): void {
  draft.forest.set(unit.id, unit);
  draft.touched.add(unit.id);
}

/** Puts a new unit into the draft. */
export function make(draft: Draft, parentId: string, unit: NewUnit, at: Instant): Decision<UnitRecord> {
  const name = tidy(unit.name);
  if (name === '') return refuse({ code: 'name-missing' });
  const parent = unitThen(draft, parentId, at);
  if (!parent.ok) return parent.error.code === 'no-such-unit' ? refuse({ code: 'no-such-parent' }) : parent;
  const id = freshId(name, (taken) => draft.forest.has(taken));
  const version: UnitVersion = { ...unit, name, parentId, validFrom: at };
  const made = { id, validFrom: at, validTo: undefined, versions: [version], guidance: '', takesPeople: false };
  put(draft, made);
  return ok(made);
}

/** What stands below a unit from a day on stands below another one then. */
export function rehang(draft: Draft, fromId: string, toId: string, at: Instant): void {
  for (const unit of everBelow(draft.forest, fromId, at)) {
    if (unit.id === toId) continue;
    // why version by version: a unit that comes below it only later must not be left behind then.
    const starts = unit.versions
      .filter((version, index) => {
        const until = unit.versions[index + 1]?.validFrom ?? Number.POSITIVE_INFINITY;
        return version.parentId === fromId && until > at;
      })
      .map(({ validFrom }) => Math.max(validFrom, at, unit.validFrom));
    let changed = unit;
    for (const start of starts) changed = withAttributes(changed, start, { parentId: toId });
    put(draft, changed);
  }
}

/** Ends a unit in favour of another one, which gets its people and what stood below it. */
export function handOver(draft: Draft, unit: UnitRecord, heirId: string, at: Instant): void {
  put(draft, withEnd(draft.forest.get(unit.id) ?? unit, at));
  draft.heirs.push({ from: unit.id, to: heirId });
  rehang(draft, unit.id, heirId, at);
}
