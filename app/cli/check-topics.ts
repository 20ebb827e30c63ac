import { countWords, type AuthoredLesson, type AuthoredTopic } from '#app/features/lessons/index.server.ts';
import type { ContentFault } from '#app/platform/content-files.server.ts';
import type { Known } from './check-items.ts';

const FEWEST_LESSONS = 4;
const WORDS = { least: 500, most: 900 };
const PRACTICE = { least: 3, most: 5 };

/** What is wrong with topics and lessons: counts, lengths, and what they refer to. */
export function topicFaults({ topics, facts, sources }: Known): ContentFault[] {
  return topics.flatMap((topic) => [
    ...shapeFaults(topic),
    ...missing(topic, 'sources', topic.data.sources, sources),
    ...topic.lessons.flatMap((lesson) => [
      ...lessonFaults(lesson),
      ...missing(lesson, 'sources', lesson.data.sources, sources),
      ...missing(lesson, 'facts', lesson.data.facts, facts),
    ]),
  ]);
}

/** Facts that name a source that does not exist. */
export const factFaults = ({ facts, sources }: Known): ContentFault[] =>
  [...facts.values()].flatMap((fact) =>
    missing({ file: fact.file, lineOf: () => fact.line }, 'sources', fact.sources, sources).map((fault) => ({
      ...fault,
      field: `${fact.id}.${fault.field}`,
    })),
  );

function missing(
  at: Pick<AuthoredLesson, 'file' | 'lineOf'>,
  field: 'facts' | 'sources',
  keys: readonly string[],
  known: ReadonlyMap<string, unknown>,
): ContentFault[] {
  const what = field === 'facts' ? 'dữ kiện' : 'nguồn';
  return keys.flatMap((key, index) =>
    known.has(key)
      ? []
      : [
          {
            file: at.file,
            line: at.lineOf([field, index]),
            field: `${field}[${index}]`,
            message: `không có ${what} ${key}`,
          },
        ],
  );
}

function shapeFaults({ file, slug, data, lessons, lineOf }: AuthoredTopic): ContentFault[] {
  const faults: ContentFault[] = [];
  if (lessons.length < FEWEST_LESSONS) {
    faults.push({
      file,
      line: 1,
      field: '',
      message: `chuyên đề có ${lessons.length} bài, cần ít nhất ${FEWEST_LESSONS}`,
    });
  }
  if (!slug.startsWith(`${data.year}-`)) {
    faults.push({
      file,
      line: lineOf(['year']),
      field: 'year',
      message: `thư mục ${slug} phải bắt đầu bằng năm ${data.year}-`,
    });
  }
  return faults;
}

function lessonFaults({ file, body, bodyLine, practice, practiceFile }: AuthoredLesson): ContentFault[] {
  const faults: ContentFault[] = [];
  const words = countWords(body);
  if (words < WORDS.least || words > WORDS.most) {
    faults.push({
      file,
      line: bodyLine,
      field: 'body',
      message: `bài có ${words} chữ, cần từ ${WORDS.least} đến ${WORDS.most}`,
    });
  }
  if (practice.length < PRACTICE.least || practice.length > PRACTICE.most) {
    const message = `có ${practice.length} câu luyện tập, cần từ ${PRACTICE.least} đến ${PRACTICE.most}`;
    faults.push({ file: practiceFile, line: 1, field: '', message });
  }
  body.split('\n').forEach((text, index) => {
    const message = markdownFault(text);
    if (message) faults.push({ file, line: bodyLine + index, field: 'body', message });
  });
  return faults;
}

function markdownFault(line: string): string | undefined {
  if (/^(#|#{4,6})\s/u.test(line)) return 'chỉ dùng tiêu đề ## và ###';
  if (/!\[/u.test(line)) return 'bài học không chứa hình';
  if (/<\/?[a-z][^>]*>/iu.test(line)) return 'bài học không chứa HTML';
  return undefined;
}
