import { isFittingPairs, isFittingText, type Response } from '../items/response.ts';

/** One numbered place on a drawn paper. */
export interface Slot {
  /** 1, 2, 3, … as the contestant sees it. */
  readonly slot: number;
  readonly itemVersionId: string;
  /**
   * Option ids in the order in which this contestant sees them: all of the item's, or as many as the blueprint shows; none where
   * the answer is typed.
   */
  readonly optionOrder: readonly string[];
  /** match only: ids of the targets in the order in which this contestant sees them. */
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

/** Whether the answer at this place is typed: there is nothing to choose from. */
export const isTypedSlot = ({ optionOrder }: Slot): boolean => optionOrder.length === 0;

/** Whether a response can be given at this place: by what stands there, and nothing of it twice. */
export function fitsSlot(slot: Slot, response: Response): boolean {
  const { optionOrder, targetOrder } = slot;
  if (targetOrder) return isFittingPairs(response, optionOrder, targetOrder);
  if (isTypedSlot(slot)) return isFittingText(response);
  return new Set(response).size === response.length && response.every((id) => optionOrder.includes(id));
}
