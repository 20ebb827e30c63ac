import type { Actor } from '#app/domain/identity/actor.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import type { ChangePlan } from '#app/domain/units/change-command.ts';
import { versionAt } from '#app/domain/units/tree-at.ts';
import type { Forest } from '#app/domain/units/unit-record.ts';
import { recordAudit } from '#app/platform/db/audit.server.ts';
import type { Tx } from '#app/platform/db/transaction.server.ts';
import { unitActsText } from '#app/text/unit-acts.ts';
import {
  headcountsAsOf,
  movePeople,
  storeCarried,
  type CarriedHeadcount,
  type MovedPeople,
} from './people.repo.server.ts';
import { storeEdits, storeLinks } from './tree.repo.server.ts';
import { storeChange } from './unit-change.repo.server.ts';

/** The forest as a plan leaves it. */
export const forestAfter = (forest: Forest, plan: Pick<ChangePlan, 'edits'>): Forest =>
  new Map([...forest, ...plan.edits.map(({ after }) => [after.id, after] as const)]);

/**
 * The headcounts that units get for those which go into them: the sum, by category, so that a figure above them stays the same.
 * A category that one of them has no figure for is left out, as a sum without it would be too small; so is one that the unit has
 * a later figure for.
 */
export async function carriedHeadcounts(plan: ChangePlan, tx?: Tx): Promise<CarriedHeadcount[]> {
  const carried: CarriedHeadcount[] = [];
  const isNew = new Set(plan.edits.filter(({ before }) => !before).map(({ after }) => after.id));
  for (const to of new Set(plan.heirs.map((heir) => heir.to))) {
    const from = plan.heirs.filter((heir) => heir.to === to).map((heir) => heir.from);
    const parts = isNew.has(to) ? from : [to, ...from];
    const known = await headcountsAsOf(parts, plan.effectiveAt, tx);
    const later = isNew.has(to) ? [] : await headcountsAsOf([to], Number.MAX_SAFE_INTEGER / 2, tx);
    for (const category of new Set(known.map((row) => row.category))) {
      const rows = known.filter((row) => row.category === category);
      if (rows.length < parts.length) continue;
      if (later.some((row) => row.category === category && row.asOf > plan.effectiveAt)) continue;
      const people = rows.reduce((sum, row) => sum + row.people, 0);
      carried.push({ unitId: to, category, people, isSample: rows.some((row) => row.isSample) });
    }
  }
  return carried;
}

/** Headcounts that a file brings with it. */
export interface GivenHeadcounts {
  readonly rows: readonly CarriedHeadcount[];
  readonly source: string;
}

/** Writes a change that was decided, all of it, in one transaction. @returns its id */
export async function writePlan(
  tx: Tx,
  plan: ChangePlan,
  act: {
    readonly forest: Forest;
    readonly actor: Actor;
    readonly reason: string;
    readonly now: Instant;
    readonly given?: GivenHeadcounts;
  },
): Promise<string> {
  const { forest, actor, reason, now } = act;
  const { kind, effectiveAt, edits, links, heirs } = plan;
  const isDue = effectiveAt <= now;
  const carried = await carriedHeadcounts(plan, tx);
  await storeEdits(tx, edits, { forest: forestAfter(forest, plan), now });
  await storeLinks(tx, links, reason);
  const names = heirs.map(({ from }) => nameOf(forest, from, effectiveAt)).join(', ');
  const sums = await storeCarried(tx, carried, { at: effectiveAt, source: unitActsText.vi.carriedSource(names) });
  const given = act.given ? await storeCarried(tx, act.given.rows, { at: effectiveAt, source: act.given.source }) : [];
  const headcounts = [...sums, ...given];
  const moved: MovedPeople[] = [];
  if (isDue) for (const { from, to } of heirs) moved.push(await movePeople(tx, from, to));
  const changeId = await storeChange(tx, {
    kind,
    unitIds: idsOf(plan),
    actorId: actor.accountId,
    effectiveAt,
    reason,
    detail: { state: isDue ? 'done' : 'planned', edits, links, heirs, moved, headcounts },
    at: now,
  });
  await recordAudit(tx, {
    at: now,
    actorId: actor.accountId,
    action: `units.${kind}`,
    subject: `unitChange:${changeId}`,
    detail: { units: edits.length, people: moved.reduce((sum, each) => sum + each.accountIds.length, 0) },
  });
  return changeId;
}

/** Units that a change is about, those first that it names itself. */
const idsOf = ({ edits, links }: ChangePlan): string[] => [
  ...new Set([...links.flatMap(({ fromId, toId }) => [fromId, toId]), ...edits.map(({ after }) => after.id)]),
];

const nameOf = (forest: Forest, id: string, at: Instant): string => {
  const unit = forest.get(id);
  return unit ? versionAt(unit, at).name : id;
};
