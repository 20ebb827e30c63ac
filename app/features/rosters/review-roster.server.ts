import type { Actor } from '#app/domain/identity/actor.ts';
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import type { RosterActRefusal } from '#app/domain/rosters/refusals.ts';
import { getUnitIndex } from '#app/features/units/index.server.ts';
import { recordAudit } from '#app/platform/db/audit.server.ts';
import { inTransaction } from '#app/platform/db/transaction.server.ts';
import { keepsRoster } from './keeps-roster.server.ts';
import { matchesOf } from './match-list.server.ts';
import { findImports } from './roster-import.repo.server.ts';
import {
  findAccounts,
  findPeopleOf,
  findPersonOf,
  isTaken,
  storeMatch,
  type RosterPersonRow,
  type StoredMatch,
} from './roster-person.repo.server.ts';

/** An account that a person of the list may be. */
export interface Candidate {
  readonly accountId: string;
  readonly fullName: string;
  readonly birthYear: number;
  readonly unitName: string;
}

/** A person whose account is not certain, with those that it may be. */
export interface ReviewRow {
  readonly id: string;
  readonly number: number;
  readonly fullName: string;
  readonly birthYear: number | undefined;
  readonly position: string;
  readonly candidates: readonly Candidate[];
}

export const REVIEWED_AT_ONCE = 20;

/** People of the roster whose account somebody has to look at, the first of them. Only for who keeps the roster. */
export async function getRosterReview(query: {
  actor: Actor;
  unitId: string;
  now: Instant;
}): Promise<Result<{ rows: readonly ReviewRow[]; total: number }, RosterActRefusal>> {
  const { actor, unitId, now } = query;
  if (!keepsRoster(actor, unitId)) return refuse('forbidden');
  const { current } = await findImports(undefined, unitId);
  if (!current) return refuse('no-list');
  const people = await findPeopleOf(undefined, unitId, current.id);
  const unsure = people.filter(({ match }) => match.state === 'unsure');
  const shown = unsure.slice(0, REVIEWED_AT_ONCE);
  const [accounts, index] = await Promise.all([
    findAccounts(shown.flatMap(({ match }) => match.candidates)),
    getUnitIndex(now),
  ]);
  const candidateOf = (id: string): Candidate[] => {
    const account = accounts.get(id);
    return account ? [{ ...account, unitName: index.get(account.unitId)?.name ?? account.unitId }] : [];
  };
  const rows = shown.map(({ id, number, fullName, birthYear, position, match }) => ({
    id,
    number,
    fullName,
    birthYear,
    position,
    candidates: match.candidates.flatMap(candidateOf),
  }));
  return ok({ rows, total: unsure.length });
}

interface Deciding {
  readonly actor: Actor;
  readonly unitId: string;
  readonly personId: string;
  readonly now: Instant;
}

/**
 * Says which account a person of the roster is, or that it is none of those that were offered. Matching again never changes it.
 * @param accountId one of the candidates; undefined for none of them
 */
export async function decideRosterPerson(
  command: Deciding & { readonly accountId: string | undefined },
): Promise<Result<undefined, RosterActRefusal>> {
  const { accountId } = command;
  return change(
    command,
    accountId === undefined ? 'roster.refused-match' : 'roster.confirmed-match',
    async (tx, row) => {
      const { match } = row;
      if (accountId === undefined) {
        const refused = [...new Set([...match.refused, ...match.candidates])];
        return ok({ state: 'refused', accountId: undefined, candidates: [], refused });
      }
      if (!match.candidates.includes(accountId)) return refuse('not-found');
      if (await isTaken(tx, row, accountId)) return refuse('taken-already');
      return ok({ state: 'confirmed', accountId, candidates: [], refused: match.refused });
    },
  );
}

/** Takes a decision back, or looks again at what was sure: the person is matched anew, and asked about. */
export async function reopenRosterPerson(command: Deciding): Promise<Result<undefined, RosterActRefusal>> {
  return change(command, 'roster.reopened-match', async (tx, row) => {
    const open: StoredMatch = { state: 'none', accountId: undefined, candidates: [], refused: [] };
    const others = await findPeopleOf(tx, row.unitId, row.importId);
    const asked = others.map((other) => (other.id === row.id ? { ...other, match: open } : other));
    const again = (await matchesOf(tx, row.unitId, asked, command.now)).get(row.id) ?? open;
    // why not sure: somebody has just said that it is to be looked at.
    if (again.state !== 'sure' || again.accountId === undefined) return ok(again);
    return ok({ ...open, state: 'unsure', candidates: [again.accountId] });
  });
}

type Tx = Parameters<Parameters<typeof inTransaction>[0]>[0];
type OwnedRow = RosterPersonRow & { readonly unitId: string; readonly importId: string };

async function change(
  { actor, unitId, personId, now }: Deciding,
  action: string,
  decide: (tx: Tx, row: OwnedRow) => Promise<Result<StoredMatch, RosterActRefusal>>,
): Promise<Result<undefined, RosterActRefusal>> {
  if (!keepsRoster(actor, unitId)) return refuse('forbidden');
  return inTransaction(async (tx) => {
    const { current } = await findImports(tx, unitId);
    const row = current && (await findPersonOf(tx, { id: personId, unitId, importId: current.id }));
    if (!row) return refuse('not-found');
    const decided = await decide(tx, { ...row, unitId, importId: current.id });
    if (!decided.ok) return decided;
    await storeMatch(tx, personId, decided.value);
    const detail = { person: personId };
    await recordAudit(tx, { at: now, actorId: actor.accountId, action, subject: `unit:${unitId}`, detail });
    return ok(undefined);
  });
}
