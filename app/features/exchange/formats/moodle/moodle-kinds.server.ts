import type { ItemBody } from '#app/domain/items/item.ts';
import { attributeOf, childOf, childrenOf, type XmlElement } from '#app/platform/xml.server.ts';
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
import { decimalOf } from '../shared/decimals.ts';
import type { NoteList } from '../shared/notes.ts';
import { markdownText, oneLine } from '../shared/texts.server.ts';
import { meantFraction, type RawOption } from '../shared/weights.ts';
import { plainChild, rawText, type MoodleFields } from './moodle-fields.server.ts';

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

const fractionOf = (answer: XmlElement): number => {
  const old = plainChild(answer, 'fraction');
  const written = Number(attributeOf(answer, 'fraction') ?? '0') / 100;
  return meantFraction(old ? Number(old) : written);
};

const answersOf = ({ element }: MoodleQuestion): XmlElement[] => childrenOf(element, 'answer');

const shuffled = (body: ItemBody, shuffles: boolean): ItemBody => (shuffles ? body : { ...body, shuffles: false });

function multichoice(question: MoodleQuestion): ItemBody {
  const { element, frame, fields, notes } = question;
  const raws = answersOf(question)
    .map((answer): RawOption => ({
      text: fields.own(answer),
      fraction: fractionOf(answer),
      rationale: fields.markdown(answer, 'feedback'),
    }))
    .filter(({ text, rationale }) => text !== '' || rationale);
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
  const said = answers.map((answer, at) => ({
    isTrue: isNamed ? names[at] === 'true' : at === 0,
    isRight: fractionOf(answer) === 1,
    feedback: fields.markdown(answer, 'feedback'),
  }));
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
  return textBody(frame, accepted, { heedsCase: (plainChild(element, 'usecase') ?? '0') === '1' }, notes);
}

function numerical(question: MoodleQuestion): ItemBody {
  const { frame, fields, notes } = question;
  const raws = answersOf(question).flatMap((answer): RawOption[] => {
    const written = rawText(answer);
    const rationale = fields.markdown(answer, 'feedback');
    if (written === '*' || written === '') {
      if (rationale !== '') notes.add('loss', 'feedback-for-others');
      return [];
    }
    const [text, tolerance] = [decimalOf(written), decimalOf(plainChild(answer, 'tolerance') || '0')];
    if (text === undefined || tolerance === undefined) {
      notes.add('error', 'not-a-number', {
        text: text === undefined ? written : (plainChild(answer, 'tolerance') ?? ''),
      });
      return [];
    }
    return [{ text, tolerance: tolerance.replace(/^-/u, ''), fraction: fractionOf(answer), rationale }];
  });
  return numericBody(frame, raws, unitOf(question), notes);
}

/** The unit that numbers are given in; others with their factors, and marks for units, have no place here. */
function unitOf({ element, notes }: MoodleQuestion): string {
  const units = childrenOf(childOf(element, 'units') ?? element, 'unit');
  const main = units.find((unit) => Number(plainChild(unit, 'multiplier') ?? '1') === 1) ?? units[0];
  if (units.length > 1) notes.add('loss', 'units-dropped', { count: units.length - 1 });
  if (Number(plainChild(element, 'unitgradingtype') ?? '0') > 0) notes.add('loss', 'unit-grading-dropped');
  return main ? oneLine(plainChild(main, 'unit_name') ?? '') : '';
}

function matching({ element, frame, fields, notes }: MoodleQuestion): ItemBody {
  const pairs = childrenOf(element, 'subquestion').map((pair) => ({
    left: fields.own(pair),
    right: markdownText(rawText(childOf(pair, 'answer')), 'moodle', NO_IMAGES, notes),
  }));
  return shuffled(matchBody(frame, pairs, notes), isYes(plainChild(element, 'shuffleanswers') ?? '1'));
}

const NO_IMAGES = { store: { media: new Map<string, never>(), keep: () => undefined }, find: () => undefined };

const PLAIN_GRADING = ['', 'ABSOLUTE_POSITION', 'ALL_OR_NOTHING', '0', '-1'];

function ordering(question: MoodleQuestion): ItemBody {
  const { element, frame, fields, notes } = question;
  const places = answersOf(question)
    .map((answer) => ({ place: Number(attributeOf(answer, 'fraction') ?? '0'), text: fields.own(answer) }))
    .toSorted((one, other) => one.place - other.place);
  const subset = !['', 'ALL', '0'].includes(plainChild(element, 'selecttype') ?? '');
  if (subset || !PLAIN_GRADING.includes(plainChild(element, 'gradingtype') ?? ''))
    notes.add('loss', 'ordering-settings');
  return orderBody(
    frame,
    places.map(({ text }) => text),
    notes,
  );
}
