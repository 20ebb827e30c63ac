const QUESTION =
  /^\s*(?:câu(?:\s+hỏi)?(?:\s+số)?|question)\s*(\d{1,4})\s*((?:[([][^)\]]{1,40}[)\]]\s*)*)([.:)\-–—/]\s*|(?=\s*$)|(?=\s+\p{Lu}))/iu;
const NUMBERED = /^\s*(\d{1,4})\s*[.)]\s*(?!\d)/u;

export interface QuestionStart {
  readonly number: number;
  /** How long the start is; the prompt stands behind it. */
  readonly length: number;
  /** What stood in brackets: "[Dễ]", "(NB)". */
  readonly tags: string;
  readonly isNamed: boolean;
}

/** "Câu 1.", "Câu hỏi 1:", "1.", "1)" at the beginning of a line. */
export function questionStart(text: string): QuestionStart | undefined {
  const named = QUESTION.exec(text);
  // why: the ending of "Câu 1 Và" is asked in any case of letters only because the whole pattern is.
  if (named && !(named[3] === '' && /^\s*\p{Ll}/u.test(text.slice(named[0].length)))) {
    return { number: Number(named[1]), length: named[0].length, tags: named[2] ?? '', isNamed: true };
  }
  const numbered = NUMBERED.exec(text);
  return numbered ? { number: Number(numbered[1]), length: numbered[0].length, tags: '', isNamed: false } : undefined;
}

export const OPTION =
  /^\s*(\*|\(\*\)|\[x\])?\s*(?:\(([A-Ha-h])\)|\[([A-Ha-h])\]|([A-Ha-h])\s*(\*)?\s*(?:[.):/]|,(?=\s+(?![A-Ha-h](?!\p{L}))))\*?)\s*/u;

/** The letter that a line begins with as an option, in capitals. */
export function optionStart(text: string): { letter: string; length: number; isStarred: boolean } | undefined {
  const found = OPTION.exec(text);
  if (!found) return undefined;
  const letter = (found[2] ?? found[3] ?? found[4] ?? '').toUpperCase();
  return { letter, length: found[0].length, isStarred: found[0].includes('*') || /\[x\]/iu.test(found[0]) };
}

export type FieldName =
  | 'key'
  | 'rationale'
  | 'optionRationale'
  | 'source'
  | 'page'
  | 'url'
  | 'difficulty'
  | 'topic'
  | 'lesson'
  | 'tags'
  | 'id'
  | 'kind'
  | 'unit'
  | 'contested'
  | 'shuffles'
  | 'name';

const FIELDS: readonly (readonly [FieldName, RegExp])[] = [
  [
    'key',
    /^\s*(?:=>|⇒|→|>>)?\s*(?:(?:đáp\s*án|đ\/a|đa|trả lời|answer|key)(?:\s*đúng)?(?:\s*là)?\s*[:：.]|(?:chọn|đáp\s*án)(?:\s*(?:đáp\s*án|phương\s*án|câu|đúng|là))*\s*:?\s*(?=[A-H](?:\s*[.,;]|\s*$)))\s*/iu,
  ],
  ['optionRationale', /^\s*giải\s*thích\s+([A-H])\s*:\s*/iu],
  ['rationale', /^\s*(?:giải\s*thích|lời\s*giải|hướng\s*dẫn(?:\s*giải)?|explanation)(?:\s*chi\s*tiết)?\s*:\s*/iu],
  ['source', /^\s*(?:nguồn|trích|tài\s*liệu|xuất\s*xứ|source)\s*:\s*/iu],
  ['page', /^\s*(?:trang|tr\.|mục|page)\s*:\s*/iu],
  ['url', /^\s*(?:liên\s*kết|link|url)\s*:\s*/iu],
  ['difficulty', /^\s*(?:mức(?:\s*độ)?|độ\s*khó)(?:\s*nhận\s*thức)?\s*:\s*/iu],
  ['topic', /^\s*(?:chuyên\s*đề|chủ\s*đề)\s*:\s*/iu],
  ['lesson', /^\s*bài(?:\s*học)?\s*:\s*/iu],
  ['tags', /^\s*(?:nhãn|thẻ)\s*:\s*/iu],
  ['id', /^\s*mã(?:\s*câu(?:\s*hỏi)?)?\s*:\s*/iu],
  ['kind', /^\s*(?:dạng|loại|kiểu)\s*câu(?:\s*hỏi)?\s*:\s*/iu],
  ['unit', /^\s*đơn\s*vị(?:\s*đo)?\s*:\s*/iu],
  ['contested', /^\s*tranh\s*luận\s*:\s*/iu],
  ['shuffles', /^\s*trộn\s*:\s*/iu],
  ['name', /^\s*tên\s*câu(?:\s*hỏi)?\s*:\s*/iu],
];

export interface FieldStart {
  readonly name: FieldName;
  readonly length: number;
  /** Of "Giải thích A:". */
  readonly letter: string;
}

/** A line that says something of its question: "Đáp án: B". */
export function fieldStart(text: string): FieldStart | undefined {
  for (const [name, pattern] of FIELDS) {
    const found = pattern.exec(text);
    if (found) return { name, length: found[0].length, letter: (found[1] ?? '').toUpperCase() };
  }
  return undefined;
}

/** Places within a line where a field begins that people write behind another. */
export const INNER_FIELD =
  /(?<=[.;!?|\t]|\s{2}|\s)(?=(?:đáp\s*án(?:\s*đúng)?|giải\s*thích(?:\s+[A-H])?|lời\s*giải|nguồn|mức\s*độ)\s*:)/giu;

export const KEY_SECTION =
  /^\s*(?:[IVX\d]+\s*[.)]\s*)?(?:bảng\s+(?:đáp\s*án|trả\s*lời)|đáp\s*án|hướng\s*dẫn\s*chấm|phần\s+đáp\s*án)(?:\s+(?:và|đề|môn|phần|chi tiết|tham khảo|thang)(?![\p{L}\d])[^:]*)?\s*:?\s*$/iu;
export const HEADING =
  /^\s*(?:phần\s+(?:[IVX]+|\d+|thứ\s+\p{L}+)|chuyên\s*đề\s+(?:[IVX]+|\d+)|chương\s+(?:[IVX]+|\d+)|chuyên\s*đề)\s*[.:\-–—]?\s*/iu;

/** "II. TỰ LUẬN" in capitals, a rule, the end of a paper: they part, and belong to no question. */
export const PARTING =
  /^\s*(?:[IVX]+\s*[.):]\s+\p{Lu}{2}[^\p{Ll}?]*(?:\([^)]*\))?\s*$|[-–—_=*.\s]{4,}$|[-–—_=*.\s]*HẾT[-–—_=*.\s]*$)/u;
/** "Đọc đoạn sau và trả lời câu 3 đến câu 5": a text of several questions. */
export const SHARED_TEXT = /^\s*(?:đọc|dựa vào|quan sát|sử dụng)\b.{0,200}(?:trả lời|làm|cho)\s+(?:các\s+)?câu/iu;

const PAIR =
  /(?:câu\s*)?(\d{1,4})\s*[.:)\-–—=/]?\s*([A-H](?:\s*[,;+&]\s*[A-H](?![\p{L}\d]))*|đúng|sai)(?![\p{L}\d])/giu;

/** "1.A 2.B", "1-A; 2-C", "Câu 1: A": nothing else may stand in the line. */
export function keyPairs(text: string): (readonly [number, string])[] {
  const found = Array.from(text.matchAll(PAIR), ([, number, key = '']) => [Number(number), key] as const);
  const rest = text.replaceAll(PAIR, '').replaceAll(/[\s.,;:|()\-–—/]+/gu, '');
  return rest === '' ? found : [];
}

/** Letters of a key: "A, C", "B.", "AC". */
function keyLetters(written: string): string[] | undefined {
  const [whole] =
    /^[\s(*]*(?:[A-H]{1,8}|[a-h])(?:(?:\s*[,;+&]\s*|\s+và\s+|\s+)[A-Ha-h](?![\p{L}\d]))*(?![\p{L}\d])/u.exec(written) ??
    [];
  if (whole === undefined) return undefined;
  return Array.from(whole.replaceAll('và', '').matchAll(/[A-Ha-h]/gu), ([letter]) => letter.toUpperCase());
}

/** Letters of a key that is written, or undefined where it is no letters. */
export const lettersOf = (written: string, count: number): string[] | undefined => {
  const letters = keyLetters(written);
  const last = String.fromCodePoint(64 + count);
  return letters?.every((letter) => letter <= last) ? [...new Set(letters)] : undefined;
};
