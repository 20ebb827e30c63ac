import type { Actor } from '#app/domain/identity/actor.ts';
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import { DAY, HOUR, type Instant } from '#app/domain/kernel/time.ts';
import type { RosterActRefusal } from '#app/domain/rosters/refusals.ts';
import { recordAudit } from '#app/platform/db/audit.server.ts';
import { whenForgotten } from '#app/platform/db/forget.server.ts';
import { inTransaction, type Tx } from '#app/platform/db/transaction.server.ts';
import { keepsRoster } from './keeps-roster.server.ts';
import {
  bringBack,
  deleteImports,
  endImport,
  findForgotten,
  findImports,
  putInForce,
} from './roster-import.repo.server.ts';

interface Keeping {
  readonly actor: Actor;
  readonly unitId: string;
  readonly now: Instant;
}

type Changed = Result<{ readonly people: number }, RosterActRefusal>;

/** Takes a list in that was looked at: it replaces the roster as one act. The one before is kept, so that the act can be undone. */
export async function takeRosterIn(command: Keeping & { readonly importId: string }): Promise<Changed> {
  const { actor, unitId, importId, now } = command;
  if (!keepsRoster(actor, unitId)) return refuse('forbidden');
  return inTransaction(async (tx) => {
    const { current, former, waiting } = await findImports(tx, unitId);
    const list = waiting.find(({ id }) => id === importId);
    // why: a form that is sent twice takes in once.
    if (current?.id === importId) return ok({ people: current.people });
    if (!list) return refuse('no-list');
    if (list.people === 0) return refuse('no-people');
    const others = waiting.filter(({ id }) => id !== importId).map(({ id }) => id);
    await deleteImports(tx, unitId, former ? [...others, former.id] : others);
    if (current) await endImport(tx, current, now);
    await putInForce(tx, importId, now);
    await record(tx, command, 'roster.taken-in', { people: list.people, before: current?.people ?? 0 });
    return ok({ people: list.people });
  });
}

/** Undoes the last taking in: the list before comes back as it was, with what was decided about it. */
export async function restoreRoster(command: Keeping): Promise<Changed> {
  const { actor, unitId } = command;
  if (!keepsRoster(actor, unitId)) return refuse('forbidden');
  return inTransaction(async (tx) => {
    const { current, former } = await findImports(tx, unitId);
    if (!former) return refuse('no-former');
    if (current) await deleteImports(tx, unitId, [current.id]);
    await bringBack(tx, former.id);
    await record(tx, command, 'roster.restored', { people: former.people, before: current?.people ?? 0 });
    return ok({ people: former.people });
  });
}

/** Takes everything of the roster away: the list in force, the one before, and what was only looked at. */
export async function dropRoster(command: Keeping): Promise<Changed> {
  const { actor, unitId } = command;
  if (!keepsRoster(actor, unitId)) return refuse('forbidden');
  return inTransaction(async (tx) => {
    const { current, former, waiting } = await findImports(tx, unitId);
    const all = [current, former, ...waiting].flatMap((each) => (each ? [each.id] : []));
    if (all.length === 0) return refuse('no-list');
    await deleteImports(tx, unitId, all);
    await record(tx, command, 'roster.dropped', { people: current?.people ?? 0 });
    return ok({ people: current?.people ?? 0 });
  });
}

const record = (
  tx: Tx,
  { actor, unitId, now }: Keeping,
  action: string,
  detail: Record<string, number>,
): Promise<void> => recordAudit(tx, { at: now, actorId: actor.accountId, action, subject: `unit:${unitId}`, detail });

let forgottenAt = 0;
whenForgotten(() => {
  forgottenAt = 0;
});

/** Takes lists away that somebody looked at more than a day ago and never took in: nobody's names are kept without a use. */
export async function dropForgottenLists({ now }: { now: Instant }): Promise<void> {
  if (now - forgottenAt < HOUR && now >= forgottenAt) return;
  forgottenAt = now;
  for (const { id, unitId } of await findForgotten(now - DAY)) {
    await inTransaction((tx) => deleteImports(tx, unitId, [id]));
  }
}
