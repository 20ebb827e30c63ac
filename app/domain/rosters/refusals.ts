/** Why nothing came of an act on a roster. */
export type RosterActRefusal =
  | 'forbidden'
  | 'no-file'
  | 'no-list'
  | 'no-former'
  | 'not-found'
  | 'taken-already'
  | 'no-head'
  | 'no-people'
  | 'too-many-people';
