import { ok, type Result } from '#app/domain/kernel/result.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import type { ChangeKind, ChangePlan, ChangeRefusal } from '#app/domain/units/change-command.ts';
import { presentUnits } from '#app/domain/units/present-tree.ts';
import { versionAt } from '#app/domain/units/tree-at.ts';
import { ATTRIBUTES, type Forest, type UnitAttributes, type UnitEdit } from '#app/domain/units/unit-record.ts';
import { planChange, type AskedChange } from './change-tree.server.ts';
import { countGrants, countPeople } from './people.repo.server.ts';
import { carriedHeadcounts, forestAfter } from './write-plan.server.ts';

/** One thing that becomes different of a unit. */
export interface UnitDifference {
  readonly unitId: string;
  readonly name: string;
  readonly what: keyof UnitAttributes | 'begins' | 'ends' | 'guidance' | 'takesPeople';
  /** In words: parents by their names; empty where there was or is nothing. */
  readonly from: string;
  readonly to: string;
}

/** What a change would do, for people to look at before they confirm. */
export interface ChangePreview {
  readonly kind: ChangeKind;
  readonly effectiveAt: Instant;
  readonly isPlanned: boolean;
  readonly seen: string;
  readonly differences: readonly UnitDifference[];
  /** How many differences there are beyond those that are shown. */
  readonly more: number;
  readonly heirs: readonly {
    readonly from: string;
    readonly to: string;
    readonly people: number;
    readonly grants: number;
  }[];
  readonly headcounts: readonly { readonly name: string; readonly category: string; readonly people: number }[];
  /** Units, and people in them, that stand elsewhere because a unit above them does. */
  readonly moved: { readonly units: number; readonly people: number };
  /** People who stay in a unit that has units below it from then on. */
  readonly stayAbove: { readonly name: string; readonly people: number } | undefined;
}

const MOST_SHOWN = 40;

/** Says what a change would do, without doing it. @returns the refusal that doing it would meet */
export async function previewChange(asked: AskedChange): Promise<Result<ChangePreview, ChangeRefusal>> {
  const planned = await planChange(asked);
  if (!planned.ok) return planned;
  const { plan, forest, seen } = planned.value;
  const after = forestAfter(forest, plan);
  const differences = plan.edits.flatMap((edit) => differencesOf(edit, { forest, after, at: plan.effectiveAt }));
  const from = plan.heirs.map((heir) => heir.from);
  const [people, grants, headcounts] = await Promise.all([
    countPeople(from),
    countGrants(from),
    carriedHeadcounts(plan),
  ]);
  const nameOf = (id: string): string => nameIn(after, id, plan.effectiveAt);
  return ok({
    kind: plan.kind,
    effectiveAt: plan.effectiveAt,
    isPlanned: plan.effectiveAt > asked.now,
    seen,
    differences: differences.slice(0, MOST_SHOWN),
    more: Math.max(0, differences.length - MOST_SHOWN),
    heirs: plan.heirs.map((heir) => ({
      from: nameIn(forest, heir.from, plan.effectiveAt),
      to: nameOf(heir.to),
      people: people.get(heir.from) ?? 0,
      grants: grants.get(heir.from) ?? 0,
    })),
    headcounts: headcounts.map(({ unitId, category, people: count }) => ({
      name: nameOf(unitId),
      category,
      people: count,
    })),
    moved: await movedWith(plan, forest, after),
    stayAbove: await stayAbove(plan, after),
  });
}

const nameIn = (forest: Forest, id: string, at: Instant): string => {
  const unit = forest.get(id);
  return unit ? versionAt(unit, at).name : id;
};

/** What an edit makes different, attribute by attribute. */
export function differencesOf(
  { before, after: unit }: UnitEdit,
  { forest, after, at }: { forest: Forest; after: Forest; at: Instant },
): UnitDifference[] {
  const now = versionAt(unit, at);
  const of = { unitId: unit.id, name: before ? versionAt(before, at).name : now.name };
  const above = (trees: Forest, id: string | undefined): string => (id === undefined ? '' : nameIn(trees, id, at));
  if (!before) return [{ ...of, what: 'begins', from: '', to: above(after, now.parentId) }];
  if (before.validTo !== unit.validTo) return [{ ...of, what: 'ends', from: '', to: '' }];
  const was = versionAt(before, at);
  const words = (trees: Forest, version: UnitAttributes, key: keyof UnitAttributes): string =>
    key === 'parentId' ? above(trees, version.parentId) : (version[key] ?? '');
  const attributes = ATTRIBUTES.filter((key) => was[key] !== now[key]).map((key) => ({
    ...of,
    what: key,
    from: words(forest, was, key),
    to: words(after, now, key),
  }));
  const guidance =
    before.guidance === unit.guidance
      ? []
      : [{ ...of, what: 'guidance' as const, from: before.guidance, to: unit.guidance }];
  const takes =
    before.takesPeople === unit.takesPeople
      ? []
      : [{ ...of, what: 'takesPeople' as const, from: yes(before.takesPeople), to: yes(unit.takesPeople) }];
  return [...attributes, ...guidance, ...takes];
}

const yes = (is: boolean): string => (is ? 'yes' : 'no');

/** Units that are not changed themselves and stand elsewhere all the same, with the people of the whole of them. */
async function movedWith(plan: ChangePlan, forest: Forest, after: Forest): Promise<{ units: number; people: number }> {
  const [was, is] = [presentUnits(forest, plan.effectiveAt), presentUnits(after, plan.effectiveAt)];
  const elsewhere = [...is.values()].filter((unit) => {
    const old = was.get(unit.id);
    return old !== undefined && old.path !== unit.path;
  });
  const moved = new Set(elsewhere.map(({ id }) => id));
  const roots = elsewhere.filter(({ parentId }) => parentId === undefined || !moved.has(parentId));
  if (elsewhere.length === 0) return { units: 0, people: 0 };
  let people = 0;
  const ids = [...moved];
  for (let at = 0; at < ids.length; at += 5_000)
    for (const count of (await countPeople(ids.slice(at, at + 5_000))).values()) people += count;
  return { units: elsewhere.length - roots.length, people };
}

/** A unit with people of its own that gets its first unit below it: they stay where they are. */
async function stayAbove(plan: ChangePlan, after: Forest): Promise<ChangePreview['stayAbove']> {
  const parents = new Set(
    plan.edits.flatMap(({ before, after: unit }) => {
      const { parentId } = versionAt(unit, plan.effectiveAt);
      const was = before && versionAt(before, plan.effectiveAt).parentId;
      return parentId === undefined || parentId === was ? [] : [parentId];
    }),
  );
  for (const [unitId, people] of await countPeople([...parents]))
    if (people > 0 && !after.get(unitId)?.takesPeople) return { name: nameIn(after, unitId, plan.effectiveAt), people };
  return undefined;
}
