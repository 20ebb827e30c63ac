import { fold } from '../kernel/text.ts';
import type { Category } from '../units/category.ts';

/** What a column of a clerk's list holds. What is none of these is not read at all, whatever it is. */
export type ColumnKind = 'number' | 'fullName' | 'family' | 'given' | 'birth' | 'position' | 'category' | 'tick';

const HEADS: readonly (readonly [ColumnKind, readonly string[]])[] = [
  ['number', ['stt', 'tt', 'so tt', 'so thu tu', 'thu tu', 'no', 's t t']],
  ['family', ['ho dem', 'ho va dem', 'ho va ten dem', 'ho va chu dem', 'ho va chu lot', 'ho lot', 'ho va lot', 'ho']],
  ['given', ['ten', 'ten goi']],
  [
    'fullName',
    [
      'ho va ten',
      'ho ten',
      'ho, ten',
      'ho va ten khai sinh',
      'ho va ten day du',
      'ten can bo',
      'ten dang vien',
      'full name',
      'name',
    ],
  ],
  [
    'birth',
    ['ngay sinh', 'nam sinh', 'ngay thang nam sinh', 'ngay, thang, nam sinh', 'sinh ngay', 'sinh nam', 'date of birth'],
  ],
  [
    'position',
    ['chuc vu', 'chuc danh', 'nghe nghiep', 'vi tri cong tac', 'vi tri', 'cong viec', 'nhiem vu', 'position'],
  ],
  ['category', ['doi tuong', 'dien', 'thanh phan', 'loai doi tuong', 'nhom doi tuong']],
];

/** Words that make a column one that is never read, even where its head has another known word in it. */
const SENSITIVE =
  /\b(?:cccd|cmnd|cmt|can cuoc|chung minh|dinh danh|ho chieu|so the|ma so|so bhxh|bao hiem|dien thoai|so dt|sdt|dt|di dong|phone|zalo|email|e-mail|thu dien tu|tai khoan|dia chi|noi o|thuong tru|tam tru|que quan|nguyen quan|dan toc|ton giao|luong|ngan hang|suc khoe|nhom mau|mat khau)\b/u;

const CATEGORY_WORDS: readonly (readonly [Category, RegExp])[] = [
  ['official', /\b(?:can bo|cong chuc|vien chuc|cbcc|cbccvc|cb cc|nguoi lao dong)\b/u],
  ['partyMember', /\bdang vien\b/u],
  ['youthUnionMember', /\b(?:doan vien|thanh nien)\b/u],
  ['pupil', /\b(?:hoc sinh|sinh vien|hoc vien|hs|hssv|sv)\b/u],
  ['public', /\b(?:nhan dan|quan chung|nguoi dan|ho dan)\b/u],
];

/** A head as it is compared: folded, without what stands in brackets or behind, without signs at its ends. */
export const plainHead = (head: string): string =>
  fold(head)
    .replaceAll(/\([^)]*\)/gu, ' ')
    .replaceAll(/[^\p{L}\p{N},]+/gu, ' ')
    .replaceAll(/\s*,\s*/gu, ', ')
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/^[\s,]+|[\s,]+$/gu, '');

/** Whether a head names data that a roster must not hold. */
export const isSensitive = (head: string): boolean => SENSITIVE.test(plainHead(head));

/** The categories that a text names; one text may name several. */
export function categoriesIn(text: string): Category[] {
  const plain = plainHead(text);
  return CATEGORY_WORDS.filter(([, words]) => words.test(plain)).map(([category]) => category);
}

/** What a column with this head holds; undefined for one that is not read. */
export function columnKind(head: string): ColumnKind | undefined {
  const plain = plainHead(head);
  if (plain === '' || SENSITIVE.test(plain)) return undefined;
  const exact = HEADS.find(([, names]) => names.includes(plain));
  if (exact) return exact[0];
  if (/^(?:ho va ten|ho ten)\b/u.test(plain) && !/\b(?:cha|me|bo|vo|chong|chu ho|con|chu nhiem)\b/u.test(plain))
    return 'fullName';
  if (/^(?:ngay|nam)\b.*\bsinh\b/u.test(plain) && !/\bnoi\b/u.test(plain)) return 'birth';
  if (/^(?:chuc vu|chuc danh)\b/u.test(plain)) return 'position';
  if (/^doi tuong\b/u.test(plain)) return 'category';
  return categoriesIn(plain).length === 1 && plain.split(' ').length <= 4 ? 'tick' : undefined;
}
