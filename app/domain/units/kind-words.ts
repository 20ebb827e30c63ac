import { fold } from '../kernel/text.ts';
import { UNIT_KINDS, type UnitKind } from './kind.ts';

/** Words of lists, folded, by kind; a name that begins with one is of that kind when nothing else says so. */
const WORDS: readonly (readonly [UnitKind, readonly string[]])[] = [
  ['province', ['tinh']],
  ['city', ['thanh pho']],
  ['district', ['huyen', 'quan', 'thi xa']],
  ['commune', ['xa']],
  ['ward', ['phuong']],
  ['town', ['thi tran']],
  ['committee', ['dang bo', 'dang uy', 'chi bo', 'huyen uy', 'thanh uy', 'tinh uy']],
  ['school', ['truong', 'truong hoc', 'hoc vien', 'dai hoc', 'cao dang']],
  [
    'armedForces',
    ['luc luong vu trang', 'cong an', 'bo chi huy', 'ban chi huy', 'bo doi', 'don bien phong', 'quan su'],
  ],
  [
    'organization',
    ['to chuc, doan the', 'to chuc', 'doan the', 'hoi', 'lien doan', 'doan', 'uy ban mat tran', 'cong doan'],
  ],
  ['agency', ['co quan', 'so', 'ban', 'phong', 'van phong', 'chi cuc', 'thanh tra', 'toa an', 'vien', 'trung tam']],
];

/** The kind that a word of a list means: its own name of it, or ours. */
export function kindOfWord(word: string): UnitKind | undefined {
  const folded = fold(word);
  return (
    UNIT_KINDS.find((kind) => kind.toLowerCase() === folded) ?? WORDS.find(([, words]) => words.includes(folded))?.[0]
  );
}

/** The kind that a name speaks of by how it begins. */
export function kindOfName(name: string): UnitKind | undefined {
  const folded = fold(name);
  const begins = WORDS.flatMap(([kind, words]) => words.map((word) => ({ kind, word })));
  return begins
    .filter(({ word }) => folded === word || folded.startsWith(`${word} `))
    .toSorted((a, b) => b.word.length - a.word.length)[0]?.kind;
}
