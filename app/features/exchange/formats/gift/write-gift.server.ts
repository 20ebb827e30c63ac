import type { FileNote, OutgoingItem, WrittenFile } from '#app/domain/exchange/parsed-file.ts';
import { isTyped, mediaOf, type ItemBody, type ItemOption } from '#app/domain/items/item.ts';
import { TRUE_FALSE_WORDS } from '../shared/bodies.ts';
import { categoryOf } from '../shared/category.server.ts';
import { notesAt, type NoteList } from '../shared/notes.ts';
import { fractionOf } from '../shared/weights.ts';
import { escaped } from './gift-blocks.server.ts';
import { token, writtenRules } from './gift-comment.server.ts';

/**
 * Writes GIFT that Moodle reads. Texts are Markdown; what only the bank knows stands in comments. Images are only named: a
 * text file cannot carry them.
 */
export async function writeGift(items: readonly OutgoingItem[]): Promise<WrittenFile> {
  const losses: FileNote[] = [];
  const parts: string[] = [];
  let category = categoryOf();
  items.forEach((item, at) => {
    const notes = notesAt({ question: at + 1 });
    const next = categoryOf(item.place.topic, item.place.lesson);
    if (next !== category) parts.push(`$CATEGORY: ${next}\n`);
    category = next;
    parts.push(`${commentOf(item)}${questionOf(item.body, notes)}\n`);
    losses.push(...notes.notes);
  });
  return {
    name: 'cau-hoi.gift.txt',
    contentType: 'text/plain; charset=utf-8',
    bytes: Buffer.from(parts.join('\n'), 'utf8'),
    losses,
  };
}

function commentOf({ id, place, body, contested }: OutgoingItem): string {
  const { source } = body;
  const said: (readonly [string, string | undefined])[] = [
    ['id', id],
    ...place.tags.map((tag) => ['tag', tag] as const),
    ['topic', place.topic],
    ['lesson', place.lesson],
    ['difficulty', place.difficulty],
    ['contested', contested ? 'yes' : undefined],
    ['source', source.title],
    ['url', source.url],
    ['page', source.page],
    ...body.facts.map((fact) => ['fact', fact] as const),
    ['unit', body.unit],
    ['shuffles', body.shuffles === undefined ? undefined : body.shuffles ? 'yes' : 'no'],
    ['compares', body.textRules && writtenRules(body.textRules)],
  ];
  const tokens = said.flatMap(([name, value]) => (value ? [token(name, value)] : []));
  return tokens.length === 0 ? '' : `// ${tokens.join(' ')}\n`;
}

/** A piece of Markdown; the format is named where the text could be taken for one. */
const piece = (markdown: string): string => (markdown.startsWith('[') ? '[markdown]' : '') + escaped(markdown);

const feedback = (rationale: string | undefined): string => (rationale ? `#${piece(rationale)}` : '');

const percent = (fraction: number): string => String(Math.round(fraction * 1e7) / 1e5);

function questionOf(body: ItemBody, notes: NoteList): string {
  if (mediaOf(body).length > 0) notes.add('loss', 'images-only-named');
  const name = body.name === undefined ? '' : `::${escaped(body.name)}::`;
  const general = body.rationale === '' ? '' : `\t####${piece(body.rationale)}\n`;
  const answers = body.interaction === 'trueFalse' ? trueFalse(body, notes) : `${answersOf(body, notes)}${general}`;
  const last = body.interaction === 'trueFalse' ? general.trim() : '';
  return `${name}[markdown]${escaped(body.prompt)}{${answers}${last}}\n`;
}

function trueFalse(body: ItemBody, notes: NoteList): string {
  const [yes, no] = body.options;
  if (yes?.text !== TRUE_FALSE_WORDS[0] || no?.text !== TRUE_FALSE_WORDS[1]) notes.add('loss', 'true-false-words');
  if (body.options.some(({ fraction }) => fraction !== undefined)) notes.add('loss', 'weights-dropped');
  const isTrue = body.key[0] === yes?.id;
  const [right, wrong] = isTrue ? [yes, no] : [no, yes];
  const said = wrong?.rationale || right?.rationale ? `#${piece(wrong?.rationale ?? '')}` : '';
  return `${isTrue ? 'TRUE' : 'FALSE'}${said}${feedback(right?.rationale)}`;
}

function answersOf(body: ItemBody, notes: NoteList): string {
  if (body.interaction === 'match') return `\n${matchLines(body, notes)}`;
  if (body.interaction === 'order') {
    noteOptionLosses(body, notes);
    const byId = new Map(body.options.map((option) => [option.id, option]));
    return `${orderHeader(body)}\n${body.key.map((id) => `\t${orderedThing(byId.get(id)?.text ?? '')}\n`).join('')}`;
  }
  const lines = body.options.map(
    (option) => `\t${markOf(body, option)}${textOf(body, option)}${feedback(option.rationale)}\n`,
  );
  return (body.interaction === 'numericEntry' ? '\n#\n' : '\n') + lines.join('');
}

/**
 * What Moodle reads as an order only: right behind the brace, with the number. why every word of it: of what is left out
 * Moodle looks for a sign in the first of the things, and takes the H of "Hà Nội".
 */
const orderHeader = ({ key }: ItemBody): string => `>${key.length} ALL VERTICAL ABSOLUTE_POSITION SHOW none`;

/** A thing in order. why few signs are escaped: Moodle shows these as they stand. */
const orderedThing = (markdown: string): string =>
  // why the format: a line that begins with // is a comment, and "0" alone is an empty line to Moodle.
  (/^(?:\[(?:html|moodle|plain|markdown)\]|\/\/|0$)/u.test(markdown) ? '[markdown]' : '') +
  markdown.replaceAll(/[\\}]|#(?=###)/gu, (sign) => `\\${sign}`).replaceAll(/\r?\n/gu, '\\n');

function markOf(body: ItemBody, option: ItemOption): string {
  const fraction = fractionOf(body, option);
  if (isTyped(body.interaction)) return `=%${percent(fraction)}%`;
  if (body.interaction === 'choice' && fraction === 1) return '=';
  return fraction === 0 ? '~' : `~%${percent(fraction)}%`;
}

const textOf = ({ interaction }: ItemBody, { text, tolerance }: ItemOption): string => {
  if (interaction === 'numericEntry') return `${text}:${tolerance ?? '0'}`;
  return interaction === 'textEntry' ? escaped(text) : piece(text);
};

function matchLines(body: ItemBody, notes: NoteList): string {
  noteOptionLosses(body, notes);
  const targets = new Map((body.targets ?? []).map(({ id, text }) => [id, text]));
  const pairs = body.key.map((pair) => pair.split('>') as [string, string]);
  const used = new Set(pairs.map(([, target]) => target));
  const lines = body.options.map(({ id, text }) => {
    const target = pairs.find(([option]) => option === id)?.[1] ?? '';
    return [text, targets.get(target) ?? ''] as const;
  });
  const alone = [...targets].filter(([id]) => !used.has(id)).map(([, text]) => ['', text] as const);
  return [...lines, ...alone].map(([left, right]) => `\t=${arrowless(left)} -> ${arrowless(right)}\n`).join('');
}

// why the entity: GIFT has no way to escape an arrow, and Markdown shows it as one.
const arrowless = (markdown: string): string => piece(markdown.replaceAll('->', '-&gt;'));

function noteOptionLosses(body: ItemBody, notes: NoteList): void {
  if (body.options.some(({ rationale }) => rationale)) notes.add('loss', 'option-rationale-dropped');
}
