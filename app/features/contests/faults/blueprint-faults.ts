import type { Quota } from '#app/domain/contests/contest.ts';
import { isChosen } from '#app/domain/items/item.ts';
import { matchesQuota, poolFor, PRACTICE_TAG, type PoolItem } from '#app/domain/contests/draw-form.ts';
import { lineShortfalls } from '#app/domain/contests/line-shortfalls.ts';
import type { ContestFile, RoundFile } from '../contest.schema.ts';
import { error, type DescriptionFault, type KnownContent } from './description-fault.ts';

const DIFFICULTIES = { easy: 'dễ', medium: 'trung bình', hard: 'khó' } as const;
const INTERACTIONS = {
  choice: 'một đáp án',
  multipleChoice: 'nhiều đáp án',
  trueFalse: 'đúng hay sai',
  order: 'sắp xếp',
  match: 'ghép đôi',
  textEntry: 'điền từ',
  numericEntry: 'điền số',
} as const;

/** What is wrong with the papers: names that nothing has, lines that the bank cannot fill, options that are too few. */
export const blueprintFaults = (file: ContestFile, known: KnownContent): DescriptionFault[] =>
  file.rounds.flatMap((round, index) => {
    const unknown = unknownFaults(round, index, known);
    const named = new Set(unknown.map(({ path }) => lineKey(path)));
    // why: a line that names what does not exist is short of everything, and one fault says it.
    const short = shortfallFaults(round, index, known).filter(({ path }) => !named.has(lineKey(path)));
    return [...unknown, ...short, ...optionFaults(round, index, known.pool)];
  });

const pathOf = (round: number, section: number, line: number): (string | number)[] => [
  'rounds',
  round,
  'blueprint',
  'sections',
  section,
  'quotas',
  line,
];

const lineKey = (path: DescriptionFault['path']): string => path.slice(0, 7).join('/');

function unknownFaults({ blueprint, kind }: RoundFile, round: number, known: KnownContent): DescriptionFault[] {
  const tags = new Set(known.pool.flatMap((item) => item.tags));
  return blueprint.sections.flatMap(({ quotas }, section) =>
    quotas.flatMap((quota, line) => {
      const fault = unknownIn(quota, known, tags, kind);
      return fault ? error([...pathOf(round, section, line), fault.field], fault.message) : [];
    }),
  );
}

function unknownIn(
  { topic, lesson, tag }: Quota,
  { topics }: KnownContent,
  tags: ReadonlySet<string>,
  kind: RoundFile['kind'],
): { field: keyof Quota; message: string } | undefined {
  if (topic !== undefined && !topics.has(topic)) {
    return { field: 'topic', message: `Không có chuyên đề “${topic}”. Hãy chọn một chuyên đề đang có.` };
  }
  const lessons = topic === undefined ? [...topics.values()] : [topics.get(topic)];
  if (lesson !== undefined && !lessons.some((each) => each?.lessons.has(lesson))) {
    const where = topic === undefined ? '' : ` trong chuyên đề “${topics.get(topic)?.title}”`;
    return { field: 'lesson', message: `Không có bài “${lesson}”${where}. Hãy chọn một bài đang có.` };
  }
  if (tag === PRACTICE_TAG && kind === 'contest') {
    const message = `Câu mang thẻ “${PRACTICE_TAG}” chỉ dành cho vòng luyện tập vì đáp án được xem ngay. Hãy chọn thẻ khác.`;
    return { field: 'tag', message };
  }
  if (tag !== undefined && !tags.has(tag)) {
    return { field: 'tag', message: `Không có câu hỏi nào mang thẻ “${tag}”. Hãy chọn một thẻ đang dùng.` };
  }
  return undefined;
}

function shortfallFaults(
  { number, kind, blueprint }: RoundFile,
  round: number,
  known: KnownContent,
): DescriptionFault[] {
  return lineShortfalls(blueprint, known.pool, kind).map(({ section, line, quota, has, left }) => {
    const where = `Vòng ${number}, phần ${section + 1}, dòng ${line + 1} cần ${wantedOf(quota, known)}`;
    const bank = kind === 'practice' ? 'ngân hàng câu luyện tập' : 'ngân hàng';
    const message =
      has < quota.count
        ? `${where}, ${bank} chỉ có ${has}. Hãy giảm số câu, hoặc nới điều kiện của dòng.`
        : `${where}, ${bank} có ${has} nhưng các dòng trên cũng cần những câu ấy, chỉ còn ${left}. Hãy giảm số câu, hoặc nới điều kiện của dòng.`;
    return error([...pathOf(round, section, line), 'count'], message);
  });
}

/** "5 câu khó, loại nhiều đáp án, của chuyên đề “…”". */
function wantedOf({ count, topic, lesson, difficulty, tag, interaction }: Quota, { topics }: KnownContent): string {
  const known = topic === undefined ? undefined : topics.get(topic);
  const parts = [
    `${count} câu${difficulty === undefined ? '' : ` ${DIFFICULTIES[difficulty]}`}`,
    interaction === undefined ? '' : `loại ${INTERACTIONS[interaction]}`,
    lesson === undefined ? '' : `của bài “${known?.lessons.get(lesson) ?? lesson}”`,
    topic === undefined ? '' : `của chuyên đề “${known?.title ?? topic}”`,
    tag === undefined ? '' : `mang thẻ “${tag}”`,
  ];
  return parts.filter((part) => part !== '').join(' ');
}

/** All right options of an item are shown, and at least one other: fewer cannot be promised. */
function optionFaults(
  { number, kind, blueprint }: RoundFile,
  round: number,
  pool: readonly PoolItem[],
): DescriptionFault[] {
  const { optionsShown, sections } = blueprint;
  if (optionsShown === undefined) return [];
  const quotas = sections.flatMap((section) => section.quotas);
  const drawn = poolFor(pool, kind).filter(
    (item) => isChosen(item.interaction) && quotas.some((quota) => matchesQuota(item, quota)),
  );
  const needed = Math.max(0, ...drawn.map((item) => item.keys.length + 1));
  if (optionsShown >= needed) return [];
  const message = `Vòng ${number} chỉ hiện ${optionsShown} phương án, nhưng có câu có ${needed - 1} đáp án đúng nên phải hiện ít nhất ${needed}. Hãy tăng số phương án, hoặc chỉ lấy loại câu một đáp án.`;
  return [error(['rounds', round, 'blueprint', 'optionsShown'], message)];
}
