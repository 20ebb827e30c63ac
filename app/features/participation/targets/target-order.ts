/** How the units below are sorted: by what is missing (most first), by rate (lowest first), or by name. */
export const TARGET_ORDERS = ['missing', 'rate', 'name'] as const;
export type TargetOrder = (typeof TARGET_ORDERS)[number];

/** The order that an address asks for: ?sort=rate. */
export const targetOrderOf = (query: URLSearchParams): TargetOrder =>
  TARGET_ORDERS.find((each) => each === query.get('sort')) ?? 'missing';
