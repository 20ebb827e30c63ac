import { tidy } from '../kernel/text.ts';
import { ok, refuse } from '../kernel/result.ts';
import type { Instant } from '../kernel/time.ts';
import type { ChangeCommand, ChangePlan, NewUnit } from './change-command.ts';
import { handOver, make, put, rehang, unitThen, type Decision, type Draft } from './change-draft.ts';
import { forestFault } from './forest-fault.ts';
import { versionAt } from './tree-at.ts';
import {
  editsOf,
  withAttributes,
  withCorrection,
  withEnd,
  type AttributeChanges,
  type Forest,
  type UnitRecord,
} from './unit-record.ts';

/** The most units that one merge or split may have: beyond that an import is the better tool. */
export const MOST_PARTS = 30;

/** Since when and with whom a change happens. */
export interface ChangeContext {
  /** The day on which it takes effect, as the instant at which that day begins. */
  readonly at: Instant;
  /** How many accounts belong to a unit itself. */
  readonly peopleOf: (unitId: string) => number;
}

/**
 * Decides about a change of the tree: what is to be written, or why not. The tree stays whole on every day from the change on:
 * each unit below one that is valid, no loop, no name twice below one parent, no code twice.
 */
export function decideChange(forest: Forest, command: ChangeCommand, context: ChangeContext): Decision<ChangePlan> {
  const draft: Draft = { forest: new Map(forest), touched: new Set(), links: [], heirs: [] };
  const drafted = draftChange(draft, command, context);
  return drafted.ok ? finish(forest, draft, { kind: drafted.value, at: context.at }) : drafted;
}

/** Checks a drafted change as a whole. */
function finish(
  forest: Forest,
  { forest: after, touched, links, heirs }: Draft,
  { kind, at }: { kind: ChangePlan['kind']; at: Instant },
): Decision<ChangePlan> {
  const edits = editsOf(forest, after, touched);
  if (edits.length === 0) return refuse({ code: 'nothing-changes' });
  const starts = edits.map(({ before }) => before?.validFrom ?? at);
  const since = kind === 'corrected' ? Math.min(at, ...starts) : at;
  const fault = forestFault(after, new Set(edits.map((edit) => edit.after.id)), since);
  return fault ? refuse(fault.refusal) : ok({ kind, effectiveAt: at, edits, links, heirs });
}

function draftChange(draft: Draft, command: ChangeCommand, context: ChangeContext): Decision<ChangePlan['kind']> {
  switch (command.kind) {
    case 'found':
      return found(draft, command, context);
    case 'rename':
      return setAttributes(
        draft,
        { unitId: command.unitId, changes: { name: tidy(command.name) } },
        context,
        'renamed',
      );
    case 'move':
      return move(draft, command, context);
    case 'merge':
      return merge(draft, command, context);
    case 'split':
      return split(draft, command, context);
    case 'end':
      return end(draft, command, context);
    case 'correct':
      return correct(draft, command, context);
  }
}

function found(
  draft: Draft,
  { parentId, unit }: { parentId: string; unit: NewUnit },
  context: ChangeContext,
): Decision<'founded'> {
  const made = make(draft, parentId, unit, context.at);
  return made.ok ? ok('founded') : made;
}

function setAttributes<K extends ChangePlan['kind']>(
  draft: Draft,
  { unitId, changes }: { unitId: string; changes: AttributeChanges },
  { at }: ChangeContext,
  kind: K,
): Decision<K> {
  const unit = unitThen(draft, unitId, at);
  if (!unit.ok) return unit;
  if (changes.name === '') return refuse({ code: 'name-missing' });
  put(draft, withAttributes(unit.value, at, changes));
  return ok(kind);
}

function move(
  draft: Draft,
  { unitId, parentId }: { unitId: string; parentId: string },
  context: ChangeContext,
): Decision<'moved'> {
  const unit = unitThen(draft, unitId, context.at);
  if (!unit.ok) return unit;
  const { parentId: old, name } = versionAt(unit.value, context.at);
  if (old === undefined) return refuse({ code: 'top-stays', names: [name] });
  const parent = unitThen(draft, parentId, context.at);
  if (!parent.ok) return parent.error.code === 'no-such-unit' ? refuse({ code: 'no-such-parent' }) : parent;
  return setAttributes(draft, { unitId, changes: { parentId } }, context, 'moved');
}

function merge(
  draft: Draft,
  { unitIds, into }: Extract<ChangeCommand, { kind: 'merge' }>,
  { at }: ChangeContext,
): Decision<'merged'> {
  const ids = [...new Set('unitId' in into ? [into.unitId, ...unitIds] : unitIds)];
  if (ids.length < 2) return refuse({ code: 'too-few-units' });
  if (ids.length > MOST_PARTS) return refuse({ code: 'too-many-units', count: MOST_PARTS });
  const units: UnitRecord[] = [];
  for (const id of ids) {
    const unit = unitThen(draft, id, at);
    if (!unit.ok) return unit;
    units.push(unit.value);
    const { parentId, name } = versionAt(unit.value, at);
    if (parentId === undefined) return refuse({ code: 'top-stays', names: [name] });
  }
  // why first: the new unit may have the name of one of those that end.
  const target = 'unitId' in into ? unitThen(draft, into.unitId, at) : make(draft, into.parentId, into.unit, at);
  if (!target.ok) return target;
  const heirId = target.value.id;
  const ending = units.filter(({ id }) => id !== heirId);
  for (const unit of ending) {
    handOver(draft, unit, heirId, at);
    draft.links.push({ fromId: unit.id, toId: heirId, at, isMain: true });
  }
  return ok('merged');
}

function split(
  draft: Draft,
  { unitId, parts, main }: Extract<ChangeCommand, { kind: 'split' }>,
  { at }: ChangeContext,
): Decision<'split'> {
  const unit = unitThen(draft, unitId, at);
  if (!unit.ok) return unit;
  const { parentId, name } = versionAt(unit.value, at);
  if (parentId === undefined) return refuse({ code: 'top-stays', names: [name] });
  if (parts.length < (main === 'goes-on' ? 1 : 2)) return refuse({ code: 'too-few-units' });
  if (parts.length > MOST_PARTS) return refuse({ code: 'too-many-units', count: MOST_PARTS });
  if (main !== 'goes-on' && !parts[main]) return refuse({ code: 'invalid' });
  const made: UnitRecord[] = [];
  for (const part of parts) {
    const next = make(draft, parentId, part, at);
    if (!next.ok) return next;
    made.push(next.value);
  }
  for (const [index, part] of made.entries())
    draft.links.push({ fromId: unitId, toId: part.id, at, isMain: index === main });
  if (main !== 'goes-on') handOver(draft, unit.value, (made[main] as UnitRecord).id, at);
  return ok('split');
}

function end(
  draft: Draft,
  { unitId, belowTo }: Extract<ChangeCommand, { kind: 'end' }>,
  { at, peopleOf }: ChangeContext,
): Decision<'ended'> {
  const unit = unitThen(draft, unitId, at);
  if (!unit.ok) return unit;
  const { parentId, name } = versionAt(unit.value, at);
  if (parentId === undefined) return refuse({ code: 'top-stays', names: [name] });
  const people = peopleOf(unitId);
  if (people > 0) return refuse({ code: 'people-left', names: [name], count: people });
  put(draft, withEnd(unit.value, at));
  if (belowTo !== undefined) {
    const target = unitThen(draft, belowTo, at);
    if (!target.ok) return target;
    rehang(draft, unitId, belowTo, at);
  }
  return ok('ended');
}

function correct(
  draft: Draft,
  { unitId, changes }: Extract<ChangeCommand, { kind: 'correct' }>,
  { at }: ChangeContext,
): Decision<'corrected'> {
  const unit = unitThen(draft, unitId, at);
  if (!unit.ok) return unit;
  const { guidance, takesPeople, ...given } = changes;
  const attributes = given.name === undefined ? given : { ...given, name: tidy(given.name) };
  if (attributes.name === '') return refuse({ code: 'name-missing' });
  put(draft, {
    ...withCorrection(unit.value, at, attributes),
    ...(guidance === undefined ? {} : { guidance: guidance.trim() }),
    ...(takesPeople === undefined ? {} : { takesPeople }),
  });
  return ok('corrected');
}
