import { readContestItems } from '#app/features/items/index.server.ts';
import { readFacts, readSources, readTopicFiles } from '#app/features/lessons/index.server.ts';
import { faultLine, type ContentFault } from '#app/platform/content-files.server.ts';
import { contestFaults } from './check-contests.ts';
import { itemFaults, twinFaults } from './check-items.ts';
import { factFaults, topicFaults } from './check-topics.ts';
import type { VerbInput } from './verb.ts';

/** Contest items that a bank needs before papers differ enough from each other. */
const FEWEST_ITEMS = 150;

interface CheckedContent {
  readonly faults: readonly ContentFault[];
  /** What authors should know, and may have meant so. */
  readonly warnings: readonly ContentFault[];
}

/** Reads all of content/ and gives every fault, by file and line; an empty list means that it can be published. */
export const checkContent = (): readonly ContentFault[] => readAll().faults;

function readAll(): CheckedContent {
  const { topics, unreadable, faults: topicFileFaults } = readTopicFiles();
  const { items, faults: itemFileFaults } = readContestItems();
  const { facts, faults: factFileFaults } = readFacts();
  const { sources, faults: sourceFileFaults } = readSources();
  const practice = topics.flatMap((topic) => topic.lessons.flatMap((lesson) => lesson.practice));
  const questions = [...practice, ...items];
  const known = { topics, unreadable, facts, sources };
  const contests = contestFaults(known, questions);
  const faults = [
    ...topicFileFaults,
    ...itemFileFaults,
    ...factFileFaults,
    ...sourceFileFaults,
    ...topicFaults(known),
    ...factFaults(known),
    ...questions.flatMap((item) => itemFaults(item, known)),
    ...twinFaults(questions),
    ...bankFaults(items.length),
    ...contests.faults,
  ];
  return { faults: inOrder(faults), warnings: inOrder(contests.warnings) };
}

const inOrder = (faults: readonly ContentFault[]): ContentFault[] =>
  faults.toSorted((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line));

/** Prints every fault of content/, or what it holds, and what its authors should know. */
export async function runCheckContent({ print }: VerbInput): Promise<boolean> {
  const { faults, warnings } = readAll();
  const heeded = warnings.map((warning) => `Lưu ý: ${faultLine(warning)}\n`).join('');
  if (faults.length > 0) {
    const lines = faults.map(faultLine).join('\n');
    print(`${heeded}${lines}\n\nCó ${faults.length} lỗi cần sửa.`, { ok: false, faults, warnings });
    return false;
  }
  const { topics } = readTopicFiles();
  const lessons = topics.flatMap((topic) => topic.lessons);
  const counts = {
    topics: topics.length,
    lessons: lessons.length,
    practice: lessons.reduce((sum, lesson) => sum + lesson.practice.length, 0),
    items: readContestItems().items.length,
  };
  print(
    `${heeded}Nội dung đạt: ${counts.topics} chuyên đề, ${counts.lessons} bài, ${counts.practice} câu luyện tập, ${counts.items} câu hỏi thi.`,
    { ok: true, ...counts, faults, warnings },
  );
  return true;
}

const bankFaults = (count: number): ContentFault[] =>
  count >= FEWEST_ITEMS
    ? []
    : [{ file: 'items', line: 1, field: '', message: `mới có ${count} câu hỏi thi, cần ít nhất ${FEWEST_ITEMS}` }];
