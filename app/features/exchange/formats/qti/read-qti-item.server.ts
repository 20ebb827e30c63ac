import type { FileNote, FilePlace, ParsedItem } from '#app/domain/exchange/parsed-file.ts';
import { childrenOf, descendantsOf, type XmlElement } from '#app/platform/xml.server.ts';
import { textToMarkdown } from '#app/platform/markdown-text.server.ts';
import { notesAt, type NoteList } from '../shared/notes.ts';
import { oneLine, type ImageSource } from '../shared/texts.server.ts';
import { feedbackOf } from './qti-feedback.server.ts';
import { qtiMarkdown } from './qti-html.server.ts';
import { kindNote } from './qti-kind-notes.ts';
import { scoringOf } from './qti-scoring.server.ts';
import { QTI_KINDS } from './qti-kinds.server.ts';
import { promptOf, unitBehind } from './qti-prompt.server.ts';
import { declarationsOf, type Declaration } from './qti-tree.server.ts';

/** What an item is read with. */
export interface QtiSurroundings {
  readonly images: ImageSource;
  readonly at: FilePlace;
  /** The body of a stimulus that the item refers to, by its address. */
  readonly stimulus: (href: string) => XmlElement | undefined;
}

/** Parts of a question that have no place in the bank, and no words in the file. */
const LEFT_OUT = ['include', 'infoControl', 'printedVariable', 'templateBlock', 'templateInline'] as const;
/** Interactions that are understood by what they show. */
const NEEDS_NO_WORDS = new Set(['matchInteraction', 'associateInteraction', 'orderInteraction']);
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
  const markdown = (element: XmlElement): string => qtiMarkdown(element.children, images, notes);
  const scoring = scoringOf(item, identifier, declaration);
  const feedback = feedbackOf({ item, interaction, declaration, scoring }, markdown, notes);
  const stimuli = childrenOf(item, 'assessmentStimulusRef').map((ref) => stimulus(ref.attributes.get('href') ?? ''));
  const passages = stimuli.flatMap((body) => (body ? [markdown(body)] : []));
  if (stimuli.includes(undefined)) notes.add('loss', 'stimulus-missing');
  if ([item, ...stimuli].some((part) => part && descendantsOf(part, ...LEFT_OUT).length > 0))
    notes.add('loss', 'part-dropped');
  const { words, unit } = wordsOf(item, { interaction, declaration }, images, notes);
  const written = [...passages, words].filter((text) => text !== '').join('\n\n');
  const prompt = written === '' && NEEDS_NO_WORDS.has(interaction.local) ? textToMarkdown(name) : written;
  if (prompt === '') notes.add('error', 'no-prompt');
  else if (written === '') notes.add('warning', 'prompt-from-title');
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
    const code = kindNote(kind);
    notes.add('error', code, code === 'kind-not-supported' ? { kind, name } : { name });
    return undefined;
  };
  if (!first) {
    notes.add('warning', 'description-skipped', { name });
    return undefined;
  }
  if (found.length > 1) return refuse('composite');
  if (childrenOf(item, 'templateDeclaration').length > 0) return refuse('template');
  if (!Object.hasOwn(QTI_KINDS, first.local)) return refuse(first.local.replace(/Interaction$/u, ''));
  const base = first.attributes.get('base') ?? '10';
  if (base !== '10') return refuse(`${first.local.replace(/Interaction$/u, '')} base=${base}`);
  if (item.attributes.get('adaptive') === 'true') notes.add('loss', 'adaptive-dropped');
  return first;
}

const interactionsIn = (element: XmlElement): XmlElement[] =>
  childrenOf(element).flatMap((child) =>
    child.local.endsWith('Interaction') ? (SILENT.has(child.local) ? [] : [child]) : interactionsIn(child),
  );

/** The words of the question, and the unit behind its field, unless nothing but the unit is there. */
function wordsOf(
  item: XmlElement,
  { interaction, declaration }: { readonly interaction: XmlElement; readonly declaration: Declaration },
  images: ImageSource,
  notes: NoteList,
): { readonly words: string; readonly unit: string } {
  const isNumber = /^(?:float|integer)$/u.test(declaration.baseType);
  const unit = isNumber ? unitBehind(interaction, item) : '';
  const words = promptOf(item, { interaction, unit }, images, notes);
  if (words !== '' || unit === '') return { words, unit };
  return { words: promptOf(item, { interaction, unit: '' }, images, notes), unit: '' };
}
