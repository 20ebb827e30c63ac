import type { Blueprint } from '../contests/contest.ts';
import type { Slot } from '../contests/form.ts';
import { pairOf, type Interaction, type ItemBody, type ItemOption } from '../items/item.ts';
import type { MarkingScheme } from '../scoring/score-attempt.ts';
import { sectionsOf, type Variant } from './draw-variants.ts';

/** A line that is chosen, ordered or matched, with the mark in front of it. */
export interface PrintedOption {
  readonly label: string;
  /** Markdown. */
  readonly text: string;
}

export interface PrintedQuestion {
  readonly number: number;
  readonly interaction: Interaction;
  /** Markdown. */
  readonly prompt: string;
  /** "A", "B", … for choices; "1", "2", … for what is put in order and for the left side of a match. */
  readonly options: readonly PrintedOption[];
  /** The right side of a match: "a", "b", … */
  readonly targets: readonly PrintedOption[];
  readonly unit: string;
  /** Marks of a right answer. */
  readonly marks: number;
  /** What a right answer looks like on the answer sheet: "B"; "A, C"; "3-1-2"; "1-b, 2-a"; "Pác Bó / hang Cốc Bó". */
  readonly key: string;
  readonly rationale: string;
  readonly source: string;
}

export interface PrintedSection {
  readonly title: string;
  readonly questions: readonly PrintedQuestion[];
}

export interface PrintedPaper {
  readonly code: string;
  readonly sections: readonly PrintedSection[];
}

const capital = (index: number): string => String.fromCodePoint(0x41 + index);
const small = (index: number): string => String.fromCodePoint(0x61 + index);

/**
 * A drawn variant as it is printed: labels instead of ids, and the key in the words of the answer sheet.
 * @throws when a version is not given: that is a fault of the caller
 */
export function printPaper(
  variant: Variant,
  blueprint: Blueprint,
  bodies: ReadonlyMap<string, ItemBody>,
  scheme: MarkingScheme,
): PrintedPaper {
  const sections = sectionsOf(blueprint, variant.form).map((slots, index): PrintedSection => ({
    title: blueprint.sections[index]?.title ?? '',
    questions: slots.map((slot) => {
      const body = bodies.get(slot.itemVersionId);
      if (!body) throw new Error(`item version ${slot.itemVersionId} of slot ${slot.slot} is missing`);
      return printQuestion(slot, body, scheme);
    }),
  }));
  return { code: variant.code, sections };
}

function printQuestion(slot: Slot, body: ItemBody, scheme: MarkingScheme): PrintedQuestion {
  const isNumbered = body.interaction === 'order' || body.interaction === 'match';
  const labelAt = isNumbered ? (index: number) => String(index + 1) : capital;
  const options = inOrder(body.options, slot.optionOrder);
  const targets = inOrder(body.targets ?? [], slot.targetOrder ?? (body.targets ?? []).map(({ id }) => id));
  const labels = new Map(options.map(({ id }, index) => [id, labelAt(index)]));
  const targetLabels = new Map(targets.map(({ id }, index) => [id, small(index)]));
  return {
    number: slot.slot,
    interaction: body.interaction,
    prompt: body.prompt,
    options: options.map(({ text }, index) => ({ label: labelAt(index), text })),
    targets: targets.map(({ text }, index) => ({ label: small(index), text })),
    unit: body.unit ?? '',
    marks: slot.marks ?? scheme.right,
    key: keyText(body, labels, targetLabels),
    rationale: body.rationale,
    source: [body.source.title, body.source.page ?? ''].filter(Boolean).join(', '),
  };
}

/** The options with these ids, in their order; ids that the item does not have are passed over. */
function inOrder(options: readonly ItemOption[], order: readonly string[]): ItemOption[] {
  const byId = new Map(options.map((option) => [option.id, option]));
  return order.flatMap((id) => byId.get(id) ?? []);
}

function keyText(
  body: ItemBody,
  labels: ReadonlyMap<string, string>,
  targetLabels: ReadonlyMap<string, string>,
): string {
  const accepted = body.options.filter(({ id }) => body.key.includes(id));
  switch (body.interaction) {
    case 'choice':
    case 'trueFalse':
    case 'multipleChoice':
      return body.key
        .flatMap((id) => labels.get(id) ?? [])
        .toSorted()
        .join(', ');
    case 'order':
      return body.key.flatMap((id) => labels.get(id) ?? []).join('-');
    case 'match': {
      const pairs = body.options.flatMap(({ id }) =>
        (body.targets ?? [])
          .filter((target) => body.key.includes(pairOf(id, target.id)))
          .map((target) => ({ left: Number(labels.get(id)), right: targetLabels.get(target.id) ?? '' })),
      );
      return pairs
        .toSorted((a, b) => a.left - b.left)
        .map(({ left, right }) => `${left}-${right}`)
        .join(', ');
    }
    case 'textEntry':
      return accepted.map(({ text }) => text).join(' / ');
    case 'numericEntry':
      return accepted
        .map(
          ({ text, tolerance }) =>
            decimalComma(text) + (isZero(tolerance) ? '' : ` ± ${decimalComma(tolerance ?? '')}`),
        )
        .map((text) => (body.unit ? `${text} ${body.unit}` : text))
        .join(' / ');
  }
}

const isZero = (tolerance: string | undefined): boolean => Number(tolerance ?? 0) === 0;
const decimalComma = (decimal: string): string => decimal.replace('.', ',');
