import { childrenOf, descendantsOf, type XmlElement } from '#app/platform/xml.server.ts';
import type { NoteList } from '../shared/notes.ts';

const GENERAL = /^(?:rationale|general|general_?fb|solution|explanation)$/iu;
/** Interactions whose choices are chosen, one by one. */
const CHOSEN = new Set(['choiceInteraction', 'inlineChoiceInteraction']);

export interface Feedback {
  readonly general: string;
  of(choice: XmlElement): string;
}

const idOf = ({ attributes }: XmlElement): string => attributes.get('identifier') ?? '';

/** Feedback that belongs to an option by its identifier, or to the whole item; other feedback is noted as lost. */
export function feedbackOf(
  item: XmlElement,
  interaction: XmlElement,
  markdown: (element: XmlElement) => string,
  notes: NoteList,
): Feedback {
  const choices = CHOSEN.has(interaction.local) ? childrenOf(interaction, 'simpleChoice', 'inlineChoice') : [];
  const within = new Map(choices.map((choice) => [choice, descendantsOf(choice, 'feedbackInline', 'feedbackBlock')]));
  const modal = childrenOf(item, 'modalFeedback');
  const all = [...descendantsOf(item, 'feedbackBlock', 'feedbackInline'), ...modal];
  // why: what hides is said to all who did not choose it, which the bank cannot do.
  const shown = all.filter(({ attributes }) => attributes.get('showHide') !== 'hide');
  const own = new Set([...within.values()].flat());
  const general = shown.find((each) => GENERAL.test(idOf(each)) && !own.has(each));
  const saidTo = (choice: XmlElement): XmlElement[] =>
    shown.filter((each) =>
      own.has(each) ? within.get(choice)?.includes(each) : each !== general && idOf(each) === idOf(choice),
    );
  const used = new Set([general, ...choices.flatMap(saidTo)]);
  if (all.some((each) => !used.has(each))) notes.add('loss', 'feedback-dropped');
  return {
    general: general ? markdown(general) : '',
    of: (choice) => [...new Set(saidTo(choice).map(markdown))].filter((text) => text !== '').join('\n\n'),
  };
}
