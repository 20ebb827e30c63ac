import { childrenOf, descendantsOf } from '#app/platform/xml.server.ts';
import type { NoteList } from '../shared/notes.ts';
import type { QtiQuestion } from './qti-question.ts';
import type { Scoring } from './qti-scoring.server.ts';
import type { Mapping } from './qti-tree.server.ts';

/** What a mapping says that the bank has no place for: marks that everybody earns, and such as are taken away again. */
export function noteMappedLosses({ item, interaction, declaration, scoring, notes }: QtiQuestion): void {
  const { mapping, cardinality } = declaration;
  const isMapped =
    scoring.source === 'mapping' ||
    (scoring.source === 'rules' &&
      childrenOf(item, 'responseProcessing').some((each) => descendantsOf(each, 'mapResponse').length > 0));
  if (!mapping) return;
  if (scoring.isUnsaid) noteUnsaid(scoring, mapping, notes, childrenOf(item, 'responseProcessing').length > 0);
  if (!isMapped) return;
  const { lowerBound = Number.NEGATIVE_INFINITY, defaultValue, entries } = mapping;
  // why not of one choice: what each of them earns is kept as it is.
  if (lowerBound > 0 && cardinality !== 'single') notes.add('loss', 'lower-bound-dropped');
  const values = entries.map(({ value }) => value);
  const isChosen = /^(?:choice|inlineChoice)Interaction$/u.test(interaction.local);
  const isPaired = !isChosen && cardinality !== 'single';
  // why not within bounds: a sum that never falls below nothing takes nothing from a single answer.
  const takes = [defaultValue, ...values].some((value) => value < 0) && (isPaired || lowerBound < 0);
  const isLost = isPaired ? takes || defaultValue > 0 || cardinality === 'ordered' : takes && !isChosen;
  if (isLost) notes.add('loss', 'weights-dropped');
}

/** A mapping that counts only because the file has no other key, or that nothing in the file asks for. */
function noteUnsaid({ source }: Scoring, { entries }: Mapping, notes: NoteList, isProcessed: boolean): void {
  if (source === 'mapping') {
    if (isProcessed) notes.add('warning', 'key-from-mapping');
    return;
  }
  const values = new Set(entries.map(({ value }) => value).filter((value) => value !== 0));
  if (!isProcessed && values.size > 1) notes.add('loss', 'weights-dropped');
}
