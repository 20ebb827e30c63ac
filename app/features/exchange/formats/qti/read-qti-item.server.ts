import type { FileNote, FilePlace, ParsedItem } from '#app/domain/exchange/parsed-file.ts';
import { childrenOf, descendantsOf, type XmlElement } from '#app/platform/xml.server.ts';
import { notesAt, type NoteList } from '../shared/notes.ts';
import { oneLine, type ImageSource } from '../shared/texts.server.ts';
import { qtiMarkdown } from './qti-html.server.ts';
import { scoringOf } from './qti-scoring.server.ts';
import { QTI_KINDS } from './qti-kinds.server.ts';
import { declarationsOf } from './qti-tree.server.ts';

/** What an item is read with. */
export interface QtiSurroundings {
  readonly images: ImageSource;
  readonly at: FilePlace;
  /** The body of a stimulus that the item refers to, by its address. */
  readonly stimulus: (href: string) => XmlElement | undefined;
}

const INLINE = new Set(['textEntryInteraction', 'inlineChoiceInteraction']);
/** Interactions that only act on the others. */
const SILENT = new Set(['endAttemptInteraction', 'mediaInteraction']);

/** Reads one assessmentItem (with the names of QTI 2) that has a single interaction of a kind that the bank has. */
export function readQtiItem(
  item: XmlElement,
  { images, at, stimulus }: QtiSurroundings,
): { readonly item?: ParsedItem; readonly notes: readonly FileNote[] } {
  const notes = notesAt({ ...at, line: item.line });
  const name = oneLine(item.attributes.get('title') ?? '');
  const interaction = onlyInteraction(item, name, notes);
  if (!interaction) return { notes: notes.notes };
  const identifier = interaction.attributes.get('responseIdentifier') ?? 'RESPONSE';
  const declaration = declarationsOf(item).get(identifier);
  if (!declaration) {
    notes.add('error', 'no-declaration', { name: identifier });
    return { notes: notes.notes };
  }
  const unit = /^(?:float|integer)$/u.test(declaration.baseType) ? unitBehind(interaction, item) : '';
  const markdown = (element: XmlElement): string => qtiMarkdown(element.children, images, notes);
  const feedback = feedbackOf(item, markdown, notes);
  const stimuli = childrenOf(item, 'assessmentStimulusRef').map((ref) => stimulus(ref.attributes.get('href') ?? ''));
  const passages = stimuli.flatMap((body) => (body ? [markdown(body)] : []));
  if (stimuli.includes(undefined)) notes.add('loss', 'stimulus-missing');
  const prompt = [...passages, promptOf(item, { interaction, unit }, images, notes)]
    .filter((text) => text !== '')
    .join('\n\n');
  if (prompt === '') notes.add('error', 'no-prompt');
  const scoring = scoringOf(item, identifier, declaration);
  if (scoring.isForeign) notes.add('warning', 'template-unknown');
  const body = QTI_KINDS[interaction.local]?.({
    item,
    interaction,
    identifier,
    declaration,
    scoring,
    frame: { name, prompt, rationale: feedback.general },
    unit,
    notes,
    markdown,
    rationaleOf: (choice) => feedback.of(choice),
  });
  if (!body) return { notes: notes.notes };
  return {
    notes: [],
    item: {
      externalId: oneLine(item.attributes.get('identifier') ?? ''),
      place: { topic: '', lesson: '', difficulty: undefined, tags: [] },
      body,
      contested: false,
      at: { ...at, line: item.line },
      notes: notes.notes,
    },
  };
}

function onlyInteraction(item: XmlElement, name: string, notes: NoteList): XmlElement | undefined {
  const found = childrenOf(item, 'itemBody').flatMap(interactionsIn);
  const [first] = found;
  const refuse = (kind: string): undefined => {
    notes.add('error', 'kind-not-supported', { kind, name });
    return undefined;
  };
  if (!first) {
    notes.add('warning', 'description-skipped', { name });
    return undefined;
  }
  if (found.length > 1) return refuse('composite');
  if (childrenOf(item, 'templateDeclaration').length > 0) return refuse('template');
  if (!Object.hasOwn(QTI_KINDS, first.local)) return refuse(first.local.replace(/Interaction$/u, ''));
  if (item.attributes.get('adaptive') === 'true') notes.add('loss', 'adaptive-dropped');
  return first;
}

const interactionsIn = (element: XmlElement): XmlElement[] =>
  childrenOf(element).flatMap((child) =>
    child.local.endsWith('Interaction') ? (SILENT.has(child.local) ? [] : [child]) : interactionsIn(child),
  );

/** The words around the interaction, with its own prompt in its place, and a gap where it stands within a sentence. */
function promptOf(
  item: XmlElement,
  { interaction, unit }: { readonly interaction: XmlElement; readonly unit: string },
  images: ImageSource,
  notes: NoteList,
): string {
  const isInline = INLINE.has(interaction.local);
  const replace = (element: XmlElement) => {
    if (element === interaction) return isInline ? ['_____'] : childrenOf(element, 'prompt');
    // A line that holds nothing but the field needs no gap.
    const isAlone = isInline && element.children.includes(interaction) && others(element, interaction) === unit;
    if (isAlone) return [];
    const isForAll = element.local === 'rubricBlock' && /\bcandidate\b/u.test(element.attributes.get('view') ?? '');
    return isForAll ? element.children : undefined;
  };
  if (
    descendantsOf(item, 'rubricBlock').some(({ attributes }) => !/\bcandidate\b/u.test(attributes.get('view') ?? ''))
  ) {
    notes.add('loss', 'rubric-dropped');
  }
  return qtiMarkdown(
    childrenOf(item, 'itemBody').flatMap(({ children }) => children),
    images,
    notes,
    replace,
  );
}

const SHORT = /^[^\d.,;:?!]{1,12}$/u;

/** The unit of measure: the one short word behind a field for a number that stands at the beginning of its own line. */
function unitBehind(interaction: XmlElement, item: XmlElement): string {
  const [line] = descendantsOf(item, 'p', 'div').filter(({ children }) => children.includes(interaction));
  if (!line || others(line, interaction).startsWith('·')) return '';
  const at = line.children.indexOf(interaction);
  const [before, after, ...more] = [line.children.slice(0, at), line.children.slice(at + 1)].flat();
  const words = [before, after].filter(
    (node) => node !== undefined && (typeof node !== 'string' || node.trim() !== ''),
  );
  const [only] = words;
  const isBehind = typeof only === 'string' && line.children.indexOf(only) > at;
  return more.length === 0 && words.length === 1 && isBehind && SHORT.test(only.trim()) ? only.trim() : '';
}

const others = (element: XmlElement, interaction: XmlElement): string =>
  element.children
    .map((child) => (typeof child === 'string' ? child.trim() : child === interaction ? '' : '·'))
    .join('');

const GENERAL = /^(?:rationale|general|general_?fb|solution|explanation)$/iu;

interface Feedback {
  readonly general: string;
  of(choice: XmlElement): string;
}

/** Feedback that belongs to an option by its identifier, or to the whole item; other feedback is noted as lost. */
function feedbackOf(item: XmlElement, markdown: (element: XmlElement) => string, notes: NoteList): Feedback {
  const modal = childrenOf(item, 'modalFeedback');
  const choices = new Set(
    descendantsOf(item, 'simpleChoice', 'inlineChoice').map((each) => each.attributes.get('identifier') ?? ''),
  );
  const general = modal.find(({ attributes }) => GENERAL.test(attributes.get('identifier') ?? ''));
  const blocks = descendantsOf(item, 'feedbackBlock');
  const isOther = (element: XmlElement): boolean =>
    element !== general && !choices.has(element.attributes.get('identifier') ?? '');
  if ([...modal, ...blocks].some(isOther)) notes.add('loss', 'feedback-dropped');
  return {
    general: general ? markdown(general) : '',
    of: (choice) => {
      const id = choice.attributes.get('identifier') ?? '';
      const inline = childrenOf(choice, 'feedbackInline').concat(descendantsOf(choice, 'feedbackBlock'));
      const said = inline[0] ?? [...modal, ...blocks].find(({ attributes }) => attributes.get('identifier') === id);
      return said ? markdown(said) : '';
    },
  };
}
