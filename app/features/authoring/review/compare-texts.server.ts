import { diffWordsWithSpace } from 'diff';
import type { WholeText } from '../text-in-work.ts';
import { partsOf } from './item-parts.ts';

/** A stretch of words that both versions have, or only one of them. */
export interface Stretch {
  readonly text: string;
  readonly is: 'same' | 'inserted' | 'deleted';
}

/** A part of an item that differs between two versions. */
export interface PartDifference {
  readonly name: string;
  readonly stretches: readonly Stretch[];
}

/** Beyond this the whole part is shown as taken out and put in: finding single words would take long, and help nobody. */
const LONGEST = 20_000;

/** What differs, part by part, word by word; options are matched by their ids. Empty where both say the same. */
export function compareTexts(before: WholeText, after: WholeText): PartDifference[] {
  const old = new Map(partsOf(before).map((part) => [part.name, part]));
  const now = new Map(partsOf(after).map((part) => [part.name, part]));
  const names = [...new Set([...now.keys(), ...old.keys()])];
  return names.flatMap((name) => {
    const [from, to] = [old.get(name), now.get(name)];
    if ((from?.by ?? from?.text) === (to?.by ?? to?.text)) return [];
    return [{ name, stretches: stretchesOf(from?.text ?? '', to?.text ?? '') }];
  });
}

function stretchesOf(from: string, to: string): Stretch[] {
  if (from.length + to.length > LONGEST) {
    const both: Stretch[] = [
      { text: from, is: 'deleted' },
      { text: to, is: 'inserted' },
    ];
    return both.filter(({ text }) => text !== '');
  }
  return diffWordsWithSpace(from, to).map(({ value, added, removed }) => ({
    text: value,
    is: added ? 'inserted' : removed ? 'deleted' : 'same',
  }));
}
