/** One numbered place on a drawn paper. */
export interface Slot {
  /** 1, 2, 3, … as the contestant sees it. */
  readonly slot: number;
  readonly itemVersionId: string;
  /** Option ids in the order in which this contestant sees them: all of the item's, or as many as the blueprint shows. */
  readonly optionOrder: readonly string[];
  /** match: ids of the targets in the order in which this contestant sees them. */
  readonly targetOrder?: readonly string[] | undefined;
  /** Marks of a right answer here; left out, what the marking scheme says. */
  readonly marks?: number | undefined;
}

/** A drawn paper: what one attempt is sat on. */
export interface Form {
  readonly slots: readonly Slot[];
}

/** The slot with that number, if the paper has it. */
export const slotOf = (form: Form, slot: number): Slot | undefined => form.slots.find((each) => each.slot === slot);
