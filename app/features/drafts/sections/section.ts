import type { z } from 'zod';
import type { Description, DescriptionPath } from '../description.ts';

/** The parts of a description that have a page each, in the order of the task list. */
export const SECTION_NAMES = [
  'general',
  'rounds',
  'papers',
  'scoring',
  'prediction',
  'ranking',
  'entry',
  'boards',
] as const;

export type SectionName = (typeof SECTION_NAMES)[number];

export const isSectionName = (name: string): name is SectionName => (SECTION_NAMES as readonly string[]).includes(name);

/** The section that follows; undefined after the last. */
export const sectionAfter = (name: SectionName): SectionName | undefined =>
  SECTION_NAMES[SECTION_NAMES.indexOf(name) + 1];

/** Fields of a form: texts in lists and groups, as browsers send them. */
export type FormValue = string | FormValue[] | { [key: string]: FormValue };

/** How one section reads from a description and writes to it. */
export interface Section<Form = unknown> {
  readonly schema: z.ZodType<Form>;
  /** The fields as they stand. @param round number of the round whose paper it is */
  toForm(description: Description, round: number): FormValue;
  /** The description with what the form says. Nothing else is touched. */
  write(description: Description, form: Form, round: number): Description;
}

/** Where a fault is mended. */
export interface FaultPlace {
  readonly section: SectionName;
  /** Place of the round in the list, for faults of a paper. */
  readonly roundIndex: number | undefined;
  /** Name of the field in the section's form; empty where the section as a whole is meant. */
  readonly field: string;
}

const SECTION_OF: Readonly<Record<string, SectionName>> = {
  slug: 'general',
  title: 'general',
  organizer: 'general',
  audience: 'general',
  rounds: 'rounds',
  attempts: 'scoring',
  overall: 'scoring',
  marking: 'scoring',
  mustAnswerAll: 'scoring',
  graceSeconds: 'scoring',
  prediction: 'prediction',
  ranking: 'ranking',
  entry: 'entry',
  boards: 'boards',
  frozenForMinutes: 'boards',
  keys: 'boards',
  units: 'boards',
  blocks: 'boards',
};

/** ['sections', 0, 'title'] as "sections[0].title". */
export const fieldOfPath = (path: DescriptionPath): string =>
  path
    .map((step, index) => (typeof step === 'number' ? `[${step}]` : `${index > 0 ? '.' : ''}${String(step)}`))
    .join('');

/** The field of a form that stands for one that has none of its own there. */
const shownField = (field: string): string =>
  field
    .replace(/^slug$/u, 'title')
    .replace(/^(rounds\[\d+\])\.number$/u, '$1')
    .replace(/^(prediction)$/u, '$1.asks')
    .replace(/^(marking)$/u, '$1.right')
    .replace(/^(attempts)$/u, '$1.counted')
    .replace(/^(entry\.blocks|units\.criteria)\[\d+\]$/u, '$1')
    .replace(/^(units)$/u, '$1.criteria')
    .replace(/^(entry)$/u, '$1.units');

/** The page and the field where what stands at a path of the description is edited. */
export function placeOfPath(path: DescriptionPath): FaultPlace {
  const [head, index, part, ...rest] = path;
  if (head === 'rounds' && typeof index === 'number' && part === 'blueprint') {
    return { section: 'papers', roundIndex: index, field: fieldOfPath(rest) };
  }
  const section = SECTION_OF[String(head)] ?? 'general';
  return { section, roundIndex: undefined, field: shownField(fieldOfPath(path)) };
}

/** The section that an address names; undefined for an address that names none. @returns round 0 for the first one */
export function sectionOfAddress(
  name: string | undefined,
  url: string,
): { section: SectionName; round: number } | undefined {
  if (name === undefined || !isSectionName(name)) return undefined;
  const round = Number(new URL(url).searchParams.get('round') ?? '0');
  return { section: name, round: name === 'papers' && Number.isSafeInteger(round) && round > 0 ? round : 0 };
}

/** The ids of units that a form has in its lists, whatever form it is. */
export function unitIdsIn(form: unknown): string[] {
  const { entry, blocks } = (form ?? {}) as { entry?: { units?: unknown }; blocks?: unknown };
  const lists = [
    entry?.units,
    ...(Array.isArray(blocks) ? blocks.map((block: { units?: unknown }) => block?.units) : []),
  ];
  return lists.flat().filter((id): id is string => typeof id === 'string' && id !== '');
}

/** What the buttons of the unit chooser do to the form: a unit is added to the list that the form names. */
export function addUnitIntent(
  text: (name: string) => string,
): { type: 'insert'; payload: { name: string; defaultValue: string } } | 'look-again' | undefined {
  const intent = text('intent');
  if (intent !== 'find-unit' && intent !== 'add-unit') return undefined;
  const [list, unitId] = [text('unitList'), text('unitId')];
  const isList = /^(entry|blocks\[\d{1,2}\])\.units$/u.test(list);
  if (intent === 'find-unit' || unitId === '' || !isList) return 'look-again';
  return { type: 'insert', payload: { name: list, defaultValue: unitId } };
}
