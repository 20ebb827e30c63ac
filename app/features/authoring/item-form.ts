import { freeId } from '#app/domain/items/empty-item.ts';
import {
  isTyped,
  pairOf,
  TEXT_RULES,
  type Difficulty,
  type Interaction,
  type ItemBody,
  type ItemOption,
} from '#app/domain/items/item.ts';

/** One line of the form: an option, or something to match with. Everything is as it was typed. */
export interface FormRow {
  readonly id: string;
  readonly text: string;
  readonly isKey: boolean;
  readonly rationale: string;
  /** Percent, "50" or "-33,3"; empty where the key alone says what it earns. */
  readonly weight: string;
  readonly tolerance: string;
  /** match: id of the target. */
  readonly target: string;
}

/** An item as the fields of a page hold it. */
export interface ItemForm {
  readonly interaction: Interaction;
  readonly name: string;
  readonly prompt: string;
  readonly options: readonly FormRow[];
  readonly targets: readonly FormRow[];
  readonly shuffles: boolean;
  readonly ignoresCase: boolean;
  readonly ignoresMarks: boolean;
  readonly unit: string;
  readonly rationale: string;
  readonly sourceTitle: string;
  readonly sourcePage: string;
  readonly sourceUrl: string;
  /** "topic/lesson", or empty. */
  readonly lesson: string;
  readonly difficulty: Difficulty;
  /** Separated by commas. */
  readonly tags: string;
  readonly contested: boolean;
  readonly facts: readonly string[];
}

/** What a form says, beside the body: the columns of the item. */
export interface FormPlace {
  readonly topicSlug: string;
  readonly lessonSlug: string;
  readonly difficulty: Difficulty;
  readonly tags: readonly string[];
  readonly contested: boolean;
}

export interface FormText {
  readonly body: ItemBody;
  readonly place: FormPlace;
}

const percent = (fraction: number | undefined): string =>
  fraction === undefined ? '' : String(Number((fraction * 100).toFixed(5))).replace('.', ',');

const fractionOf = (weight: string): number | undefined => {
  const typed = weight.trim().replace(',', '.').replace(/%$/u, '');
  // why NaN stays: what is no number must be told, not forgotten.
  return typed === '' ? undefined : Number((Number(typed) / 100).toFixed(7));
};

/** Numbers are typed the Vietnamese way and stored with a point. */
const numberText = (typed: string): string => typed.trim().replace(/^(-?\d+),(\d+)$/u, '$1.$2');

const rowOf = ({ id, text, rationale, fraction, tolerance }: ItemOption, body: ItemBody): FormRow => ({
  id,
  text: body.interaction === 'numericEntry' ? text.replace('.', ',') : text,
  isKey: body.key.includes(id),
  rationale: rationale ?? '',
  weight: percent(fraction),
  tolerance: tolerance?.replace('.', ',') ?? '',
  target: (body.targets ?? []).find((target) => body.key.includes(pairOf(id, target.id)))?.id ?? '',
});

/** The fields of an item. An order is shown in the right order: moving its rows is how it is set. */
export function formOf({ body, place }: FormText): ItemForm {
  const sorted =
    body.interaction === 'order'
      ? body.options.toSorted((a, b) => body.key.indexOf(a.id) - body.key.indexOf(b.id))
      : body.options;
  const rules = body.textRules ?? TEXT_RULES;
  return {
    interaction: body.interaction,
    name: body.name ?? '',
    prompt: body.prompt,
    options: sorted.map((option) => rowOf(option, body)),
    targets: (body.targets ?? []).map((target) => rowOf(target, body)),
    shuffles: body.shuffles ?? body.interaction !== 'trueFalse',
    ...rules,
    unit: body.unit ?? '',
    rationale: body.rationale,
    sourceTitle: body.source.title,
    sourcePage: body.source.page ?? '',
    sourceUrl: body.source.url ?? '',
    lesson: place.topicSlug === '' ? '' : `${place.topicSlug}/${place.lessonSlug}`,
    difficulty: place.difficulty,
    tags: place.tags.join(', '),
    contested: place.contested,
    facts: body.facts,
  };
}

/** What the fields say. Nothing is refused here: a draft may have any fault, and the findings name it. */
export function textOf(form: ItemForm): FormText {
  const [topicSlug = '', lessonSlug = ''] = form.lesson.split('/');
  const { interaction } = form;
  const isNumber = interaction === 'numericEntry';
  const options = form.options.map(({ id, text, rationale, weight, tolerance }): ItemOption => ({
    id,
    text: isNumber ? numberText(text) : text.trim(),
    ...(rationale.trim() && { rationale: rationale.trim() }),
    ...(weight.trim() && { fraction: fractionOf(weight) }),
    ...(isNumber && tolerance.trim() && { tolerance: numberText(tolerance) }),
  }));
  const body: ItemBody = {
    interaction,
    ...(form.name.trim() && { name: form.name.trim() }),
    prompt: form.prompt.trim(),
    options,
    ...(interaction === 'match' && { targets: form.targets.map(({ id, text }) => ({ id, text: text.trim() })) }),
    key: keyOf(form),
    ...(form.shuffles === (interaction !== 'trueFalse') ? {} : { shuffles: form.shuffles }),
    ...(interaction === 'textEntry' && {
      textRules: { ignoresCase: form.ignoresCase, ignoresMarks: form.ignoresMarks },
    }),
    ...(isNumber && form.unit.trim() && { unit: form.unit.trim() }),
    rationale: form.rationale.trim(),
    source: {
      title: form.sourceTitle.trim(),
      ...(form.sourceUrl.trim() && { url: form.sourceUrl.trim() }),
      ...(form.sourcePage.trim() && { page: form.sourcePage.trim() }),
    },
    facts: form.facts,
  };
  const place = {
    topicSlug,
    lessonSlug,
    difficulty: form.difficulty,
    tags: tagsOf(form.tags),
    contested: form.contested,
  };
  return { body, place };
}

/** What is right: for an order the rows as they stand; of accepted answers those that are not weighed below the whole. */
function keyOf({ interaction, options }: ItemForm): string[] {
  if (interaction === 'order') return options.map(({ id }) => id);
  if (interaction === 'match') return options.flatMap(({ id, target }) => (target === '' ? [] : pairOf(id, target)));
  if (isTyped(interaction)) {
    return options.filter(({ weight }) => weight.trim() === '' || fractionOf(weight) === 1).map(({ id }) => id);
  }
  return options.filter(({ isKey }) => isKey).map(({ id }) => id);
}

/** "Pác Bó, di tích" are the tags pac-bo and di-tich. */
const tagsOf = (typed: string): string[] => [
  ...new Set(
    typed
      .split(',')
      .map((tag) =>
        tag
          .normalize('NFD')
          .replace(/\p{M}/gu, '')
          .replace(/[đĐ]/gu, 'd')
          .toLowerCase()
          .replace(/[^a-z0-9]+/gu, '-')
          .replace(/^-+|-+$/gu, ''),
      )
      .filter(Boolean),
  ),
];

/** What a button of a row does: "add:options", "remove:options:2", "up:options:1", "down:targets:0". */
export type RowAct = `${'add' | 'remove' | 'up' | 'down'}:${'options' | 'targets'}${'' | `:${number}`}`;

const EMPTY_ROW = { text: '', isKey: false, rationale: '', weight: '', tolerance: '', target: '' };
/** More rows than this no form has. */
export const MOST_ROWS = 40;

/** The form with a row more, less, or in another place. An act that does not fit changes nothing. */
export function withRowAct(form: ItemForm, act: string): ItemForm {
  const [verb, list, at = ''] = act.split(':');
  if (list !== 'options' && list !== 'targets') return form;
  const rows = [...form[list]];
  const index = Number(at);
  if (verb === 'add') {
    if (rows.length >= MOST_ROWS) return form;
    return { ...form, [list]: [...rows, { ...EMPTY_ROW, id: freeId(rows, list === 'targets' ? 't' : '') }] };
  }
  const row = rows[index];
  if (!row) return form;
  rows.splice(index, 1);
  if (verb === 'up' && index > 0) rows.splice(index - 1, 0, row);
  else if (verb === 'down' && index < rows.length) rows.splice(index + 1, 0, row);
  else if (verb !== 'remove') return form;
  return { ...form, [list]: rows };
}

/** Name of a field of a row. */
export const rowField = (list: 'options' | 'targets', index: number, field: string): string =>
  `${list}.${index}.${field}`;
