import { pairOf, type ItemBody } from '#app/domain/items/item.ts';
import { optionIdAt } from '../option-id.ts';
import type { NoteList } from './notes.ts';
import { unusualShare, weighted, type RawOption } from './weights.ts';

/** What is the same in items of every kind. */
export interface Frame {
  readonly name?: string | undefined;
  readonly prompt: string;
  readonly rationale: string;
}

/** The words of a true/false item, in the order in which the bank writes them. */
export const TRUE_FALSE_WORDS = ['Đúng', 'Sai'] as const;

function bodyOf(frame: Frame, rest: Pick<ItemBody, 'interaction' | 'options' | 'key'> & Partial<ItemBody>): ItemBody {
  const { name, prompt, rationale } = frame;
  const { interaction, options, targets, key, ...more } = rest;
  return {
    interaction,
    ...(name ? { name } : {}),
    prompt,
    options,
    ...(targets ? { targets } : {}),
    key,
    ...more,
    rationale,
    source: { title: '' },
    facts: [],
  };
}

/** Says which share Moodle would not take. */
export function noteUnusual(raws: readonly RawOption[], notes: NoteList): void {
  const share = unusualShare(raws);
  if (share !== undefined) notes.add('warning', 'grade-unusual', { grade: Math.round(share * 1e5) / 1e3 });
}

/** One right answer out of several; the weights of the file decide which. */
export function choiceBody(frame: Frame, raws: readonly RawOption[], notes: NoteList): ItemBody {
  const { options, key } = weighted('choice', raws);
  if (key.length === 0) notes.add('error', 'no-full-credit');
  if (raws.filter(({ fraction }) => fraction >= 1).length > 1) notes.add('warning', 'several-full-credit');
  return bodyOf(frame, { interaction: 'choice', options, key });
}

/** Several right answers; with a single one it is a choice. */
export function multipleBody(frame: Frame, raws: readonly RawOption[], notes: NoteList): ItemBody {
  const right = raws.filter(({ fraction }) => fraction > 0);
  if (right.length === 0) notes.add('error', 'no-full-credit');
  if (right.length === 1) {
    notes.add('warning', 'single-right');
    const share = right[0]?.fraction ?? 1;
    if (Math.abs(share - 1) > 0.001) notes.add('warning', 'weights-sum', { sum: Math.round(share * 1000) / 10 });
    return choiceBody(
      frame,
      raws.map((raw) => (raw.fraction > 0 ? { ...raw, fraction: 1 } : raw)),
      notes,
    );
  }
  const sum = right.reduce((total, { fraction }) => total + fraction, 0);
  if (right.length > 0 && Math.abs(sum - 1) > 0.001) {
    notes.add('warning', 'weights-sum', { sum: Math.round(sum * 1000) / 10 });
  }
  return bodyOf(frame, { interaction: 'multipleChoice', ...weighted('multipleChoice', raws) });
}

/** A statement that is true or false, with what is said to those who chose either. */
export function trueFalseBody(
  frame: Frame,
  isTrue: boolean,
  said: { readonly whenTrue?: string | undefined; readonly whenFalse?: string | undefined },
): ItemBody {
  const [yes, no] = TRUE_FALSE_WORDS;
  return bodyOf(frame, {
    interaction: 'trueFalse',
    options: [
      { id: 'a', text: yes, ...(said.whenTrue ? { rationale: said.whenTrue } : {}) },
      { id: 'b', text: no, ...(said.whenFalse ? { rationale: said.whenFalse } : {}) },
    ],
    key: [isTrue ? 'a' : 'b'],
  });
}

/** A typed text; without an accepted answer of full credit it cannot be taken. */
export function textBody(
  frame: Frame,
  raws: readonly RawOption[],
  rules: { readonly heedsCase: boolean },
  notes: NoteList,
): ItemBody {
  const { options, key } = weighted('textEntry', raws);
  if (key.length === 0) notes.add('error', 'no-full-credit');
  return bodyOf(frame, {
    interaction: 'textEntry',
    options,
    key,
    ...(rules.heedsCase ? { textRules: { ignoresCase: false, ignoresMarks: false } } : {}),
  });
}

/** A typed number. */
export function numericBody(frame: Frame, raws: readonly RawOption[], unit: string, notes: NoteList): ItemBody {
  const { options, key } = weighted('numericEntry', raws);
  if (key.length === 0) notes.add('error', 'no-full-credit');
  return bodyOf(frame, { interaction: 'numericEntry', options, key, ...(unit ? { unit } : {}) });
}

/** Pairs; a pair without a left side is a target that belongs to none. The same target twice is one. */
export function matchBody(
  frame: Frame,
  pairs: readonly { readonly left: string; readonly right: string }[],
  notes: NoteList,
): ItemBody {
  const targets = [...new Set(pairs.map(({ right }) => right).filter((right) => right !== ''))];
  const matched = pairs.filter(({ left, right }) => left !== '' && right !== '');
  for (const { left } of pairs.filter(({ right }) => right === '')) {
    if (left !== '') notes.add('warning', 'pair-without-answer', { text: left });
  }
  return pairedBody(
    frame,
    {
      lefts: matched.map(({ left }) => left),
      rights: targets,
      partners: matched.map(({ right }) => targets.indexOf(right)),
    },
    notes,
  );
}

/** Left sides with the places of their partners among the right ones. */
export function pairedBody(
  frame: Frame,
  sides: {
    readonly lefts: readonly string[];
    readonly rights: readonly string[];
    readonly partners: readonly number[];
  },
  notes: NoteList,
): ItemBody {
  if (sides.lefts.length < 2) notes.add('error', 'too-few-pairs', { count: sides.lefts.length });
  const named = (text: string, at: number) => ({ id: optionIdAt(at), text });
  return bodyOf(frame, {
    interaction: 'match',
    options: sides.lefts.map(named),
    targets: sides.rights.map(named),
    key: sides.partners.flatMap((partner, at) => (partner < 0 ? [] : [pairOf(optionIdAt(at), optionIdAt(partner))])),
  });
}

/** Things in their right order, as they stand. */
export function orderBody(frame: Frame, texts: readonly string[], notes: NoteList): ItemBody {
  if (texts.length < 2) notes.add('error', 'too-few-options', { count: texts.length });
  const options = texts.map((text, at) => ({ id: optionIdAt(at), text }));
  return bodyOf(frame, { interaction: 'order', options, key: options.map(({ id }) => id) });
}

const TRUE_FALSE = [TRUE_FALSE_WORDS.map((word) => word.toLowerCase()), ['true', 'false']];

/** Two options that say true and false, in whichever order. */
export function asTrueFalse(body: ItemBody): ItemBody {
  const said = body.options.map(({ text }) => text.toLowerCase());
  const isPair = said.length === 2 && TRUE_FALSE.some((words) => words.every((word) => said.includes(word)));
  return isPair && body.interaction === 'choice' ? { ...body, interaction: 'trueFalse' } : body;
}
