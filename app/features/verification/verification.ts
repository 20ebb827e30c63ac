/** Something that is stored and is not what follows from the steps. */
export interface Difference {
  readonly attemptId?: string | undefined;
  /** Whose row of a ranking. */
  readonly accountId?: string | undefined;
  /** In which ranking, or whose figures: the id of a round or of the contest, with "@frozen" as of the freeze. */
  readonly scopeId?: string | undefined;
  readonly sequence?: number | undefined;
  readonly slot?: number | undefined;
  /** The field, or the rule that was broken. */
  readonly what: string;
  readonly stored: string;
  readonly derived: string;
}

/** What a verification of a contest found. */
export interface Verification {
  readonly contestSlug: string;
  readonly people: number;
  readonly attempts: number;
  readonly steps: number;
  /** Papers that were drawn again, and those of before the state of the bank was kept. */
  readonly papers: number;
  readonly papersUnkept: number;
  readonly standings: number;
  /** Finished attempts that the standings do not know yet: their people's rows are not compared. */
  readonly waiting: number;
  readonly differenceCount: number;
  /** The first ones. */
  readonly differences: readonly Difference[];
}
