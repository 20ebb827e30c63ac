import { paths } from '#app/paths.ts';
import { AT_ANOTHER_UNIT, dashboardQuery, type DashboardState } from './dashboard-address.ts';

/** Where the page of a unit leads to, keeping what is looked at. */
export interface DashboardLinks {
  /** The same page, changed. */
  readonly here: (change?: Partial<DashboardState>) => string;
  /** The same figures of another unit. */
  readonly unit: (unitId: string) => string;
}

/** The links of a page in a state. */
export const linksOf = (unitId: string, state: DashboardState): DashboardLinks => ({
  here: (change = {}) => paths.unit(unitId) + dashboardQuery(state, change),
  unit: (id) => paths.unit(id) + dashboardQuery(state, AT_ANOTHER_UNIT),
});
