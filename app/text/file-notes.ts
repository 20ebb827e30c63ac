import type { FileNote, FilePlace, FileRefusal } from '#app/domain/exchange/parsed-file.ts';
import { filePlaceText } from './file-places.ts';
import { foreignKinds } from './foreign-kinds.ts';
import { exchangeNotes, fileRefusalText } from './notes-exchange.ts';
import { markupNotes } from './notes-markup.ts';
import { officeNotes } from './notes-office.ts';
import { wordNotes } from './notes-word.ts';

type Locale = 'vi' | 'en';

const filled = (sentence: string, values: FileNote['values']): string =>
  sentence.replaceAll(/\{(\w+)\}/gu, (all, name: string) => String(values?.[name] ?? all));

/** The sentence of a note; a code without one is shown as it is, so that nothing is kept back. */
export function noteSentence({ code, values }: Pick<FileNote, 'code' | 'values'>, locale: Locale): string {
  const catalogues: readonly Readonly<Record<string, string>>[] = [
    exchangeNotes[locale],
    markupNotes[locale],
    officeNotes[locale],
    wordNotes[locale],
  ];
  const sentence = catalogues.find((each) => Object.hasOwn(each, code))?.[code];
  if (sentence === undefined) return code;
  const kind = code === 'kind-not-supported' ? String(values?.['kind']) : '';
  const kinds = foreignKinds[locale];
  return filled(sentence, Object.hasOwn(kinds, kind) ? { ...values, kind: kinds[kind] ?? kind } : values);
}

/** Why a file was refused, in one sentence. A format that is none of ours is named. */
export function refusalSentence({ code, values }: FileRefusal, locale: Locale): string {
  const words: Readonly<Record<string, string>> = fileRefusalText[locale];
  const kind = `foreign-${String(values?.['kind'] ?? '')}`;
  return filled((code === 'unknown-format' ? words[kind] : undefined) ?? words[code] ?? code, values);
}

/** "trang tính Câu hỏi, dòng 7, cột C": where something stands; empty where the file does not say. */
export function placeWords(at: FilePlace | undefined, locale: Locale): string {
  const t = filePlaceText[locale];
  if (!at) return '';
  return [
    at.file === undefined ? '' : t.file(at.file),
    at.sheet === undefined ? '' : t.sheet(at.sheet),
    at.row === undefined ? '' : t.row(String(at.row)),
    at.column === undefined ? '' : t.column(at.column),
    at.line === undefined ? '' : t.line(String(at.line)),
    at.question === undefined ? '' : t.question(String(at.question)),
  ]
    .filter((part) => part !== '')
    .join(', ');
}
