/** What a unit may be. */
export const UNIT_KINDS = [
  'province',
  'city',
  'district',
  'commune',
  'ward',
  'town',
  'committee',
  'agency',
  'organization',
  'school',
  'armedForces',
] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

export const isUnitKind = (text: string): text is UnitKind => (UNIT_KINDS as readonly string[]).includes(text);
