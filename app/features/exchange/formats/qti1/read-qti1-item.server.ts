import type { FileNote, FilePlace, ParsedItem } from '#app/domain/exchange/parsed-file.ts';
import type { ItemBody } from '#app/domain/items/item.ts';
import { attributeOf, childrenOf, descendantsOf, textOf, type XmlElement } from '#app/platform/xml.server.ts';
import {
  asTrueFalse,
  choiceBody,
  multipleBody,
  numericBody,
  orderBody,
  pairedBody,
  textBody,
  type Frame,
} from '../shared/bodies.ts';
import { notesAt, type NoteList } from '../shared/notes.ts';
import { oneLine, type ImageSource } from '../shared/texts.server.ts';
import { feedbackOf, type Qti1Feedback } from './qti1-feedback.server.ts';
import { rulesOf, type Qti1Rule } from './qti1-rules.server.ts';
import { acceptedRanges, acceptedTexts, labelFractions } from './qti1-scores.server.ts';
import { materialText } from './qti1-texts.server.ts';

interface Question {
  readonly item: XmlElement;
  readonly frame: Frame;
  readonly notes: NoteList;
  readonly rules: readonly Qti1Rule[];
  readonly responses: readonly XmlElement[];
  readonly text: (element: XmlElement) => string;
  readonly feedback: Qti1Feedback;
}

/** What an item is read with. */
export interface Qti1Surroundings {
  readonly images: ImageSource;
  readonly at: FilePlace;
  readonly tags: readonly string[];
  /** Whether a text that is for the whole section is left behind. */
  readonly isIntroduced: boolean;
  /** Another item of the file, by its ident. */
  readonly itemOf: (ident: string) => XmlElement | undefined;
}

/** Reads one <item> of QTI 1.2 as Canvas, Blackboard and Common Cartridge write it. */
export function readQti1Item(
  item: XmlElement,
  around: Qti1Surroundings,
): { readonly item?: ParsedItem; readonly notes: readonly FileNote[] } {
  const at = { ...around.at, line: item.line };
  const notes = notesAt(at);
  const text = (element: XmlElement): string => materialText(element, around.images, notes);
  const name = oneLine(attributeOf(item, 'title') ?? '');
  const [presentation] = childrenOf(item, 'presentation');
  const responses = presentation
    ? descendantsOf(presentation, 'response_lid', 'response_str', 'response_num', 'response_grp', 'response_xy')
    : [];
  const kind = kindOf(item, responses);
  if (kind === 'text') {
    notes.add('warning', 'description-skipped', { name });
    return { notes: notes.notes };
  }
  const reader = Object.hasOwn(READERS, kind) ? READERS[kind] : undefined;
  if (!reader || !presentation) {
    notes.add('error', 'kind-not-supported', { kind, name });
    return { notes: notes.notes };
  }
  const rules = rulesOf(item);
  const feedback = feedbackOf(item, rules, text);
  const prompt = [passageOf(item, around, text, notes), text(presentation)]
    .filter((words) => words !== '')
    .join('\n\n');
  if (prompt === '') notes.add('error', 'no-prompt');
  if (rules.some(({ isOdd, score }) => isOdd && score !== 0 && score !== undefined)) notes.add('error', 'own-scoring');
  noteBesides(item, around, notes);
  const body = reader({
    item,
    frame: { name, prompt, rationale: feedback.general },
    notes,
    rules,
    responses,
    text,
    feedback,
  });
  feedback.noteRest(notes);
  return {
    notes: body ? [] : notes.notes,
    ...(body
      ? {
          item: {
            externalId: oneLine(attributeOf(item, 'ident') ?? ''),
            place: { topic: '', lesson: '', difficulty: undefined, tags: around.tags },
            body,
            contested: false,
            at,
            notes: notes.notes,
          },
        }
      : {}),
  };
}

const fieldOf = (item: XmlElement, label: string): string => {
  const field = descendantsOf(item, 'qtimetadatafield').find((each) =>
    childrenOf(each, 'fieldlabel').some((found) => textOf(found).trim() === label),
  );
  return field ? childrenOf(field, 'fieldentry').map(textOf).join('').trim() : '';
};

/** Kinds by what Canvas and Common Cartridge call them; otherwise by the responses. */
function kindOf(item: XmlElement, responses: readonly XmlElement[]): string {
  const named = fieldOf(item, 'question_type') || fieldOf(item, 'cc_profile') || blackboardKind(item);
  if (
    /multiple_blanks|multiple_dropdowns|calculated|formula|file[ _]upload|hot[ _]?spot|categor|blank plus|jumbled|quiz bowl|opinion/iu.test(
      named,
    )
  )
    return named.replace(/_question$/u, '');
  if (/essay|short response/iu.test(named)) return 'essay';
  if (/text_only/iu.test(named) || responses.length === 0) return 'text';
  const [first] = responses;
  if (responses.length > 1) return responses.every(({ local }) => local === 'response_lid') ? 'matching' : 'composite';
  if (!first || first.local === 'response_xy' || first.local === 'response_grp') return first?.local ?? 'text';
  if (first.local === 'response_lid') return cardinalityOf(first) === 'ordered' ? 'ordering' : 'choice';
  const fields = descendantsOf(first, 'render_fib');
  const isNumber =
    /numeric/iu.test(named) ||
    first.local === 'response_num' ||
    fields.some((each) => /^(?:integer|decimal|scientific)$/iu.test(attributeOf(each, 'fibtype') ?? ''));
  if (isNumber) return 'number';
  return descendantsOf(item, 'varequal').length === 0 ? 'essay' : 'text-entry';
}

const blackboardKind = (item: XmlElement): string =>
  fieldOf(item, 'bbmd_questiontype') || descendantsOf(item, 'bbmd_questiontype').map(textOf).join('').trim();

const cardinalityOf = (response: XmlElement): string =>
  (attributeOf(response, 'rcardinality') ?? 'Single').toLowerCase();
const identOf = (element: XmlElement): string => attributeOf(element, 'ident') ?? '';
const labelsOf = (response: XmlElement): XmlElement[] => descendantsOf(response, 'response_label');

const READERS: Readonly<Record<string, (question: Question) => ItemBody | undefined>> = {
  choice,
  matching,
  ordering,
  'text-entry': ({ frame, rules, notes }) => {
    const { raws, heedsCase } = acceptedTexts(rules, notes);
    return textBody(
      frame,
      raws.map((raw) => ({ ...raw, text: oneLine(raw.text) })),
      { heedsCase },
      notes,
    );
  },
  number: ({ frame, responses, rules, notes }) => {
    const fields = responses.flatMap((each) => [each, ...descendantsOf(each, 'render_fib')]);
    const isWhole = fields.some((each) =>
      /^integer$/iu.test(attributeOf(each, 'fibtype') ?? attributeOf(each, 'numtype') ?? ''),
    );
    const numbers = acceptedRanges(rules, isWhole, notes);
    return numbers && numericBody(frame, numbers, '', notes);
  },
};

function shuffled(body: ItemBody, response: XmlElement | undefined): ItemBody {
  const written =
    response && descendantsOf(response, 'render_choice').map((each) => attributeOf(each, 'shuffle') ?? '')[0];
  // why: where the file does not say, Canvas keeps the order.
  const shuffles = /^yes$/iu.test(written ?? '');
  if (body.interaction === 'trueFalse') return shuffles ? { ...body, shuffles } : body;
  return shuffles ? body : { ...body, shuffles };
}

function choice({ frame, responses, rules, notes, text, feedback }: Question): ItemBody | undefined {
  const [response] = responses;
  if (!response) return undefined;
  const labels = labelsOf(response);
  const isMultiple = cardinalityOf(response) === 'multiple';
  const fractions = labelFractions(rules, identOf(response), labels.map(identOf), isMultiple, notes);
  if (!fractions) return undefined;
  const raws = labels.map((label, at) => ({
    text: text(label),
    fraction: fractions[at] ?? 0,
    rationale: feedback.of(identOf(label)),
  }));
  if (raws.length < 2) notes.add('error', 'too-few-options', { count: raws.length });
  const body = isMultiple ? multipleBody(frame, raws, notes) : choiceBody(frame, raws, notes);
  return shuffled(asTrueFalse(body), response);
}

/** Several responses with the same labels: each is a left side, the labels are the targets. */
function matching({ frame, responses, rules, notes, text }: Question): ItemBody | undefined {
  const texts = responses.map((response) => labelsOf(response).map(text));
  const targets = [...new Set(texts.flat())];
  const lefts = responses.map(text);
  if (texts.some((list) => list.length !== texts[0]?.length)) {
    notes.add('error', 'kind-not-supported', { kind: 'composite' });
    return undefined;
  }
  const partners = responses.map((response, at) => {
    const right = rules
      .filter(({ score = 0 }) => score > 0)
      .flatMap(({ equal }) => equal)
      .find((each) => each.response === identOf(response));
    const place = labelsOf(response).findIndex((label) => identOf(label) === right?.value);
    return place < 0 ? -1 : targets.indexOf(texts[at]?.[place] ?? '');
  });
  if (lefts.includes('') || targets.includes('')) notes.add('error', 'kind-not-supported', { kind: 'matching' });
  if (partners.includes(-1)) notes.add('error', 'match-not-one-to-one');
  return shuffled(pairedBody(frame, { lefts, rights: targets, partners }, notes), responses[0]);
}

function ordering({ frame, responses, rules, notes, text }: Question): ItemBody | undefined {
  const [response] = responses;
  if (!response) return undefined;
  const labels = labelsOf(response);
  const right =
    rules.find(({ score = 0, equal }) => score > 0 && equal.length > 0)?.equal.map(({ value }) => value) ?? [];
  const body = orderBody(frame, labels.map(text), notes);
  const key = right.flatMap((value) => body.options[labels.findIndex((label) => identOf(label) === value)]?.id ?? []);
  if (new Set(key).size !== labels.length)
    notes.add('error', 'order-not-whole', { count: key.length, all: labels.length });
  return shuffled({ ...body, key }, response);
}

/** The words of a text that several items of the file share. */
function passageOf(
  item: XmlElement,
  { itemOf }: Qti1Surroundings,
  text: (element: XmlElement) => string,
  notes: NoteList,
): string {
  const ident = fieldOf(item, 'parent_stimulus_item_ident');
  if (ident === '') return '';
  const [presentation] = [itemOf(ident)].flatMap((found) => (found ? childrenOf(found, 'presentation') : []));
  if (!presentation) notes.add('loss', 'stimulus-missing');
  return presentation ? text(presentation) : '';
}

/** What stands beside the question and has no place in the bank. */
function noteBesides(item: XmlElement, { isIntroduced }: Qti1Surroundings, notes: NoteList): void {
  if (isIntroduced) notes.add('loss', 'section-text-dropped');
  if (childrenOf(item, 'rubric', 'presentation_material').some((each) => textOf(each).trim() !== ''))
    notes.add('loss', 'rubric-dropped');
  const points = Number(fieldOf(item, 'points_possible') || '1');
  if (points !== 1) notes.add('loss', 'grade-dropped', { grade: points });
}
