import { attributeOf, childrenOf, descendantsOf, type XmlElement } from '#app/platform/xml.server.ts';
import type { NoteList } from '../shared/notes.ts';
import type { Qti1Rule } from './qti1-rules.server.ts';

/** What an item says to whoever has answered. */
export interface Qti1Feedback {
  readonly general: string;
  /** What is said to whoever chose the label. */
  of(label: string): string;
  /** Says what of it has not been asked for. */
  noteRest(notes: NoteList): void;
}

/** Feedback for right and wrong answers as a whole has no place in the bank. */
const BY_RESULT = /^(?:correct|incorrect|general_incorrect|partially)/iu;
const GENERAL = /^(?:general|general_?fb|solution|rationale|explanation)$/iu;

const identOf = (element: XmlElement): string => attributeOf(element, 'ident') ?? '';

/** Feedback of an item, by the rules that show it or by its name. */
export function feedbackOf(
  item: XmlElement,
  rules: readonly Qti1Rule[],
  text: (element: XmlElement) => string,
): Qti1Feedback {
  const all = childrenOf(item, 'itemfeedback');
  const used = new Set<XmlElement>();
  const said = (ident: string): string => {
    const found = all.filter((each) => identOf(each) === ident);
    for (const each of found) used.add(each);
    return found.map(text).join('\n\n');
  };
  const joined = (idents: readonly string[]): string =>
    [...new Set([...new Set(idents)].map(said))].filter((words) => words !== '').join('\n\n');
  const named = all.map(identOf).find((ident) => GENERAL.test(ident));
  return {
    general: named === undefined ? '' : said(named),
    of: (label) => {
      const own = rules.filter(({ equal, excludes }) => equal.length === 1 && equal[0]?.value === label && !excludes);
      const shown = own
        .flatMap(({ feedback }) => feedback)
        .filter((ident) => !BY_RESULT.test(ident) && ident !== named);
      return joined([...shown, `${label}_fb`]);
    },
    noteRest(notes) {
      const rest = all.filter((each) => !used.has(each));
      if (rest.some((each) => BY_RESULT.test(identOf(each)))) notes.add('loss', 'combined-feedback-dropped');
      if (rest.some((each) => !BY_RESULT.test(identOf(each)))) notes.add('loss', 'feedback-dropped');
      if (all.some((each) => descendantsOf(each, 'hint').length > 0)) notes.add('loss', 'hints-dropped');
    },
  };
}
