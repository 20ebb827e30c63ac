import { readContestFiles } from '#app/features/contests/index.server.ts';
import { readContestItems } from '#app/features/items/index.server.ts';
import { readFacts, readSources, readTopicFiles } from '#app/features/lessons/index.server.ts';
import { readUnitFiles } from '#app/features/units/index.server.ts';
import { ContentError, faultLine, type ContentFault } from '#app/platform/content-files.server.ts';
import { itemFaults, twinFaults } from './check-items.ts';
import { contestFaults, factFaults, topicFaults } from './check-topics.ts';
import type { VerbInput } from './verb.ts';

/** Contest items that a bank needs before papers differ enough from each other. */
const FEWEST_ITEMS = 150;

/** Reads all of content/ and gives every fault, by file and line; an empty list means that it can be published. */
export function checkContent(): ContentFault[] {
  const { topics, unreadable, faults: topicFileFaults } = readTopicFiles();
  const { items, faults: itemFileFaults } = readContestItems();
  const { facts, faults: factFileFaults } = readFacts();
  const { sources, faults: sourceFileFaults } = readSources();
  const practice = topics.flatMap((topic) => topic.lessons.flatMap((lesson) => lesson.practice));
  const questions = [...practice, ...items];
  const known = { topics, unreadable, facts, sources };
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
    ...faultsOf(readUnitFiles),
    ...faultsOf(() => contestFaults(readContestFiles(), items)),
  ];
  return faults.toSorted((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line));
}

/** Prints every fault of content/, or what it holds. */
export async function runCheckContent({ print }: VerbInput): Promise<boolean> {
  const faults = checkContent();
  if (faults.length > 0) {
    print(`${faults.map(faultLine).join('\n')}\n\nCó ${faults.length} lỗi cần sửa.`, { ok: false, faults });
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
    `Nội dung đạt: ${counts.topics} chuyên đề, ${counts.lessons} bài, ${counts.practice} câu luyện tập, ${counts.items} câu hỏi thi.`,
    { ok: true, ...counts, faults },
  );
  return true;
}

const bankFaults = (count: number): ContentFault[] =>
  count >= FEWEST_ITEMS
    ? []
    : [{ file: 'items', line: 1, field: '', message: `mới có ${count} câu hỏi thi, cần ít nhất ${FEWEST_ITEMS}` }];

/** The faults that a reader throws or gives. */
function faultsOf(read: () => unknown): readonly ContentFault[] {
  try {
    const result = read();
    return Array.isArray(result) ? (result as ContentFault[]) : [];
  } catch (error) {
    if (error instanceof ContentError) return error.faults;
    throw error;
  }
}
