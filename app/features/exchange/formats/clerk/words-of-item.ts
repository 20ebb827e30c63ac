import type { OutgoingItem } from '#app/domain/exchange/parsed-file.ts';
import { TEXT_RULES, type Interaction, type ItemBody, type ItemOption } from '#app/domain/items/item.ts';
import type { Difficulty } from '#app/domain/items/item.ts';

/** What clerks call the kinds; item-of-raw.ts reads them back. */
export const KIND_WORDS: Readonly<Record<Interaction, string>> = {
  choice: 'Một đáp án',
  multipleChoice: 'Nhiều đáp án',
  trueFalse: 'Đúng/Sai',
  order: 'Sắp xếp',
  match: 'Ghép đôi',
  textEntry: 'Điền từ',
  numericEntry: 'Điền số',
};

export const DIFFICULTY_WORDS: Readonly<Record<Difficulty, string>> = { easy: 'Dễ', medium: 'Trung bình', hard: 'Khó' };

/** The kind with what a typed text is compared by. */
export function kindWords({ interaction, textRules = TEXT_RULES }: ItemBody): string {
  if (interaction !== 'textEntry') return KIND_WORDS[interaction];
  const rules = [
    ...(textRules.ignoresCase ? [] : ['phân biệt hoa thường']),
    ...(textRules.ignoresMarks ? ['không cần dấu'] : []),
  ];
  return KIND_WORDS.textEntry + (rules.length > 0 ? ` (${rules.join('; ')})` : '');
}

const comma = (decimal: string): string => decimal.replace('.', ',');
const percent = (fraction: number): string => comma(String(Math.round(fraction * 1e7) / 1e5));

/** The lines of an item as a clerk writes them: "{50%} text", "trái => phải", "=> phải thừa", "12,5 ± 0,5". */
export function linesOf(body: ItemBody): string[] {
  if (body.interaction === 'match') {
    const partners = new Map(body.key.map((pair) => pair.split('>') as [string, string]));
    const rights = new Map((body.targets ?? []).map(({ id, text }) => [id, text]));
    const used = new Set(partners.values());
    const pairs = body.options.map(({ id, text }) => `${text} => ${rights.get(partners.get(id) ?? '') ?? ''}`);
    return [...pairs, ...(body.targets ?? []).filter(({ id }) => !used.has(id)).map(({ text }) => `=> ${text}`)];
  }
  return body.options.map((option) => weightWords(body, option) + answerWords(body, option));
}

const weightWords = (body: ItemBody, { fraction }: ItemOption): string =>
  fraction === undefined || body.interaction === 'order' ? '' : `{${percent(fraction)}%} `;

function answerWords({ interaction }: ItemBody, { text, tolerance }: ItemOption): string {
  if (interaction !== 'numericEntry') return text;
  return comma(text) + (Number(tolerance ?? 0) === 0 ? '' : ` ± ${comma(tolerance ?? '')}`);
}

/** The key in letters; empty for kinds whose lines say it themselves. */
export function keyWords({ interaction, key, options }: ItemBody): string {
  if (interaction === 'match' || interaction === 'textEntry' || interaction === 'numericEntry') return '';
  return key.map((id) => String.fromCodePoint(0x41 + options.findIndex((option) => option.id === id))).join(', ');
}

/** Whether a lot decides the order of the lines, where that is not the usual. */
export const shuffleWords = ({ interaction, shuffles }: ItemBody): string =>
  shuffles === undefined || shuffles === (interaction !== 'trueFalse') ? '' : shuffles ? 'có' : 'không';

/** Everything of an item by the roles of a table. */
export function fieldsOf({ id, place, body, contested }: OutgoingItem) {
  const { source } = body;
  return {
    id,
    topic: place.topic,
    lesson: place.lesson,
    kind: kindWords(body),
    difficulty: place.difficulty ? DIFFICULTY_WORDS[place.difficulty] : '',
    prompt: body.prompt,
    key: keyWords(body),
    rationale: body.rationale,
    source: source.title,
    page: source.page ?? '',
    url: source.url ?? '',
    unit: body.unit ?? '',
    tags: place.tags.join(', '),
    contested: contested ? 'có' : '',
    shuffles: shuffleWords(body),
    name: body.name ?? '',
  };
}
