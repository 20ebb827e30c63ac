/** Every reason for which an act is refused. One table turns them into HTTP, one into sentences; both must name them all. */
export type RefusalCode =
  // who
  | 'signed-out'
  | 'forbidden'
  | 'not-found'
  | 'wrong-credentials'
  | 'too-many-tries'
  | 'name-taken'
  | 'unknown-unit'
  // contest
  | 'not-open-yet'
  | 'round-closed'
  | 'no-attempts-left'
  | 'pool-too-small'
  // attempt
  | 'already-finished'
  | 'too-late'
  | 'no-such-slot'
  | 'no-such-option'
  | 'key-reused'
  | 'too-many-changes'
  | 'not-over-yet'
  // any
  | 'invalid';
