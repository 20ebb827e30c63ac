import type { Actor } from '#app/domain/identity/actor.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import type { BoardScope } from '#app/domain/results/board-scope.ts';
import type { BoardState } from '#app/domain/results/board-state.ts';
import type { ContestNow } from '#app/features/contests/index.server.ts';
import { explained, viewOf, type BoardRow, type BoardView } from './board-view.server.ts';
import { placePage, placePart, placeRows, type PlacedRow } from './place-rows.server.ts';
import { sharedRead } from './shared-reads.server.ts';
import {
  countStandings,
  countTiedBefore,
  findStanding,
  findStandingsOf,
  rankOf,
  type BoardPart,
} from './standing.repo.server.ts';

export const ROWS_PER_PAGE = 50;

export interface Leaderboard {
  readonly state: BoardState;
  /** False where nobody sees any row but the own one. */
  readonly isVisible: boolean;
  readonly rows: readonly BoardRow[];
  /** Rows of the part that is asked for, and of the whole board. */
  readonly total: number;
  readonly everybody: number;
  readonly page: number;
  readonly pages: number;
  /** The own row as it is now, whatever is shown. */
  readonly own: OwnRow | undefined;
}

/** The own row, and the page of the whole board that it is on; undefined where the board does not show it. */
export type OwnRow = BoardRow & { readonly page: number | undefined };

interface BoardQuery {
  readonly contestNow: ContestNow;
  readonly scope: BoardScope;
  readonly actor: Actor | undefined;
  readonly now: Instant;
}

/**
 * A page of the board of persons of a scope or of a part of it, each row with its rank on the whole board and with why it
 * stands there, and the own row whatever the page. A page that is too high is the last one.
 */
export async function getLeaderboard(
  query: BoardQuery & { readonly part: BoardPart; readonly page: number },
): Promise<Leaderboard> {
  const { contestNow, scope, part, actor, now } = query;
  const view = viewOf(contestNow, scope, now);
  const { state, shownScopeId } = view;
  const own = actor && (await ownRow(view, actor.accountId));
  const everybody = await countShared(shownScopeId ?? view.ownScopeId, {}, now);
  if (shownScopeId === undefined) {
    return { state, isVisible: false, rows: [], total: 0, everybody, page: 1, pages: 1, own };
  }
  const total = isWhole(part) ? everybody : await countShared(shownScopeId, part, now);
  const pages = Math.max(1, Math.ceil(total / ROWS_PER_PAGE));
  const page = Math.min(Math.max(1, query.page), pages);
  const placed = await pageShared(shownScopeId, part, { page, total }, now);
  const rows = placed.map((each) => explained(view, shownScopeId, each, each.row.accountId === actor?.accountId));
  return { state, isVisible: true, rows, total, everybody, page, pages, own };
}

/** The rows of some people, as a search found them, in rank order; nobody where the board is not to be seen. */
export async function getRowsOf(query: BoardQuery & { readonly accountIds: readonly string[] }): Promise<BoardRow[]> {
  const view = viewOf(query.contestNow, query.scope, query.now);
  const { shownScopeId } = view;
  if (shownScopeId === undefined || query.accountIds.length === 0) return [];
  const placed = await placeRows(shownScopeId, await findStandingsOf(shownScopeId, query.accountIds));
  return placed.map((each) => explained(view, shownScopeId, each, each.row.accountId === query.actor?.accountId));
}

const isWhole = ({ unitIds, block }: BoardPart): boolean => unitIds === undefined && block === undefined;

const keyOf = (what: string, scopeId: string, part: BoardPart): string =>
  JSON.stringify([what, scopeId, part.block ?? null, part.unitIds ?? null]);

const countShared = (scopeId: string, part: BoardPart, now: Instant): Promise<number> =>
  sharedRead(keyOf('count', scopeId, part), now, () => countStandings(scopeId, part));

const pageShared = (
  scopeId: string,
  part: BoardPart,
  { page, total }: { page: number; total: number },
  now: Instant,
): Promise<PlacedRow[]> =>
  sharedRead(keyOf(`page ${page}`, scopeId, part), now, () => {
    const slice = { skip: (page - 1) * ROWS_PER_PAGE, take: ROWS_PER_PAGE, total };
    return isWhole(part) ? placePage(scopeId, slice) : placePart(scopeId, part, slice);
  });

/** The own row of now, with the page of the shown board that has it. */
export async function ownRow(view: BoardView, accountId: string): Promise<OwnRow | undefined> {
  const standing = await findStanding(view.ownScopeId, accountId);
  if (!standing) return undefined;
  const [placed] = await placeRows(view.ownScopeId, [standing]);
  if (!placed) return undefined;
  return { ...explained(view, view.ownScopeId, placed, true), page: await pageOf(view, accountId, placed) };
}

async function pageOf({ shownScopeId, ownScopeId }: BoardView, accountId: string, placed: PlacedRow) {
  if (shownScopeId === undefined) return undefined;
  const shown = shownScopeId === ownScopeId ? placed.row : await findStanding(shownScopeId, accountId);
  if (!shown) return undefined;
  const rank = shown === placed.row ? placed.row.rank : await rankOf(shownScopeId, shown.rankKey);
  // why not by the rank alone: of people who tie over the border of a page, some stand on the next page.
  const before = rank - 1 + (await countTiedBefore(shownScopeId, shown));
  return Math.floor(before / ROWS_PER_PAGE) + 1;
}
