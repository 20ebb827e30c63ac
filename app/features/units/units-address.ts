import { paths } from '#app/paths.ts';

/** What the list of units shows: a branch, a search, and the day whose tree it is. */
export interface UnitsAddress {
  readonly open?: string | undefined;
  /** "2025-06-30"; undefined for today. */
  readonly tree?: string | undefined;
  readonly q?: string | undefined;
}

/** The address of the list of units. */
export function unitsHref({ open, tree, q }: UnitsAddress): string {
  const query = new URLSearchParams();
  if (q) query.set('q', q);
  if (open) query.set('open', open);
  if (tree) query.set('tree', tree);
  const text = query.toString();
  return text === '' ? paths.units() : `${paths.units()}?${text}`;
}
