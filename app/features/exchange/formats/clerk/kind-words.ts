import type { Interaction, TextRules } from '#app/domain/items/item.ts';
import { fold } from '#app/domain/kernel/text.ts';

/** The kind that a clerk's word means; undefined for none. */
export function kindOf(word: string): Interaction | undefined {
  const key = fold(word);
  if (key === '') return undefined;
  if (/sap xep|thu tu|sap thu tu|order/u.test(key)) return 'order';
  if (/ghep|noi cot|match/u.test(key)) return 'match';
  if (/dien so|tra loi bang so|numeric/u.test(key)) return 'numericEntry';
  if (/dien|tra loi ngan|tu luan ngan|short/u.test(key)) return 'textEntry';
  if (/nhieu (?:dap an|phuong an|lua chon dung)|chon nhieu|multiple response/u.test(key)) return 'multipleChoice';
  if (/dung\W*(?:hay|hoac|va)?\W*sai|true/u.test(key)) return 'trueFalse';
  return /mot|1 dap an|trac nghiem|chon|single/u.test(key) ? 'choice' : undefined;
}

/** How a typed text is compared: "Điền từ (phân biệt hoa thường; không cần dấu)". */
export function rulesIn(word: string): TextRules {
  const said = fold(word);
  return {
    ignoresCase: !/phan biet hoa/u.test(said),
    ignoresMarks: /khong can dau|bo dau|khong dau/u.test(said),
  };
}
