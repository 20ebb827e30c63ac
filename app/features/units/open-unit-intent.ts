const OPEN = 'open-unit:';

/** What the button of a branch says when a form without scripts is posted. */
export const openUnitIntent = (unitId: string): string => `${OPEN}${unitId}`;

/** The branch that a posted form asks to open; undefined when it asks for something else. */
export const openedUnitOf = (intent: string | undefined): string | undefined =>
  intent?.startsWith(OPEN) ? intent.slice(OPEN.length, OPEN.length + 200) : undefined;
