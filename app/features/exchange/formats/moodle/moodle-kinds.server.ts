import type { ItemBody } from '#app/domain/items/item.ts';
import { attributeOf, childOf, childrenOf, type XmlElement } from '#app/platform/xml.server.ts';
import { noteOutOfOrder, numbersOutOfOrder, textsOutOfOrder } from '../shared/answer-order.ts';
import {
  choiceBody,
  matchBody,
  multipleBody,
  noteUnusual,
  numericBody,
  orderBody,
  textBody,
  trueFalseBody,
  type Frame,
} from '../shared/bodies.ts';
import type { NoteList } from '../shared/notes.ts';
import { markdownText, oneLine } from '../shared/texts.server.ts';
import { meantFraction, type RawOption } from '../shared/weights.ts';
import { plainChild, rawText, type MoodleFields } from './moodle-fields.server.ts';
import { moodleNumber, type MoodleUnit } from './moodle-number.ts';

/** One question element on its way to an item. */
export interface MoodleQuestion {
  readonly element: XmlElement;
  readonly frame: Frame;
  readonly fields: MoodleFields;
  readonly notes: NoteList;
}

type Reader = (question: MoodleQuestion) => ItemBody;

/** Kinds that the bank has, by the names of Moodle. */
export const MOODLE_KINDS: Readonly<Record<string, Reader>> = {
  multichoice,
  truefalse: trueFalse,
  shortanswer: shortAnswer,
  numerical,
  matching,
  match: matching,
  ordering,
};

/** true, 1 and whatever else says yes; as Moodle's trans_single. */
const isYes = (written: string): boolean => written !== 'false' && written !== '0' && written !== '';

const fractionOf = (answer: XmlElement): number => meantFraction(Number(attributeOf(answer, 'fraction') ?? '0') / 100);

/** What old files write as a child of a number, and nowhere else. */
function numberFraction(answer: XmlElement): number {
  const old = plainChild(answer, 'fraction');
  return old ? meantFraction(Number(old)) : fractionOf(answer);
}

/** The text of an option; one of which nothing can be kept keeps the question out, as it would lack an option. */
function optionText(answer: XmlElement, { fields, notes }: MoodleQuestion): string {
  const text = fields.own(answer);
  if (text === '') notes.add('error', 'option-lost');
  return text;
}

/** Answers that say something; Moodle passes over the others, which its form leaves behind. */
function filledAnswers(question: MoodleQuestion): XmlElement[] {
  const answers = answersOf(question);
  const isBlank = (answer: XmlElement): boolean => rawText(answer) === '';
  if (answers.some((answer) => isBlank(answer) && rawText(childOf(answer, 'feedback')) !== ''))
    question.notes.add('loss', 'feedback-for-others');
  return answers.filter((answer) => !isBlank(answer));
}
const answersOf = ({ element }: MoodleQuestion): XmlElement[] => childrenOf(element, 'answer');

const shuffled = (body: ItemBody, shuffles: boolean): ItemBody => (shuffles ? body : { ...body, shuffles: false });

function multichoice(question: MoodleQuestion): ItemBody {
  const { element, frame, fields, notes } = question;
  const raws = filledAnswers(question).map((answer): RawOption => ({
    text: optionText(answer, question),
    fraction: fractionOf(answer),
    rationale: fields.markdown(answer, 'feedback'),
  }));
  noteUnusual(raws, notes);
  if (raws.length < 2) notes.add('error', 'too-few-options', { count: raws.length });
  const isSingle = isYes(plainChild(element, 'single') ?? 'true');
  const body = isSingle ? choiceBody(frame, raws, notes) : multipleBody(frame, raws, notes);
  return shuffled(body, isYes(plainChild(element, 'shuffleanswers') ?? 'false'));
}

function trueFalse(question: MoodleQuestion): ItemBody {
  const { frame, fields, notes } = question;
  const answers = answersOf(question);
  const names = answers.map(rawText);
  // why by place: old files name the two in the language of their site, true first.
  const isNamed = names.every((name) => name === 'true' || name === 'false');
  if (!isNamed) notes.add('warning', 'true-false-by-place', { text: names.join(', ') });
  const told = answers.map((answer, at) => ({
    isTrue: isNamed ? names[at] === 'true' : at === 0,
    isRight: fractionOf(answer) === 1,
    feedback: fields.markdown(answer, 'feedback'),
  }));
  // why: one of the two is enough to say which is right.
  const [only, more] = told;
  const isAlone = only !== undefined && more === undefined && isNamed;
  const said = isAlone ? [only, { isTrue: !only.isTrue, isRight: !only.isRight, feedback: '' }] : told;
  if (said.length !== 2 || said.filter(({ isRight }) => isRight).length !== 1) notes.add('error', 'no-full-credit');
  const isTrue = said.some((each) => each.isTrue && each.isRight);
  return trueFalseBody(frame, isTrue, {
    whenTrue: said.find((each) => each.isTrue)?.feedback,
    whenFalse: said.find((each) => !each.isTrue)?.feedback,
  });
}

function shortAnswer(question: MoodleQuestion): ItemBody {
  const { element, frame, fields, notes } = question;
  const raws = answersOf(question).map((answer): RawOption => ({
    text: oneLine(rawText(answer)),
    fraction: fractionOf(answer),
    rationale: fields.markdown(answer, 'feedback'),
  }));
  const accepted = raws.filter(({ text }) => text !== '');
  noteUnusual(accepted, notes);
  const heedsCase = (plainChild(element, 'usecase') ?? '0') === '1';
  noteOutOfOrder(textsOutOfOrder(accepted, { ignoresCase: !heedsCase, ignoresMarks: false }), notes);
  return textBody(frame, accepted, { heedsCase }, notes);
}

function numerical(question: MoodleQuestion): ItemBody {
  const { element, frame, fields, notes } = question;
  const units = unitsOf(element);
  const raws = answersOf(question).flatMap((answer): RawOption[] => {
    const written = rawText(answer);
    const rationale = fields.markdown(answer, 'feedback');
    if (written === '*' || written === '') {
      if (rationale !== '') notes.add('loss', 'feedback-for-others');
      const percent = written === '*' ? Math.round(numberFraction(answer) * 1e4) / 100 : 0;
      if (percent > 0) notes.add(percent < 100 ? 'loss' : 'error', 'any-number-share', { percent });
      return [];
    }
    const near = plainChild(answer, 'tolerance') || '0';
    const [text, tolerance] = [moodleNumber(written, units), moodleNumber(near, units)];
    if (text === undefined || tolerance === undefined) {
      notes.add('error', 'not-a-number', { text: text === undefined ? written : near });
      return [];
    }
    return [{ text, tolerance: tolerance.replace(/^-/u, ''), fraction: numberFraction(answer), rationale }];
  });
  noteUnusual(raws, notes);
  noteOutOfOrder(numbersOutOfOrder(raws), notes);
  return numericBody(frame, raws, unitOf(element, units, notes), notes);
}

const unitsOf = (element: XmlElement): MoodleUnit[] =>
  childrenOf(childOf(element, 'units') ?? element, 'unit').map((unit) => ({
    name: oneLine(plainChild(unit, 'unit_name') ?? ''),
    multiplier: Number(plainChild(unit, 'multiplier') ?? '1') || 1,
  }));

/** Moodle's qtype_numerical::UNITNONE: the question asks for no unit. */
const NO_UNIT = '3';

/** The unit that numbers are given in; others with their factors, and marks for units, have no place here. */
function unitOf(element: XmlElement, units: readonly MoodleUnit[], notes: NoteList): string {
  if (plainChild(element, 'showunits') === NO_UNIT) return '';
  if (units.length > 1) notes.add('loss', 'units-dropped', { count: units.length - 1 });
  if (Number(plainChild(element, 'unitgradingtype') ?? '0') > 0) notes.add('loss', 'unit-grading-dropped');
  return (units.find(({ multiplier }) => multiplier === 1) ?? units[0])?.name ?? '';
}

function matching(question: MoodleQuestion): ItemBody {
  const { element, frame, notes } = question;
  const pairs = childrenOf(element, 'subquestion').map((pair) => ({
    left: rawText(pair) === '' ? '' : optionText(pair, question),
    right: markdownText(rawText(childOf(pair, 'answer')), 'moodle', NO_IMAGES, notes),
  }));
  return shuffled(matchBody(frame, pairs, notes), isYes(plainChild(element, 'shuffleanswers') ?? '1'));
}

const NO_IMAGES = { store: { media: new Map<string, never>(), keep: () => undefined }, find: () => undefined };

/** Marking by place, which is ours, by the names and numbers of qtype_ordering. */
const BY_PLACE = new Set(['ABSOLUTE_POSITION', 'ABSOLUTE', 'ABS', 'EXACT', '0']);
const ALL = new Set(['ALL', 'EXACT', '0']);
/** How many entries are shown where the file does not say. */
const USUAL_COUNT = 6;

/** Entries stand in their right order in the file, whatever their fractions: Moodle numbers them anew. */
function ordering(question: MoodleQuestion): ItemBody {
  const { element, frame, notes } = question;
  const texts = filledAnswers(question).map((answer) => optionText(answer, question));
  const said = (name: string): string => (plainChild(element, name) ?? '').toUpperCase();
  const count = Number(plainChild(element, 'selectcount') || USUAL_COUNT);
  const isSubset = !ALL.has(said('selecttype')) && count < texts.length;
  if (isSubset || !BY_PLACE.has(said('gradingtype'))) notes.add('loss', 'ordering-settings');
  return orderBody(frame, texts, notes);
}
