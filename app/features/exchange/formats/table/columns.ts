import { fold } from '#app/domain/kernel/text.ts';

/** What a column of a table of questions holds; option0 to option7 are the lines, why0 to why7 why each is right or wrong. */
export type Role =
  | 'id'
  | 'topic'
  | 'lesson'
  | 'kind'
  | 'difficulty'
  | 'prompt'
  | `option${number}`
  | 'key'
  | 'rationale'
  | `why${number}`
  | 'source'
  | 'page'
  | 'url'
  | 'unit'
  | 'tags'
  | 'contested'
  | 'shuffles'
  | 'name'
  | 'ignored';

export const MOST_LINES = 12;
const LETTERS = 'ABCDEFGHIJKL';

/** How many lines a template offers; a file with more gets more columns. */
export const USUAL_LINES = 8;

/** The heads of a table that we write, in their order. */
export const headsFor = (lines: number): readonly (readonly [Role, string])[] => [
  ['id', 'Mã'],
  ['topic', 'Chuyên đề'],
  ['lesson', 'Bài'],
  ['kind', 'Dạng câu'],
  ['difficulty', 'Độ khó'],
  ['prompt', 'Câu hỏi'],
  ...Array.from({ length: lines }, (_, at): [Role, string] => [`option${at}`, `Phương án ${LETTERS[at] ?? ''}`]),
  ['key', 'Đáp án'],
  ['rationale', 'Lời giải'],
  ...Array.from({ length: lines }, (_, at): [Role, string] => [`why${at}`, `Giải thích ${LETTERS[at] ?? ''}`]),
  ['source', 'Nguồn'],
  ['page', 'Trang'],
  ['url', 'Liên kết'],
  ['unit', 'Đơn vị đo'],
  ['tags', 'Nhãn'],
  ['contested', 'Tranh luận'],
  ['shuffles', 'Trộn'],
  ['name', 'Tên câu'],
];

const EXACT: readonly (readonly [Role, RegExp])[] = [
  ['ignored', /^(?:stt|tt|so thu tu|cau|cau so|so cau|ghi chu|nguoi soan|ngay|diem|nguoi tham dinh)$/u],
  ['id', /^(?:ma|ma cau|ma cau hoi|ma so|id|so hieu)$/u],
  ['topic', /^(?:chuyen de|chu de|ten chuyen de|noi dung chuyen de|topic|linh vuc)$/u],
  ['lesson', /^(?:bai|bai hoc|ten bai|muc|lesson)$/u],
  ['kind', /^(?:dang|dang cau|dang cau hoi|loai|loai cau|loai cau hoi|hinh thuc|kieu cau|kieu cau hoi|type)$/u],
  ['difficulty', /^(?:do kho|muc do|muc do nhan thuc|cap do|muc|difficulty)$/u],
  [
    'rationale',
    /^(?:loi giai|giai thich|loi giai thich|huong dan|huong dan cham|giai thich dap an|ly giai|explanation)$/u,
  ],
  ['source', /^(?:nguon|nguon trich dan|tai lieu|tai lieu tham khao|can cu|trich dan|source)$/u],
  ['page', /^(?:trang|dieu|trang dieu|page)$/u],
  ['url', /^(?:lien ket|duong dan|link|url)$/u],
  ['unit', /^(?:don vi do|don vi tinh)$/u],
  ['tags', /^(?:nhan|the|tu khoa|tags?)$/u],
  ['contested', /^(?:tranh luan|con tranh luan|contested)$/u],
  ['shuffles', /^(?:tron|tron phuong an|dao phuong an)$/u],
  ['name', /^(?:ten cau|ten cau hoi|tieu de|ten)$/u],
];

/** One column that holds all options of a question, a line each. */
const ALL_OPTIONS = /^(?:cac |danh sach )?(?:phuong an|dap an|lua chon|cau tra loi|options)(?: tra loi| lua chon)?$/u;

/** A head as it is compared: without case, marks and signs. */
const bare = (head: string): string =>
  fold(head)
    .replace(/[^a-z0-9/]+/gu, ' ')
    .trim();

/** Whether a head names the options together ("Các phương án") and none of them. */
export const namesAllOptions = (head: string): boolean => ALL_OPTIONS.test(bare(head)) && roleOf(head) === 'option0';

/** What a head means, whatever its case, marks and signs; undefined for one that means nothing to us. */
export function roleOf(head: string): Role | undefined {
  const key = bare(head);
  if (key === '') return undefined;
  const why = /^(?:giai thich|ly do|vi sao)(?: phuong an| dap an| y)? ([a-l]|\d{1,2})$/u.exec(key);
  if (why) return numbered('why', why[1] ?? '');
  const option =
    /^(?:phuong an|p\/?a|pa|lua chon|dap an|d\/?a|cau tra loi|tra loi|y|option|answer)? ?([a-l]|\d{1,2})$/u.exec(key);
  if (option) return numbered('option', option[1] ?? '');
  const exact = EXACT.find(([, pattern]) => pattern.test(key));
  if (exact) return exact[0];
  if (
    /^(?:dap an|d\/a|key|phuong an dung|lua chon dung|cau dung|dap an dung|ket qua|tra loi dung|correct answer|answer)\b/u.test(
      key,
    )
  )
    return 'key';
  if (ALL_OPTIONS.test(key)) return 'option0';
  return /^(?:(?:noi dung )?cau hoi|noi dung|cau hoi va phuong an|question|de bai)\b/u.test(key) ? 'prompt' : undefined;
}

const numbered = (of: 'option' | 'why', sign: string): Role | undefined => {
  const at = /^\d/u.test(sign) ? Number(sign) - 1 : sign.charCodeAt(0) - 0x61;
  return at >= 0 && at < MOST_LINES ? `${of}${at}` : undefined;
};
