import type { FileNote, OutgoingItem, ParsedMedia, WrittenFile } from '#app/domain/exchange/parsed-file.ts';
import { shufflesOptions, TEXT_RULES, type ItemBody, type ItemOption } from '#app/domain/items/item.ts';
import { escapeXml, itemXhtml } from '#app/platform/item-xhtml.server.ts';
import { plainText } from '#app/platform/item-markdown.server.ts';
import { TRUE_FALSE_WORDS } from '../shared/bodies.ts';
import { categoryOf } from '../shared/category.server.ts';
import { imageOut, type OutgoingImage } from '../shared/images-out.ts';
import { notesAt, type NoteList } from '../shared/notes.ts';
import { OWN_VOCABULARY, recordOf } from '../shared/own-record.server.ts';
import { fractionOf } from '../shared/weights.ts';

/** Writes Moodle XML, images and all. What Moodle has no words for stands in an element of our own, which it passes over. */
export async function writeMoodle(
  items: readonly OutgoingItem[],
  media: ReadonlyMap<string, ParsedMedia>,
): Promise<WrittenFile> {
  const losses: FileNote[] = [];
  const parts: string[] = [];
  let category: string | undefined;
  items.forEach((item, at) => {
    const notes = notesAt({ question: at + 1 });
    const next = categoryOf(item.place.topic, item.place.lesson);
    if (next !== category) parts.push(categoryXml(next));
    category = next;
    parts.push(questionXml(item, media, notes));
    losses.push(...notes.notes);
  });
  return {
    name: 'cau-hoi.moodle.xml',
    contentType: 'application/xml',
    bytes: Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n${parts.join('')}</quiz>\n`, 'utf8'),
    losses,
  };
}

const categoryXml = (path: string): string =>
  `<question type="category"><category><text>${escapeXml(path)}</text></category></question>\n`;

const TYPES: Readonly<Record<ItemBody['interaction'], string>> = {
  choice: 'multichoice',
  multipleChoice: 'multichoice',
  trueFalse: 'truefalse',
  order: 'ordering',
  match: 'matching',
  textEntry: 'shortanswer',
  numericEntry: 'numerical',
};

/** One question of the file. What Moodle will not show is noted. */
export function questionXml(item: OutgoingItem, media: ReadonlyMap<string, ParsedMedia>, notes: NoteList): string {
  const { body, place, id } = item;
  const html = (name: string, markdown: string, inline = false, more = ''): string =>
    htmlField(name, markdown, { media, notes, inline, more });
  const name = body.name ?? (plainText(body.prompt).slice(0, 80) || id);
  const tags = place.tags.map((tag) => `<tag><text>${escapeXml(tag)}</text></tag>`).join('');
  noteLosses(item, notes);
  return [
    `<question type="${TYPES[body.interaction]}">`,
    `<name><text>${escapeXml(name)}</text></name>`,
    html('questiontext', body.prompt),
    html('generalfeedback', body.rationale),
    '<defaultgrade>1.0000000</defaultgrade>',
    '<penalty>0.3333333</penalty>',
    '<hidden>0</hidden>',
    `<idnumber>${escapeXml(id)}</idnumber>`,
    ...kindLines(body, html, notes),
    ...(tags === '' ? [] : [`<tags>${tags}</tags>`]),
    `<timhieu xmlns="${OWN_VOCABULARY}">${escapeXml(recordOf(item))}</timhieu>`,
    '</question>\n',
  ].join('\n');
}

interface FieldOptions {
  readonly media: ReadonlyMap<string, ParsedMedia>;
  readonly notes: NoteList;
  readonly inline: boolean;
  /** Attributes and what stands behind the text. */
  readonly more: string;
}

function htmlField(element: string, markdown: string, { media, notes, inline, more }: FieldOptions): string {
  const images: OutgoingImage[] = [];
  const html = itemXhtml(markdown, {
    inline,
    image: (id) => {
      const image = imageOut(id, media);
      if (!image) notes.add('loss', 'image-missing', { name: id.slice(0, 12) });
      else if (!images.some((known) => known.id === id)) images.push(image);
      return image && `@@PLUGINFILE@@/${image.name}`;
    },
  });
  const files = images.map(
    ({ name, bytes }) =>
      `<file name="${name}" path="/" encoding="base64">${Buffer.from(bytes).toString('base64')}</file>`,
  );
  const [name = element] = element.split(' ', 1);
  return `<${element} format="html"><text>${escapeXml(html)}</text>${files.join('')}${more}</${name}>`;
}

type Html = (name: string, markdown: string, inline?: boolean, more?: string) => string;

const percent = (fraction: number): string => String(Math.round(fraction * 1e7) / 1e5);

function kindLines(body: ItemBody, html: Html, notes: NoteList): string[] {
  const shuffles = `<shuffleanswers>${shufflesOptions(body)}</shuffleanswers>`;
  const feedback = ({ rationale }: ItemOption): string => html('feedback', rationale ?? '', true);
  const weight = (option: ItemOption): string => percent(fractionOf(body, option));
  const chosen = (): string[] =>
    body.options.map((option) => html(`answer fraction="${weight(option)}"`, option.text, true, feedback(option)));
  const typed = (more: (option: ItemOption) => string): string[] =>
    body.options.map(
      (option) =>
        `<answer fraction="${weight(option)}" format="plain_text"><text>${escapeXml(option.text)}</text>${feedback(option)}${more(option)}</answer>`,
    );
  switch (body.interaction) {
    case 'choice':
    case 'multipleChoice':
      return [
        `<single>${body.interaction === 'choice'}</single>`,
        shuffles,
        '<answernumbering>abc</answernumbering>',
        ...chosen(),
      ];
    case 'trueFalse':
      return trueFalseLines(body, feedback);
    case 'textEntry':
      return [`<usecase>${(body.textRules ?? TEXT_RULES).ignoresCase ? 0 : 1}</usecase>`, ...typed(() => '')];
    case 'numericEntry':
      return [...typed(({ tolerance }) => `<tolerance>${tolerance ?? '0'}</tolerance>`), ...unitLines(body.unit)];
    case 'match':
      return [shuffles, ...matchLines(body, html, notes)];
    case 'order':
      return orderLines(body, html);
  }
}

const trueFalseLines = (body: ItemBody, feedback: (option: ItemOption) => string): string[] =>
  body.options.slice(0, 2).map((option, at) => {
    const fraction = body.key.includes(option.id) ? 100 : 0;
    const text = at === 0 ? 'true' : 'false';
    return `<answer fraction="${fraction}" format="moodle_auto_format"><text>${text}</text>${feedback(option)}</answer>`;
  });

const unitLines = (unit: string | undefined): string[] =>
  unit
    ? [
        `<units><unit><multiplier>1</multiplier><unit_name>${escapeXml(unit)}</unit_name></unit></units>`,
        '<showunits>0</showunits>',
      ]
    : [];

function matchLines(body: ItemBody, html: Html, notes: NoteList): string[] {
  const targets = body.targets ?? [];
  const pairs = new Map(body.key.map((pair) => pair.split('>') as [string, string]));
  if (targets.some(({ text }) => plainText(text) !== text)) notes.add('loss', 'formatting-dropped');
  const pair = (left: string, right: string): string =>
    html('subquestion', left, true, `<answer><text>${escapeXml(plainText(right))}</text></answer>`);
  const used = new Set(pairs.values());
  return [
    ...body.options.map(({ id, text }) =>
      pair(text, targets.find((target) => target.id === pairs.get(id))?.text ?? ''),
    ),
    ...targets.filter(({ id }) => !used.has(id)).map(({ text }) => pair('', text)),
  ];
}

function orderLines(body: ItemBody, html: Html): string[] {
  const byId = new Map(body.options.map((option) => [option.id, option]));
  return [
    '<layouttype>VERTICAL</layouttype>',
    '<selecttype>ALL</selecttype>',
    '<selectcount>0</selectcount>',
    '<gradingtype>ABSOLUTE_POSITION</gradingtype>',
    '<showgrading>SHOW</showgrading>',
    ...body.key.map((id, at) => html(`answer fraction="${at + 1}.0000000"`, byId.get(id)?.text ?? '', true)),
  ];
}

/** What the record keeps for the bank, and Moodle itself does not know. */
function noteLosses({ body }: OutgoingItem, notes: NoteList): void {
  const isPlain =
    body.interaction !== 'trueFalse' || body.options.every(({ text }, at) => text === TRUE_FALSE_WORDS[at]);
  if (!isPlain) notes.add('loss', 'true-false-words');
  if (body.textRules?.ignoresMarks) notes.add('loss', 'marks-rule-dropped');
  const isList = body.interaction === 'match' || body.interaction === 'order';
  if (isList && body.options.some(({ rationale }) => rationale)) notes.add('loss', 'option-rationale-dropped');
}
