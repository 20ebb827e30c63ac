import { fold, tidy } from '../kernel/text.ts';

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu;

/**
 * A name for comparing: in lower case, dashes and apostrophes of any kind alike, and the tone of a syllable behind its letters,
 * so that "Hoà An" and "Hòa An" are the same, and "Hóa An" is another.
 */
export const nameKey = (name: string): string =>
  tidy(name)
    .toLowerCase()
    .replaceAll(/[‐‑‒–—−]/gu, '-')
    .replaceAll(/\s*([,\-/.&])\s*/gu, '$1 ')
    .split(' ')
    .map((syllable) => {
      const parts = syllable.normalize('NFD');
      const tone = parts.match(TONES)?.join('') ?? '';
      return parts.replaceAll(TONES, '').normalize('NFC') + tone;
    })
    .join(' ')
    .trim();

/** What a list may put before the name of a place when it means its party committee or its administration. */
const ORGANS =
  /^(?:đảng bộ|đảng uỷ|đảng ủy|ban chấp hành đảng bộ|bch đảng bộ|uỷ ban nhân dân|ủy ban nhân dân|ubnd|đoàn|đ\/u|đu) (?=xã |phường |thị trấn |thành phố |huyện |tỉnh )/u;

/** The name without the organ before it: "Đảng ủy xã Trường Hà" is the unit "xã Trường Hà". */
export const placeName = (name: string): string => tidy(name).toLowerCase().replace(ORGANS, '');

/** A name without its kind and without marks: what is left when a list writes only "Truong Ha". */
export const bareName = (name: string): string =>
  fold(placeName(name)).replace(/^(?:xa|phuong|thi tran|tt|p|x|thanh pho|tp|huyen|tinh)\.? /u, '');

const LONGEST_ID = 80;

/** An id of the name's own letters, "xa-truong-ha"; with a number behind it where that is taken. */
export function freshId(name: string, isTaken: (id: string) => boolean): string {
  const words = fold(name).replaceAll(/[^a-z0-9]+/gu, '-');
  const base = words.slice(0, LONGEST_ID).replaceAll(/^-+|-+$/gu, '') || 'don-vi';
  if (!isTaken(base)) return base;
  for (let number = 2; ; number += 1) if (!isTaken(`${base}-${number}`)) return `${base}-${number}`;
}

/** Whether a text can be the id of a unit. */
export const isUnitId = (text: string): boolean => text.length <= 100 && /^[a-z0-9]+(?:-[a-z0-9]+)*$/u.test(text);
