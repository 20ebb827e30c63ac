/** What kinds of units there are. Districts, cities and towns ended on 1 July 2025; figures of earlier years belong to them. */
export const UNIT_KINDS = [
  'province',
  'city',
  'district',
  'town',
  'ward',
  'commune',
  'committee',
  'agency',
  'organization',
  'school',
  'armedForces',
] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

export const isUnitKind = (text: string): text is UnitKind => (UNIT_KINDS as readonly string[]).includes(text);
