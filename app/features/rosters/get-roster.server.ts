import type { Actor } from '#app/domain/identity/actor.ts';
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import type { RosterActRefusal } from '#app/domain/rosters/refusals.ts';
import { searchWords } from '#app/domain/units/unit-search.ts';
import { keepsRoster } from './keeps-roster.server.ts';
import { findImports } from './roster-import.repo.server.ts';
import {
  countRosters,
  countStates,
  findLines,
  ROSTER_STATES,
  type RosterCounts,
  type RosterLine,
  type RosterState,
} from './roster-list.repo.server.ts';

export const ROSTER_PAGE = 100;

/** The state that an address asks for; undefined for everybody and for nonsense. */
export const stateOfAddress = (text: string | null): RosterState | undefined =>
  ROSTER_STATES.find((state) => state === text);

/** A unit's roster as its page shows it. */
export interface RosterView {
  readonly fileName: string;
  readonly takenAt: Instant;
  readonly people: number;
  readonly counts: Readonly<Record<RosterState, number>>;
  readonly lines: readonly RosterLine[];
  /** How many people there are with this name and state. */
  readonly found: number;
  readonly page: number;
  readonly pages: number;
}

interface Asked {
  readonly actor: Actor;
  readonly unitId: string;
  /** Whether they have taken part in it; empty without any contest. */
  readonly contestId: string;
  readonly name: string;
  readonly state: RosterState | undefined;
}

/** A page of a unit's roster; undefined where there is none. Only for who keeps it. */
export async function getRoster(
  query: Asked & { readonly page: number },
): Promise<Result<{ roster: RosterView | undefined; formerPeople: number | undefined }, RosterActRefusal>> {
  const { actor, unitId, contestId, state } = query;
  if (!keepsRoster(actor, unitId)) return refuse('forbidden');
  const { current, former } = await findImports(undefined, unitId);
  const formerPeople = former?.people;
  if (!current) return ok({ roster: undefined, formerPeople });
  const name = searchWords(query.name).join(' ');
  const asked = { unitId, importId: current.id, contestId, name, state };
  const [all, named] = await Promise.all([
    countStates({ ...asked, name: '' }),
    name === '' ? undefined : countStates(asked),
  ]);
  const counted = named ?? all;
  const found = state === undefined ? sumOf(counted) : counted[state];
  const pages = Math.max(1, Math.ceil(found / ROSTER_PAGE));
  const page = Math.min(query.page, pages);
  const lines = await findLines(asked, { skip: (page - 1) * ROSTER_PAGE, take: ROSTER_PAGE });
  const { fileName, at: takenAt, people } = current;
  return ok({ roster: { fileName, takenAt, people, counts: all, lines, found, page, pages }, formerPeople });
}

const sumOf = (counts: Readonly<Record<RosterState, number>>): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0);

/** More than any roster has. */
const ALL = 100_000;

/** All people of a roster with this name and state, for a file. Only for who keeps it. */
export async function listRoster(query: Asked): Promise<Result<readonly RosterLine[], RosterActRefusal>> {
  const { actor, unitId, contestId, state } = query;
  if (!keepsRoster(actor, unitId)) return refuse('forbidden');
  const { current } = await findImports(undefined, unitId);
  if (!current) return refuse('no-list');
  const name = searchWords(query.name).join(' ');
  return ok(await findLines({ unitId, importId: current.id, contestId, name, state }, { skip: 0, take: ALL }));
}

/** People, people with an account, and people who have taken part, by unit: all that is told of rosters outside of their unit. */
export const rosterCounts = (unitIds: readonly string[], contestId: string): Promise<Map<string, RosterCounts>> =>
  countRosters([...new Set(unitIds)], contestId);
