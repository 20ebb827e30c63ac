/** What can be done to a unit, one page each. Apart from the schema, so that pages carry no schema library to a browser. */
export const UNIT_ACTS = ['found', 'rename', 'move', 'merge', 'split', 'end', 'correct'] as const;
export type UnitAct = (typeof UNIT_ACTS)[number];
