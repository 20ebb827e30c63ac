/** Reasons that a visitor or a contestant meets: their sentences travel to every phone. */
export type ContestantRefusalCode =
  // who
  | 'signed-out'
  | 'second-factor-needed'
  | 'step-up-needed'
  | 'forbidden'
  | 'not-found'
  | 'wrong-credentials'
  | 'account-merged'
  | 'too-many-tries'
  | 'busy'
  | 'task-needed'
  | 'too-many-accounts'
  | 'name-taken'
  | 'unknown-unit'
  // contest
  | 'not-open-yet'
  | 'round-closed'
  | 'no-attempts-left'
  | 'pool-too-small'
  | 'entry-over'
  | 'round-paused'
  | 'too-young'
  | 'unit-not-invited'
  | 'organizing-member'
  | 'wrong-access-code'
  | 'consent-missing'
  // attempt
  | 'already-finished'
  | 'too-late'
  | 'no-such-slot'
  | 'no-such-option'
  | 'no-prediction-asked'
  | 'key-reused'
  | 'too-many-changes'
  | 'not-over-yet'
  // being heard
  | 'signal-decided'
  | 'statement-missing'
  | 'statement-too-long'
  | 'too-many-statements'
  // any
  | 'invalid';

/** Reasons that only people with a duty meet, or that are rare: their sentences do not travel to every phone. */
export type StaffRefusalCode =
  // conduct
  | 'round-settled'
  | 'practice-round'
  | 'minutes-out-of-bounds'
  | 'reason-missing'
  | 'notice-missing'
  | 'already-paused'
  | 'not-paused'
  | 'pause-lasts'
  | 'already-undone'
  | 'unknown-person'
  | 'member-has-entered'
  // who is in charge of units
  | 'beyond-own-charge'
  | 'last-own-charge'
  | 'block-not-here'
  // getting into an account by other ways: rare, so that their sentences stay on the server
  | 'wrong-code'
  | 'email-form'
  | 'email-taken'
  | 'provider-failed'
  | 'provider-taken'
  // accounts of others
  | 'own-account'
  | 'person-has-roles'
  | 'account-off'
  | 'beyond-own-reach'
  | 'last-administrator'
  | 'nothing-there'
  | 'message-not-failed'
  // correction of keys
  | 'no-key-given'
  | 'key-does-not-fit'
  | 'nothing-to-correct'
  | 'regrading-under-way'
  | 'correction-changed'
  // two people
  | 'proposal-closed'
  | 'proposal-own'
  | 'proposal-waiting'
  // rulings
  | 'already-set-aside'
  | 'attempt-not-over'
  | 'attempt-own'
  | 'not-set-aside'
  // accounts of one person
  | 'merge-account-gone'
  | 'merge-attempt-running'
  | 'merge-extra-time'
  | 'merge-own'
  | 'merge-changed-since'
  | 'merge-later-one'
  | 'merge-staff'
  | 'pair-decided'
  // draft
  | 'no-file'
  | 'draft-changed'
  | 'draft-exists'
  | 'draft-has-faults'
  | 'changes-locked'
  | 'warnings-unseen'
  // bank
  | 'nothing-to-do'
  | 'too-many-items'
  | 'too-many-imports'
  | 'import-not-ready'
  | 'import-has-errors'
  | 'import-has-nothing'
  | 'bank-changed'
  | 'changed-since'
  // writing of items
  | 'item-not-in-that-state'
  | 'item-needs-a-second-person'
  | 'item-needs-its-writer'
  | 'item-has-faults'
  | 'item-changed'
  | 'comment-missing'
  | 'image-too-large'
  | 'image-is-svg'
  | 'no-image'
  | 'alt-missing'
  // headcounts and targets
  | 'headcount-missing'
  | 'headcount-decided'
  | 'headcount-own'
  | 'target-withdrawn'
  // sealed results
  | 'not-settled'
  // signals
  | 'signal-own'
  | 'hearing-open'
  | 'nobody-to-ask'
  | 'already-asked'
  | 'nobody-chosen';

/** Every reason for which an act is refused. One table turns them into HTTP, one into sentences; both must name them all. */
export type RefusalCode = ContestantRefusalCode | StaffRefusalCode;
