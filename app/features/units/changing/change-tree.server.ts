import { createHash } from 'node:crypto';
import type { Actor } from '#app/domain/identity/actor.ts';
import { can } from '#app/domain/identity/permissions.ts';
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import { tidy } from '#app/domain/kernel/text.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import type { ChangeCommand, ChangePlan, ChangeRefusal } from '#app/domain/units/change-command.ts';
import { decideChange } from '#app/domain/units/decide-change.ts';
import type { Forest } from '#app/domain/units/unit-record.ts';
import { inTransaction, type Tx } from '#app/platform/db/transaction.server.ts';
import { dropUnitIndex } from '../get-unit-index.server.ts';
import { getTopUnit } from '../get-top-unit.server.ts';
import { countPeople } from './people.repo.server.ts';
import { holdTree, readForest } from './tree.repo.server.ts';
import { writePlan } from './write-plan.server.ts';

/** A change of thousands of units takes some seconds. */
export const CHANGE_TIMEOUT_MS = 60_000;
const REASON = { least: 5, most: 500 };

/** A change as somebody asks for it. */
export interface AskedChange {
  readonly actor: Actor;
  readonly command: ChangeCommand;
  /** The day on which it takes effect, as the instant at which that day begins. */
  readonly effectiveAt: Instant;
  readonly now: Instant;
}

/** A plan with the tree that it was made in, and a mark by which it is known again. */
export interface PlannedChange {
  readonly plan: ChangePlan;
  readonly forest: Forest;
  /** Another one as soon as the same command would do anything else. */
  readonly seen: string;
}

/** Whether the actor may change the tree: a right at its top. */
export async function mayChangeUnits(actor: Actor, now: Instant): Promise<boolean> {
  const top = await getTopUnit(now);
  return can(actor, 'change-units', top?.path ?? '/');
}

/** The reason of a change; undefined where none worth the name is given. */
export function reasonOf(text: string): string | undefined {
  const reason = tidy(text);
  return reason.length < REASON.least || reason.length > REASON.most ? undefined : reason;
}

/** Decides about a change in the tree as it is. */
export async function planChange(asked: AskedChange, tx?: Tx): Promise<Result<PlannedChange, ChangeRefusal>> {
  const { command, effectiveAt } = asked;
  const forest = await readForest(tx);
  const ended = command.kind === 'end' ? [command.unitId] : [];
  const people = ended.length === 0 ? new Map<string, number>() : await countPeople(ended, tx);
  const decided = decideChange(forest, command, { at: effectiveAt, peopleOf: (id) => people.get(id) ?? 0 });
  if (!decided.ok) return decided;
  return ok({ plan: decided.value, forest, seen: markOf(decided.value) });
}

/** By what a plan is known again. */
export const markOf = ({ effectiveAt, edits, links, heirs }: ChangePlan): string =>
  createHash('sha256')
    .update(JSON.stringify([effectiveAt, edits, links, heirs]))
    .digest('hex')
    .slice(0, 32);

/**
 * Changes the tree, in one transaction with the history and the audit. People, roles and headcounts of units that end follow to
 * their successor at once, or when the day has come. What was counted for attempts stays: they keep their unit.
 * @param seen the mark of the preview that was confirmed; when the tree has changed since, nothing is done
 */
export async function changeTree(
  asked: AskedChange & { readonly reason: string; readonly seen: string | undefined },
): Promise<Result<{ changeId: string }, ChangeRefusal>> {
  const { actor, now, seen } = asked;
  const reason = reasonOf(asked.reason);
  if (reason === undefined) return refuse({ code: 'reason-missing' });
  if (!(await mayChangeUnits(actor, now))) return refuse({ code: 'forbidden' });
  const done = await inTransaction(
    async (tx): Promise<Result<{ changeId: string }, ChangeRefusal>> => {
      await holdTree(tx);
      const planned = await planChange(asked, tx);
      if (!planned.ok) return planned;
      const { plan, forest } = planned.value;
      if (seen !== undefined && seen !== planned.value.seen) return refuse({ code: 'changed-since' });
      return ok({ changeId: await writePlan(tx, plan, { forest, actor, reason, now }) });
    },
    { timeoutMs: CHANGE_TIMEOUT_MS },
  );
  if (done.ok) dropUnitIndex();
  return done;
}
