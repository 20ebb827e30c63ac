import { fold } from '#app/domain/kernel/text.ts';
import type { RawQuestion } from '../clerk/raw-question.ts';

/** "Câu 12.", "Câu hỏi 3:", "12.", "12)": the number and how long the words are. */
export function questionStart(
  text: string,
): { readonly number: number; readonly length: number; readonly isNamed: boolean } | undefined {
  const named = /^(?:c[âa]u(?:\s+h[ỏo]i)?(?:\s+s[ốo])?)\s*(\d{1,5})\s*[.:)\-–—]*\s*/iu.exec(text);
  if (named) return { number: Number(named[1]), length: named[0].length, isNamed: true };
  const plain = /^(\d{1,5})\s*[.)]\s+(?=\S)/u.exec(text);
  return plain ? { number: Number(plain[1]), length: plain[0].length, isNamed: false } : undefined;
}

/** "A. ", "*B) ", "c. ": which option, whether starred, and how long the words are. */
export function optionStart(
  text: string,
): { readonly place: number; readonly length: number; readonly isStarred: boolean } | undefined {
  const found = /^(\*?)\s*(?:\[?\s*)([A-La-l])\s*(\*?)\s*(?:[.)\]:]|\/)(?!\p{L}\.)\s*(\*?)\s*/u.exec(text);
  if (!found) return undefined;
  const [all, before, letter = 'A', middle, behind] = found;
  return {
    place: letter.toUpperCase().charCodeAt(0) - 0x41,
    length: all.length,
    isStarred: before !== '' || middle !== '' || behind !== '',
  };
}

type Field = Exclude<keyof RawQuestion, 'at' | 'lines' | 'prompt'>;

const FIELDS: readonly (readonly [Field, RegExp])[] = [
  [
    'key',
    /^(?:dap an(?: dung)?|d\/a|cau tra loi(?: dung)?|tra loi|chon(?: dap an| phuong an| cau)?|key|answer)\s*[:.]\s*/u,
  ],
  ['key', /^chon(?: dap an| phuong an| cau)?\s+(?=[a-l](?:\s*[,;]\s*[a-l])*\s*\.?$)/u],
  ['rationale', /^(?:giai thich|loi giai(?: thich)?|huong dan(?: giai| cham)?|ly giai|vi)\s*:\s*/u],
  ['source', /^(?:nguon(?: trich dan)?|can cu|trich dan|tai lieu(?: tham khao)?|theo nguon)\s*:\s*/u],
  ['page', /^trang\s*:\s*/u],
  ['url', /^(?:lien ket|duong dan|link)\s*:\s*/u],
  ['difficulty', /^(?:muc do(?: nhan thuc)?|do kho|cap do)\s*:\s*/u],
  ['topic', /^(?:chuyen de|chu de|linh vuc)\s*:\s*/u],
  ['lesson', /^bai(?: hoc)?\s*:\s*/u],
  ['tags', /^(?:nhan|tu khoa|the)\s*:\s*/u],
  ['id', /^ma(?: cau(?: hoi)?)?\s*:\s*/u],
  ['kind', /^(?:dang|loai|kieu)(?: cau(?: hoi)?)?\s*:\s*/u],
  ['unit', /^don vi(?: do| tinh)\s*:\s*/u],
  ['contested', /^tranh luan\s*:\s*/u],
  ['shuffles', /^tron(?: phuong an)?\s*:\s*/u],
  ['name', /^ten cau(?: hoi)?\s*:\s*/u],
];

/** "Nguồn: …": which field a line fills, and with what. */
export function fieldOf(text: string): { readonly field: Field; readonly value: string } | undefined {
  const folded = fold(text.normalize('NFC'));
  // why by letters: folding keeps their number in composed text, so a place in one is the same place in the other.
  if ([...folded].length !== [...text].length) return undefined;
  for (const [field, pattern] of FIELDS) {
    const found = pattern.exec(folded);
    if (found)
      return {
        field,
        value: [...text]
          .slice([...found[0]].length)
          .join('')
          .trim(),
      };
  }
  return undefined;
}

/** "Giải thích A: …": why one option is right or wrong. */
export function whyOf(text: string): { readonly place: number; readonly value: string } | undefined {
  const found = /^(?:gi[ảa]i th[íi]ch|v[ìi] sao)\s+(?:ph[ươ][ơo]ng [áa]n\s+)?([A-L])\s*:\s*/iu.exec(text);
  if (!found) return undefined;
  return { place: (found[1] ?? 'A').toUpperCase().charCodeAt(0) - 0x41, value: text.slice(found[0].length).trim() };
}

/** Heads of the part of a document that holds the keys. */
export const isKeySection = (text: string): boolean =>
  /^(?:bang\s+)?(?:dap an|huong dan cham|dap an va (?:huong dan|thang diem|bieu diem).*|dap an chi tiet|answer key)\s*[:.]?$/u.test(
    fold(text).trim(),
  );

/** "PHẦN I. …", "CHUYÊN ĐỀ 1: …": a part of the document begins. */
export function partOf(text: string): { readonly topic: string | undefined } | undefined {
  const folded = fold(text);
  if (/^(?:phan|chuong)\s+(?:[ivx]+|\d+|[a-z])\b/u.test(folded) || /^[ivx]+\s*[.)]\s/u.test(folded))
    return { topic: undefined };
  if (!/^(?:chuyen de|chu de)\s+(?:\d+|[ivx]+|nam)\b/u.test(folded)) return undefined;
  return { topic: text.replace(/^\S+\s+\S+\s+(?:\d{1,2}|[IVX]+)\s*[.:–-]\s*/u, '').trim() };
}

/** "1.A 2.B", "1-A; 2-C", "Câu 1: A, C": keys by the number of their question. */
export function keysInLine(text: string): (readonly [number, string])[] {
  const pairs = [
    ...text.matchAll(
      /(?:^|[\s;,|])(?:c[âa]u\s*)?(\d{1,5})\s*[.:)\-–=]?\s*((?:[A-L](?![\p{L}\p{N}])(?:\s*[,&+]\s*(?=[A-L](?![\p{L}\p{N}])))?)+|[ĐS](?![\p{L}\p{N}]))/giu,
    ),
  ];
  return pairs.map(([, number, key = '']): readonly [number, string] => [Number(number), key.trim()]);
}
