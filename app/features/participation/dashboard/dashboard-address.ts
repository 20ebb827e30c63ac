import { localDay, type Instant } from '#app/domain/kernel/time.ts';
import { isCategory, type Category } from '#app/domain/units/category.ts';

/** Parts of the page of a unit. Scores and categories are for those in charge. */
export const DASHBOARD_VIEWS = ['overview', 'time', 'scores', 'categories', 'units'] as const;
export type DashboardView = (typeof DASHBOARD_VIEWS)[number];

const PUBLIC_VIEWS: readonly DashboardView[] = ['overview', 'time', 'units'];

/** Columns that the table of sub-units is sorted by. */
export const SUB_UNIT_COLUMNS = [
  'rate',
  'people',
  'name',
  'headcount',
  'missing',
  'attempts',
  'valid',
  'mean',
  'allRight',
] as const;
export type SubUnitColumn = (typeof SUB_UNIT_COLUMNS)[number];

/** What the page of a unit shows, all of it from its address. */
export interface DashboardState {
  readonly contest: string | undefined;
  readonly round: string | undefined;
  /** Slug of a topic: figures of lessons read instead of a contest. */
  readonly topic: string | undefined;
  readonly view: DashboardView;
  /** "2025-06-30": in the tree of that day. */
  readonly tree: string | undefined;
  readonly sort: SubUnitColumn;
  readonly isDescending: boolean;
  readonly page: number;
  readonly category: Category | undefined;
  /** Words that the names of sub-units are searched for. */
  readonly q: string;
}

const MOST_PAGES = 1_000;
const LONGEST_SEARCH = 100;

/** The views that somebody may open. */
export const viewsFor = (isInCharge: boolean): readonly DashboardView[] =>
  isInCharge ? DASHBOARD_VIEWS : PUBLIC_VIEWS;

/** A day as addresses have it, yyyy-mm-dd, if there is such a day; else undefined. */
export function dayInAddress(text: string | null): string | undefined {
  if (text === null || !/^\d{4}-\d{2}-\d{2}$/u.test(text)) return undefined;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) ? text : undefined;
}

/** The state that an address asks for; what it says wrongly is as if it were not there. */
export function readDashboard(query: URLSearchParams, isInCharge: boolean): DashboardState {
  const sort = SUB_UNIT_COLUMNS.find((each) => each === query.get('sort')) ?? 'rate';
  const order = query.get('order');
  const page = Number(query.get('page') ?? '1');
  const category = query.get('category') ?? '';
  return {
    contest: query.get('contest') || undefined,
    round: query.get('round') || undefined,
    topic: query.get('topic') || undefined,
    view: viewsFor(isInCharge).find((each) => each === query.get('view')) ?? 'overview',
    tree: dayInAddress(query.get('tree')),
    sort,
    isDescending: order === 'asc' ? false : order === 'desc' ? true : sort !== 'name',
    page: Number.isSafeInteger(page) && page >= 1 ? Math.min(page, MOST_PAGES) : 1,
    category: isCategory(category) ? category : undefined,
    q: (query.get('q') ?? '').trim().slice(0, LONGEST_SEARCH),
  };
}

/** The state for a unit that has ended: unless a day is asked for, in the tree of its last day, as there is none of today for it. */
export function inLifetime(state: DashboardState, endedAt: Instant | undefined): DashboardState {
  if (endedAt === undefined || state.tree !== undefined) return state;
  const day = String(localDay(endedAt - 1));
  return { ...state, tree: `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}` };
}

/** The query of an address that asks for a state, with what goes without saying left out; empty or "?…". */
export function dashboardQuery(state: DashboardState, change: Partial<DashboardState> = {}): string {
  const { contest, round, topic, view, tree, sort, isDescending, page, category, q } = { ...state, ...change };
  const query = new URLSearchParams();
  if (topic !== undefined) query.set('topic', topic);
  else if (contest !== undefined) query.set('contest', contest);
  if (round !== undefined && topic === undefined) query.set('round', round);
  if (view !== 'overview') query.set('view', view);
  if (tree !== undefined) query.set('tree', tree);
  if (sort !== 'rate' || !isDescending) {
    query.set('sort', sort);
    query.set('order', isDescending ? 'desc' : 'asc');
  }
  if (page > 1) query.set('page', String(page));
  if (category !== undefined) query.set('category', category);
  if (q !== '') query.set('q', q);
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}

/** The change that another unit is looked at with: the same figures in the same view, from the first page on. */
export const AT_ANOTHER_UNIT: Partial<DashboardState> = { page: 1, q: '' };

/** The change that sorts by a column; for the column in use, the other way round. */
export const sortedBy = (state: DashboardState, by: SubUnitColumn): Partial<DashboardState> => ({
  sort: by,
  isDescending: by === state.sort ? !state.isDescending : by !== 'name',
  page: 1,
});
