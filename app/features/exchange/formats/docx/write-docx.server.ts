import type { FileNote, OutgoingItem, ParsedMedia, WrittenFile } from '#app/domain/exchange/parsed-file.ts';
import { isChosen, TEXT_RULES, type Interaction, type ItemBody, type ItemOption } from '#app/domain/items/item.ts';
import {
  cell,
  line,
  type PrintGrid,
  type PrintLine,
  type PrintNode,
  type TextRun,
} from '#app/platform/print/print-node.ts';
import { toDocx } from '#app/platform/print/to-docx.server.ts';
import { notesAt, type NoteList } from '../shared/notes.ts';
import { isFlattened, labelled, picturesOf, type Pictures } from './word-out.server.ts';

const KIND_WORDS: Readonly<Record<Interaction, string>> = {
  choice: 'Một đáp án',
  multipleChoice: 'Nhiều đáp án',
  trueFalse: 'Đúng sai',
  order: 'Sắp thứ tự',
  match: 'Ghép đôi',
  textEntry: 'Điền từ',
  numericEntry: 'Điền số',
};
const DIFFICULTY_WORDS = { easy: 'Dễ', medium: 'Trung bình', hard: 'Khó' } as const;
const PER_ROW = 10;

/** Writes a Word document that people read and edit, and that is read back by its words alone: nothing in it is hidden. */
export async function writeDocx(
  items: readonly OutgoingItem[],
  media: ReadonlyMap<string, ParsedMedia>,
): Promise<WrittenFile> {
  const losses: FileNote[] = [];
  const nodes: PrintNode[] = [];
  for (const [at, item] of items.entries()) {
    const notes = notesAt({ question: at + 1 });
    const pictures = await picturesOf(item.body, media, notes);
    noteLosses(item.body, notes);
    nodes.push(...questionOf(item, at + 1, pictures));
    losses.push(...notes.notes);
  }
  const bytes = await toDocx({
    title: 'Câu hỏi',
    author: 'Tìm Hiểu',
    nodes: [...nodes, ...keyTable(items)],
    footer: '',
    pageWords: (page, of) => `Trang ${page}/${of}`,
    at: 0,
  });
  return {
    name: 'cau-hoi.docx',
    contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    bytes,
    losses,
  };
}

function noteLosses({ facts, prompt, rationale, options, targets = [], interaction }: ItemBody, notes: NoteList): void {
  if (facts.length > 0) notes.add('loss', 'word-facts-dropped');
  const texts = [prompt, rationale, ...[...options, ...targets].flatMap((one) => [one.text, one.rationale ?? ''])];
  if (texts.some(isFlattened)) notes.add('loss', 'word-markup-flattened');
  if (interaction === 'match' && targets.some((target) => target.rationale))
    notes.add('loss', 'word-rationales-dropped');
}

type Nodes = (PrintLine | PrintGrid)[];
const letterAt = (at: number): string => String.fromCodePoint(0x41 + at);
const text = (words: string, bold = false): TextRun => ({ kind: 'text', text: words, bold });
const percent = (fraction: number): string => `{${String(Math.round(fraction * 1e7) / 1e5).replace('.', ',')}%} `;
const weightOf = ({ fraction }: ItemOption): string => (fraction === undefined ? '' : percent(fraction));

function questionOf({ id, place, body, contested }: OutgoingItem, number: number, pictures: Pictures): Nodes {
  const { source } = body;
  const field = (name: string, said: string | undefined): Nodes => (said ? [line(`${name}: ${said}`)] : []);
  const [first, ...rest] = labelled([text(`Câu ${number}. `, true)], body.prompt, pictures);
  return [
    ...(first?.kind === 'line' ? [{ ...first, above: 10 }] : []),
    ...rest,
    ...field('Dạng câu', kindWords(body)),
    ...optionsOf(body, pictures),
    ...field('Đáp án', keyOf(body)),
    ...body.options.flatMap(({ rationale }, at) =>
      rationale ? labelled([text(`Giải thích ${letterAt(at)}: `)], rationale, pictures) : [],
    ),
    ...(body.rationale === '' ? [] : labelled([text('Giải thích: ')], body.rationale, pictures)),
    ...field('Nguồn', source.title),
    ...field('Trang', source.page),
    ...field('Liên kết', source.url),
    ...field('Mức độ', place.difficulty && DIFFICULTY_WORDS[place.difficulty]),
    ...field('Chuyên đề', place.topic),
    ...field('Bài', place.lesson),
    ...field('Nhãn', place.tags.join(', ')),
    ...field('Mã', id),
    ...field('Đơn vị đo', body.unit),
    ...field('Tranh luận', contested ? 'có' : undefined),
    ...field('Trộn', body.shuffles === undefined ? undefined : body.shuffles ? 'có' : 'không'),
    ...field('Tên câu', body.name),
  ];
}

function kindWords({ interaction, textRules }: ItemBody): string | undefined {
  if (interaction === 'choice') return undefined;
  if (interaction !== 'textEntry' || !textRules) return KIND_WORDS[interaction];
  const { ignoresCase, ignoresMarks } = { ...TEXT_RULES, ...textRules };
  const rules = [
    ignoresCase ? 'không phân biệt hoa thường' : 'phân biệt hoa thường',
    ignoresMarks ? 'không cần dấu' : 'cần đủ dấu',
  ];
  return `${KIND_WORDS.textEntry} (${rules.join('; ')})`;
}

function optionsOf(body: ItemBody, pictures: Pictures): Nodes {
  if (isChosen(body.interaction) || body.interaction === 'order') {
    return body.options.flatMap((option, at) => {
      const isRight = isChosen(body.interaction) && body.key.includes(option.id);
      const [first, ...rest] = labelled(
        [text(`${isRight ? '*' : ''}${letterAt(at)}. `), ...(weightOf(option) ? [text(weightOf(option))] : [])],
        option.text,
        pictures,
        18,
      );
      return first ? [isRight ? bolder(first) : first, ...rest] : rest;
    });
  }
  return body.interaction === 'match' ? pairsOf(body, pictures) : [];
}

const bolder = (node: PrintLine | PrintGrid): PrintLine | PrintGrid =>
  node.kind === 'line'
    ? { ...node, runs: node.runs.map((run) => (run.kind === 'text' ? { ...run, bold: true } : run)) }
    : node;

function pairsOf({ options, targets = [], key }: ItemBody, pictures: Pictures): Nodes {
  const pairs = new Map(key.map((pair) => pair.split('>') as [string, string]));
  const used = new Set(pairs.values());
  const right = (id: string | undefined): string => targets.find((target) => target.id === id)?.text ?? '';
  return [
    ...options.flatMap((option, at) => {
      const left = labelled([text(`${letterAt(at)}. `)], option.text, pictures, 18);
      const [first, ...rest] = labelled([text(' => ')], right(pairs.get(option.id)), pictures, 18);
      const last = left.at(-1);
      if (last?.kind !== 'line' || first?.kind !== 'line') return [...left, ...(first ? [first] : []), ...rest];
      return [...left.slice(0, -1), { ...last, runs: [...last.runs, ...first.runs] }, ...rest];
    }),
    ...targets.filter(({ id }) => !used.has(id)).flatMap((one) => labelled([text('=> ')], one.text, pictures, 18)),
  ];
}

function keyOf(body: ItemBody): string | undefined {
  const { interaction, options, key } = body;
  if (interaction === 'match') return undefined;
  if (interaction === 'textEntry') return options.map((option) => weightOf(option) + option.text).join(' | ');
  if (interaction === 'numericEntry') {
    const comma = (number: string): string => number.replace('.', ',');
    return options
      .map((option) => {
        const away = option.tolerance === undefined ? '' : ` ± ${comma(option.tolerance)}`;
        return `${weightOf(option)}${comma(option.text)}${away}`;
      })
      .join(' | ');
  }
  return lettersOf(options, key);
}

const lettersOf = (options: readonly ItemOption[], key: readonly string[]): string =>
  key
    .map((id) => options.findIndex((option) => option.id === id))
    .filter((at) => at >= 0)
    .map(letterAt)
    .join(', ');

/** The table of answers that contests print at the end: numbers above, letters below. */
function keyTable(items: readonly OutgoingItem[]): PrintNode[] {
  const keys = items
    .map(({ body }, at) => ({ number: String(at + 1), key: lettersOf(body.options, body.key), body }))
    .filter(({ body, key }) => isChosen(body.interaction) && key !== '');
  if (keys.length === 0) return [];
  const columns = Math.min(PER_ROW, keys.length);
  const rows = Array.from({ length: Math.ceil(keys.length / columns) }, (_, block) => {
    const part = Array.from({ length: columns }, (_each, at) => keys[block * columns + at]);
    return [
      part.map((one) => cell(one?.number ?? '', { bold: true, shaded: true, align: 'center' })),
      part.map((one) => cell(one?.key ?? '', { align: 'center' })),
    ];
  }).flat();
  return [
    line('BẢNG ĐÁP ÁN', { bold: true, align: 'center', above: 18, below: 6 }),
    { kind: 'grid', widths: Array<number>(columns).fill(1), rows, ruled: true, headerRows: 0 },
  ];
}
