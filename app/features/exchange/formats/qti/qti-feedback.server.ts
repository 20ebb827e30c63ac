import { childrenOf, descendantsOf, type XmlElement } from '#app/platform/xml.server.ts';
import type { NoteList } from '../shared/notes.ts';
import { scalarsOf } from './qti-expressions.server.ts';
import type { Scoring } from './qti-scoring.server.ts';
import type { Declaration } from './qti-tree.server.ts';

const GENERAL = /^(?:rationale|general|general_?fb|solution|explanation)$/iu;
/** Interactions whose choices are chosen, one by one. */
const CHOSEN = new Set(['choiceInteraction', 'inlineChoiceInteraction']);

/** Of more choices than this none is tried. */
const MOST_CHOICES = 100;
const MOST_FEEDBACK = 300;

export interface Feedback {
  readonly general: string;
  of(choice: XmlElement): string;
}

interface Answered {
  readonly item: XmlElement;
  readonly interaction: XmlElement;
  readonly declaration: Declaration;
  readonly scoring: Scoring;
}

const idOf = ({ attributes }: XmlElement): string => attributes.get('identifier') ?? '';
const outcomeOf = ({ attributes }: XmlElement): string => attributes.get('outcomeIdentifier') ?? '';

/**
 * Feedback that belongs to an option, by what the rules say to whoever chooses it or by its identifier, or to the whole item;
 * other feedback is noted as lost.
 */
export function feedbackOf(answered: Answered, markdown: (element: XmlElement) => string, notes: NoteList): Feedback {
  const { item, interaction } = answered;
  const choices = CHOSEN.has(interaction.local) ? childrenOf(interaction, 'simpleChoice', 'inlineChoice') : [];
  const within = new Map(choices.map((choice) => [choice, descendantsOf(choice, 'feedbackInline', 'feedbackBlock')]));
  const all = [...descendantsOf(item, 'feedbackBlock', 'feedbackInline'), ...childrenOf(item, 'modalFeedback')];
  // why: what hides is said to all who did not choose it, which the bank cannot do.
  const shown = all.filter(({ attributes }) => attributes.get('showHide') !== 'hide');
  const own = new Set([...within.values()].flat());
  const apart = shown.filter((each) => !own.has(each));
  const told = toldBy(answered, apart, choices);
  const general = apart.filter((each) => GENERAL.test(idOf(each)) || told.get(each) === 'all');
  const isSaidTo = (each: XmlElement, choice: XmlElement): boolean => {
    const chosen = told.get(each);
    if (general.includes(each) || chosen === 'all') return false;
    return chosen ? chosen.includes(choice) : idOf(each) === idOf(choice);
  };
  const saidTo = (choice: XmlElement): XmlElement[] =>
    shown.filter((each) => (own.has(each) ? within.get(choice)?.includes(each) : isSaidTo(each, choice)));
  const used = new Set([...general, ...choices.flatMap(saidTo)]);
  if (all.some((each) => !used.has(each))) notes.add('loss', 'feedback-dropped');
  const joined = (parts: readonly XmlElement[]): string =>
    [...new Set(parts.map(markdown))].filter((text) => text !== '').join('\n\n');
  return { general: joined(general), of: (choice) => joined(saidTo(choice)) };
}

/** To whom each feedback is said, by marking every choice; what no rule sets, or what cannot be told, is not in it. */
function toldBy(
  { item, declaration, scoring }: Answered,
  feedback: readonly XmlElement[],
  choices: readonly XmlElement[],
): ReadonlyMap<XmlElement, 'all' | readonly XmlElement[]> {
  const told = new Map<XmlElement, 'all' | readonly XmlElement[]>();
  const set = new Set(
    childrenOf(item, 'responseProcessing')
      .flatMap((processing) => descendantsOf(processing, 'setOutcomeValue'))
      .map(idOf),
  );
  const ruled = feedback.filter((each) => set.has(outcomeOf(each)));
  if (choices.length > MOST_CHOICES || ruled.length > MOST_FEEDBACK) return told;
  if (ruled.length === 0 || choices.length === 0) return told;
  const ids = choices.map(idOf);
  const isSingle = declaration.cardinality === 'single';
  const names = new Set(ruled.map(outcomeOf));
  const tried = (isSingle ? ids.map((id) => [id]) : setsOf(ids, declaration.correct)).map((given) => {
    const outcomes = scoring.outcomes(scalarsOf(given, declaration.baseType) ?? []);
    return { given, values: new Map([...names].map((name) => [name, outcomes.get(name)])) };
  });
  for (const each of ruled) {
    const said = tried.map(({ given, values }) => ({ given, values: values.get(outcomeOf(each)) }));
    if (said.some(({ values }) => values === undefined)) continue;
    const isSaid = said.map(({ values }) => values?.includes(idOf(each)) ?? false);
    const chosen = ids.filter((id) =>
      said.some(({ given }, at) => isSaid[at] && given.length === 1 && given[0] === id),
    );
    // why: of several answers what depends on the whole of them belongs to no one of them.
    const isOfChoices = said.every(({ given }, at) => isSaid[at] === given.some((id) => chosen.includes(id)));
    const those = isOfChoices ? choices.filter((choice) => chosen.includes(idOf(choice))) : [];
    told.set(each, isSaid.includes(false) ? those : 'all');
  }
  return told;
}

/** Nothing, each choice alone, the key, and the key with and without each of them. */
const setsOf = (ids: readonly string[], correct: readonly string[]): string[][] => {
  const key = ids.filter((id) => correct.includes(id));
  const turned = ids.map((id) => ids.filter((each) => (each === id) !== key.includes(each)));
  return [[], key, ...ids.map((id) => [id]), ...turned];
};
