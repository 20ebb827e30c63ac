import { isChosen, isTyped, pairOf, type ItemBody, type ItemOption } from '../items/item.ts';
import { isAnswered, type Response } from '../items/response.ts';
import { tidy } from '../kernel/text.ts';
import type { Instant } from '../kernel/time.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import { scoreResponse, type PartialCredit } from './score-response.ts';

/**
 * What can be done to one version of an item in one contest after it was on papers.
 * key: other answers are right; allRight: everybody who had it gets its full mark, also who left it blank;
 * void: it counts for nothing, neither in the mark nor in what the paper can earn; original: as it was written.
 */
export const CORRECTION_KINDS = ['key', 'allRight', 'void', 'original'] as const;
export type CorrectionKind = (typeof CORRECTION_KINDS)[number];

/** A correction of an item version. */
export interface Correction {
  readonly kind: CorrectionKind;
  /**
   * For kind key: every answer that earns the full mark, each as a whole response. choice and trueFalse: one option each;
   * multipleChoice: a set of options each; order: an order each; match: the pairs of a matching each; textEntry: a text
   * each; numericEntry: a number each, "12.5" or "12.5±0.5". These decide alone: weights of options are not looked at.
   */
  readonly accepted: readonly Response[];
}

/** A correction with its version and its instant, as it is appended. */
export interface DatedCorrection extends Correction {
  readonly itemVersionId: string;
  readonly at: Instant;
}

/** The corrections that hold, by item version; a version that is as it was written is missing. */
export type Corrections = ReadonlyMap<string, Correction>;

export const NO_CORRECTIONS: Corrections = new Map();

/**
 * Which corrections hold: the newest of each version.
 * @param all in the order in which they were appended
 * @param until only those up to this instant, itself included; left out, all
 */
export function inForce(all: readonly DatedCorrection[], until: Instant = Infinity): Corrections {
  const newest = new Map<string, Correction>();
  for (const { itemVersionId, at, kind, accepted } of all) {
    if (at > until) continue;
    if (kind === 'original') newest.delete(itemVersionId);
    else newest.set(itemVersionId, { kind, accepted });
  }
  return newest;
}

/** A body whose key alone decides. */
const keyed = (body: ItemBody, key: readonly string[]): ItemBody => ({
  ...body,
  options: body.options.map(({ fraction: _, ...option }) => option),
  key,
});

/** A number as it is accepted: "12.5" or "12.5±0.5". */
function numberOf(text: string): { readonly text: string; readonly tolerance?: string } {
  const [value = '', tolerance] = text.split('±');
  return tolerance === undefined ? { text: value } : { text: value, tolerance };
}

/** What is accepted of a typed item; answers for a part of the mark stay. */
function typed(body: ItemBody, accepted: readonly Response[]): ItemBody {
  const keys = new Set(body.key);
  const parts = body.options.filter(({ id }) => !keys.has(id));
  const options = accepted.map(([text = ''], index): ItemOption => {
    const known = body.options.find((option) => keys.has(option.id) && acceptedText(body, option) === text);
    if (known) {
      const { fraction: _, ...option } = known;
      return option;
    }
    const id = `=${index + 1}`;
    return body.interaction === 'numericEntry' ? { id, ...numberOf(text) } : { id, text };
  });
  return { ...body, options: [...options, ...parts], key: options.map(({ id }) => id) };
}

/** An accepted answer of a typed item as a correction writes it. */
export const acceptedText = ({ interaction }: ItemBody, { text, tolerance }: ItemOption): string =>
  interaction === 'numericEntry' && tolerance !== undefined && Number(tolerance) !== 0 ? `${text}±${tolerance}` : text;

/** Every answer that earns the full mark by the key of the item itself, each as a whole response. */
export function acceptedBy(body: ItemBody): Response[] {
  if (isTyped(body.interaction)) {
    const keys = new Set(body.key);
    return body.options.filter(({ id }) => keys.has(id)).map((option) => [acceptedText(body, option)]);
  }
  return body.interaction === 'choice' || body.interaction === 'trueFalse' ? body.key.map((id) => [id]) : [body.key];
}

/** The item as a correction makes it: one body for each key that holds beside others. */
export function bodiesUnder(body: ItemBody, correction: Correction | undefined): readonly ItemBody[] {
  if (correction?.kind !== 'key') return [body];
  const { accepted } = correction;
  return isTyped(body.interaction) ? [typed(body, accepted)] : accepted.map((key) => keyed(body, key));
}

/**
 * The item as it is shown to who answered so: of a choice with every key that is accepted, of an order or a match with the
 * accepted one that the answer comes closest to.
 */
export function bodyShownUnder(body: ItemBody, correction: Correction | undefined, response: Response): ItemBody {
  const bodies = bodiesUnder(body, correction);
  if (isChosen(body.interaction)) {
    return { ...(bodies[0] ?? body), key: [...new Set(bodies.flatMap(({ key }) => key))] };
  }
  return bodies.reduce((best, each) =>
    scoreResponse(each, response, 'proportional') > scoreResponse(best, response, 'proportional') ? each : best,
  );
}

/** The fraction 0..1 that a response earns under a correction; of a voided item, what it would have earned. */
export function fractionUnder(
  body: ItemBody,
  correction: Correction | undefined,
  response: Response | undefined,
  partial: PartialCredit,
): number {
  if (correction?.kind === 'allRight') return 1;
  return Math.max(...bodiesUnder(body, correction).map((each) => scoreResponse(each, response, partial)));
}

/** How marks are given, as far as a slot looks at it; see MarkingScheme. */
interface SlotScheme {
  readonly right: number;
  readonly wrong: number;
  readonly blank: number;
  readonly partial: PartialCredit;
}

/** What one slot earns, not rounded. @param marks those of a right answer here; left out, what the scheme says */
export function scoreSlot(
  { body, marks }: { readonly body: ItemBody; readonly marks: number | undefined },
  response: Response | undefined,
  scheme: SlotScheme,
  correction: Correction | undefined,
): { readonly answered: boolean; readonly fraction: number; readonly mark: number } {
  const answered = isAnswered(response);
  const fraction = fractionUnder(body, correction, response, scheme.partial);
  if (correction?.kind === 'void') return { answered, fraction, mark: 0 };
  const isBlank = !answered && correction?.kind !== 'allRight';
  const mark = isBlank ? scheme.blank : fraction > 0 ? fraction * (marks ?? scheme.right) : scheme.wrong;
  return { answered, fraction, mark };
}

/** Why a correction cannot be made. */
export type CorrectionRefusal = 'no-key-given' | 'key-does-not-fit' | 'nothing-to-correct';

const LONGEST_ACCEPTED = 200;
const MOST_ACCEPTED = 20;
const DECIMAL = /^-?\d{1,15}(?:\.\d{1,10})?$/u;

/**
 * Checks a correction against the item and brings it into the one form in which it is kept.
 * @param current what holds now; undefined where the item is as it was written
 */
export function checkCorrection(
  body: ItemBody,
  { kind, accepted }: Correction,
  current: Correction | undefined,
): Result<Correction, CorrectionRefusal> {
  if (kind !== 'key') {
    return (current?.kind ?? 'original') === kind ? refuse('nothing-to-correct') : ok({ kind, accepted: [] });
  }
  const given = accepted.filter(isAnswered);
  if (given.length === 0) return refuse('no-key-given');
  const tidied = given.map((each) => tidyAccepted(body, each));
  if (given.length > MOST_ACCEPTED || tidied.some((each) => each === undefined)) return refuse('key-does-not-fit');
  const distinct = distinctOf(tidied as readonly Response[]);
  const holds = current?.kind === 'key' ? current.accepted : current ? undefined : distinctOf(acceptedBy(body));
  return holds && isSame(holds, distinct) ? refuse('nothing-to-correct') : ok({ kind, accepted: distinct });
}

const distinctOf = (all: readonly Response[]): Response[] => [
  ...new Map(all.map((each) => [JSON.stringify(each), each])).values(),
];

function isSame(a: readonly Response[], b: readonly Response[]): boolean {
  const textsOf = (all: readonly Response[]): string =>
    JSON.stringify(all.map((each) => JSON.stringify(each)).toSorted());
  return textsOf(a) === textsOf(b);
}

/** An accepted answer in its one form; undefined for one that is no answer to the item. */
function tidyAccepted(body: ItemBody, answer: Response): Response | undefined {
  const ids = body.options.map(({ id }) => id);
  const isDistinct = new Set(answer).size === answer.length;
  switch (body.interaction) {
    case 'choice':
    case 'trueFalse':
      return answer.length === 1 && ids.includes(answer[0] ?? '') ? answer : undefined;
    case 'multipleChoice':
      return isDistinct && answer.every((id) => ids.includes(id)) ? ids.filter((id) => answer.includes(id)) : undefined;
    case 'order':
      return isDistinct && answer.length === ids.length && answer.every((id) => ids.includes(id)) ? answer : undefined;
    case 'match':
      return tidyMatching(body, answer);
    case 'textEntry': {
      const text = tidy(answer[0] ?? '');
      return text !== '' && text.length <= LONGEST_ACCEPTED ? [text] : undefined;
    }
    case 'numericEntry':
      return tidyNumber(answer[0] ?? '');
  }
}

/** One pair for each option, in the order of the options. */
function tidyMatching({ options, targets = [] }: ItemBody, answer: Response): Response | undefined {
  const pairs = options.map(({ id }) =>
    targets.map((target) => pairOf(id, target.id)).filter((pair) => answer.includes(pair)),
  );
  const isWhole = pairs.every((own) => own.length === 1) && answer.length === options.length;
  return isWhole ? pairs.flat() : undefined;
}

/** "12,5 ± 0,5" as people type it becomes "12.5±0.5". */
function tidyNumber(typedText: string): Response | undefined {
  const [value = '', tolerance] = typedText.replace(/\s/gu, '').replaceAll(',', '.').replace('+-', '±').split('±');
  if (!DECIMAL.test(value)) return undefined;
  if (tolerance === undefined) return [value];
  if (!DECIMAL.test(tolerance) || tolerance.startsWith('-')) return undefined;
  return [Number(tolerance) === 0 ? value : `${value}±${tolerance}`];
}
