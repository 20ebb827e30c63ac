import type { Source } from '#app/domain/lessons/lesson.ts';
import { checkItem } from '#app/domain/items/check-item.ts';
import type { ItemFinding, ItemFindingCode } from '#app/domain/items/finding.ts';
import { fold } from '#app/domain/kernel/text.ts';
import type { AuthoredItem } from '#app/features/items/index.server.ts';
import { isCitable, type AuthoredTopic, type Fact } from '#app/features/lessons/index.server.ts';
import { fieldName, type ContentFault, type FieldPath } from '#app/platform/content-files.server.ts';

/** What the rest of content/ holds, to look things up in. */
export interface Known {
  readonly topics: readonly AuthoredTopic[];
  /** What exists but could not be read; it has its own fault, and nothing else is blamed for it. */
  readonly unreadable: ReadonlySet<string>;
  readonly facts: ReadonlyMap<string, Fact>;
  readonly sources: ReadonlyMap<string, Source>;
}

/** Warnings that content/ does without: whoever writes for everybody can mend them before anybody reads them. */
const STRICT: ReadonlySet<ItemFindingCode> = new Set(['no-rationale', 'all-of-the-above', 'too-few-options']);

/** What is said of a finding of content/; sentences of those that its format cannot have are short. */
const SENTENCES: Readonly<Partial<Record<ItemFindingCode, string>>> = {
  'no-prompt': 'chưa có lời hỏi',
  'broken-image': 'hình không có trong ngân hàng câu hỏi',
  'image-without-alt': 'hình chưa có lời mô tả',
  'no-key': 'chưa có phương án nào đánh dấu correct: true',
  'too-many-keys': 'loại câu này chỉ có một đáp án đúng',
  'too-few-keys': 'câu chọn nhiều phải có ít nhất hai đáp án đúng',
  'key-not-an-option': 'đáp án không nằm trong các phương án',
  'too-few-options': 'chưa đủ phương án',
  'empty-option': 'có phương án còn trống',
  'duplicate-options': 'có hai phương án giống nhau',
  'all-options-are-keys': 'phương án nào cũng đúng thì không còn gì để chọn',
  'all-of-the-above': 'không dùng phương án kiểu “tất cả các đáp án trên”',
  'no-rationale': 'chưa có lời giải thích',
  'no-source': 'chưa có nguồn',
  'source-address': 'địa chỉ của nguồn phải bắt đầu bằng http:// hoặc https://',
};

const isRefused = ({ code, level }: ItemFinding): boolean => level === 'error' || STRICT.has(code);

const ofFinding = (item: AuthoredItem, { code, field }: ItemFinding): ContentFault =>
  faultAt(item, [field === 'place' ? 'lesson' : field], SENTENCES[code] ?? code);

const faultAt = (item: AuthoredItem, field: FieldPath, message: string): ContentFault => ({
  file: item.file,
  line: item.lineOf(field),
  field: `${item.id}.${fieldName(field)}`,
  message,
});

/** What is wrong with one question: by itself, and against the facts, topics and lessons. */
export function itemFaults(item: AuthoredItem, known: Known): ContentFault[] {
  const { body } = item;
  const faults = checkItem(body, item.place)
    .filter(isRefused)
    .map((finding) => ofFinding(item, finding));
  if (body.facts.length === 0) faults.push(faultAt(item, ['facts'], 'chưa dẫn dữ kiện nào'));
  if (body.interaction === 'trueFalse' && body.options.map((option) => option.text).join('/') !== 'Đúng/Sai') {
    faults.push(faultAt(item, ['options'], 'câu đúng sai phải có đúng hai phương án “Đúng” và “Sai”, theo thứ tự đó'));
  }
  body.facts.forEach((id, index) => {
    const fact = known.facts.get(id);
    if (!fact) faults.push(faultAt(item, ['facts', index], `không có dữ kiện ${id}`));
    else if (!isCitable(fact)) {
      faults.push(faultAt(item, ['facts', index], `dữ kiện ${id} còn tranh luận hoặc nguồn yếu, không được hỏi`));
    }
  });
  return [...faults, ...placeFaults(item, known)];
}

function placeFaults(item: AuthoredItem, known: Known): ContentFault[] {
  const { topicSlug, lessonSlug } = item.place;
  const topic = known.topics.find((each) => each.slug === topicSlug);
  if (known.unreadable.has(topicSlug)) return [];
  if (!topic) return [faultAt(item, ['id'], `không có chuyên đề ${topicSlug}`)];
  const faults: ContentFault[] = [];
  const isLesson =
    topic.lessons.some((lesson) => lesson.slug === lessonSlug) || known.unreadable.has(`${topicSlug}/${lessonSlug}`);
  if (!isLesson) {
    faults.push(faultAt(item, ['lesson'], `chuyên đề này không có bài ${lessonSlug}`));
  }
  if (!item.id.startsWith(`${topic.data.year}-`)) {
    faults.push(faultAt(item, ['id'], `mã phải bắt đầu bằng năm của chuyên đề, ${topic.data.year}-`));
  }
  return faults;
}

/** Questions that share an id or ask the same thing in the same words. */
export function twinFaults(items: readonly AuthoredItem[]): ContentFault[] {
  const byId = new Map<string, AuthoredItem>();
  const byPrompt = new Map<string, AuthoredItem>();
  return items.flatMap((item) => {
    const faults: ContentFault[] = [];
    const prompt = fold(item.body.prompt).replace(/[^\p{L}\p{N} ]/gu, '');
    const sameId = byId.get(item.id);
    const samePrompt = byPrompt.get(prompt);
    if (sameId) faults.push(faultAt(item, ['id'], `mã này đã dùng ở content/${sameId.file}:${sameId.lineOf(['id'])}`));
    if (samePrompt) {
      faults.push(
        faultAt(
          item,
          ['prompt'],
          `trùng câu hỏi ${samePrompt.id} ở content/${samePrompt.file}:${samePrompt.lineOf(['prompt'])}`,
        ),
      );
    }
    byId.set(item.id, item);
    byPrompt.set(prompt, item);
    return faults;
  });
}
