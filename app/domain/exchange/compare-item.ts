import { shufflesOptions, TEXT_RULES, type ItemBody, type ItemOption, type ItemPlace } from '../items/item.ts';
import { tidy } from '../kernel/text.ts';
import type { Format, ParsedItem } from './parsed-file.ts';
import { tagOf } from './resolve-place.ts';

/** A part of an item that may differ, as reports name it. */
export type ItemPart =
  | 'interaction'
  | 'name'
  | 'prompt'
  | 'options'
  | 'key'
  | 'fractions'
  | 'shuffles'
  | 'rules'
  | 'rationale'
  | 'optionRationales'
  | 'source'
  | 'topic'
  | 'difficulty'
  | 'tags'
  | 'contested';

/** An item as it stands: in a file, or in the bank. */
export interface WholeItem {
  readonly body: ItemBody;
  readonly place: ItemPlace;
  readonly contested: boolean;
}

/** Formats that carry the text itself, without its Markdown. */
const PLAIN_TEXT: ReadonlySet<Format> = new Set(['aiken', 'docx']);
/** Formats that say of each option what it earns. */
const HAS_FRACTIONS: ReadonlySet<Format> = new Set(['xlsx', 'csv', 'yaml', 'gift', 'moodle', 'qti21', 'qti3']);

/**
 * Lays what a file says over an item of the bank. What the file leaves out, as most formats carry less than an item has, stays
 * as it is; so a file that was exported and comes back unchanged changes nothing.
 */
function layOver(existing: WholeItem, incoming: WholeItem, format: Format, plain: (text: string) => string): WholeItem {
  const keeps = sameTextOf(format, plain);
  const [old, next] = [existing.body, incoming.body];
  const isSameKind = next.interaction === old.interaction || isWrittenAs(old, next);
  const options = isSameKind ? alignOptions(old, next, format, keeps) : next.options;
  const targets = isSameKind && old.targets && next.targets ? laid(old.targets, next.targets, keeps) : next.targets;
  const rename = renaming(next.options, options, next.targets ?? [], targets ?? []);
  const body: ItemBody = {
    interaction: isSameKind ? old.interaction : next.interaction,
    ...optional('name', next.name ?? old.name),
    prompt: keeps(old.prompt, next.prompt) ? old.prompt : next.prompt,
    options,
    ...optional('targets', targets),
    key: sortedKey(next, next.key.map(rename), options),
    ...optional('shuffles', next.shuffles ?? old.shuffles),
    ...optional('textRules', next.textRules ?? old.textRules),
    ...optional('unit', next.unit ?? old.unit),
    rationale: next.rationale === '' || keeps(old.rationale, next.rationale) ? old.rationale : next.rationale,
    source: {
      title: next.source.title || old.source.title,
      ...optional('url', next.source.url ?? (sameTitle(old, next) ? old.source.url : undefined)),
      ...optional('page', next.source.page ?? (sameTitle(old, next) ? old.source.page : undefined)),
    },
    facts: next.facts.length > 0 ? next.facts : old.facts,
  };
  const { place } = incoming;
  const lessonSlug =
    place.lessonSlug === '' && place.topicSlug === existing.place.topicSlug
      ? existing.place.lessonSlug
      : place.lessonSlug;
  return {
    body,
    place: { ...place, lessonSlug, tags: place.tags.length > 0 ? place.tags : existing.place.tags },
    contested: incoming.contested || existing.contested,
  };
}

/**
 * What a question of a file says, with what it leaves out taken from the item of the bank that it is. Defaults that a person
 * chose for an upload are for new items, and change none that there are.
 * @param place topic and lesson as they were found among those that there are
 */
export function laidOver(
  existing: WholeItem,
  row: { readonly item: ParsedItem; readonly place: ItemPlace | undefined; readonly isPlaceKnown: boolean },
  format: Format,
  plain: (text: string) => string,
): WholeItem {
  const { item, place, isPlaceKnown } = row;
  const says = isPlaceKnown && place !== undefined && (item.place.topic !== '' || item.place.lesson !== '');
  const said: WholeItem = {
    body: item.body,
    contested: item.contested,
    place: {
      topicSlug: says ? place.topicSlug : existing.place.topicSlug,
      lessonSlug: says ? place.lessonSlug : existing.place.lessonSlug,
      difficulty: item.place.difficulty ?? existing.place.difficulty,
      tags: item.place.tags.map(tagOf).filter(Boolean),
    },
  };
  return layOver(existing, said, format, plain);
}

/** Parts in which two items differ; nothing where they are the same. */
export function differingParts(a: WholeItem, b: WholeItem): ItemPart[] {
  const textsOf = (options: readonly ItemOption[] = []): string => options.map(({ text }) => tidy(text)).join('\n');
  const pairs: readonly (readonly [ItemPart, (item: WholeItem) => unknown])[] = [
    ['interaction', ({ body }) => body.interaction],
    ['name', ({ body }) => body.name ?? ''],
    ['prompt', ({ body }) => tidy(body.prompt)],
    ['options', ({ body }) => [textsOf(body.options), textsOf(body.targets)]],
    ['key', ({ body }) => keyTexts(body)],
    ['fractions', ({ body }) => body.options.map((option) => [earnedBy(body, option), option.tolerance ?? '0'])],
    ['shuffles', ({ body }) => shufflesOptions(body)],
    ['rules', ({ body }) => (body.interaction === 'textEntry' ? (body.textRules ?? TEXT_RULES) : (body.unit ?? ''))],
    ['rationale', ({ body }) => tidy(body.rationale)],
    ['optionRationales', ({ body }) => body.options.map(({ rationale }) => tidy(rationale ?? ''))],
    ['source', ({ body }) => [tidy(body.source.title), body.source.url ?? '', body.source.page ?? '']],
    ['topic', ({ place }) => [place.topicSlug, place.lessonSlug]],
    ['difficulty', ({ place }) => place.difficulty],
    ['tags', ({ place }) => place.tags.toSorted()],
    ['contested', ({ contested }) => contested],
  ];
  return pairs.flatMap(([part, of]) => (JSON.stringify(of(a)) === JSON.stringify(of(b)) ? [] : part));
}

/**
 * Whether two items ask the same, offer the same in whatever order, and take the same for right. Whatever else they say, one of
 * them is enough; where they differ by a mark or by what is right, neither may be dropped for the other.
 */
export function isSameQuestion(a: ItemBody, b: ItemBody): boolean {
  const bare = (text: string): string => tidy(text).replace(/[\s.:?!…]+$/u, '');
  const said = (body: ItemBody): string =>
    JSON.stringify([
      body.interaction,
      bare(body.prompt),
      body.options
        .map((option) => [bare(option.text), earnedBy(body, option), option.tolerance ?? '0'].join('\t'))
        .toSorted(),
      (body.targets ?? []).map(({ text }) => bare(text)).toSorted(),
      keyTexts(body).map(bare),
      body.interaction === 'textEntry' ? (body.textRules ?? TEXT_RULES) : (body.unit ?? ''),
    ]);
  return said(a) === said(b);
}

/** What an option earns; null where the key as a whole decides, as with several keys and no weights. */
function earnedBy({ interaction, options, key }: ItemBody, { id, fraction }: ItemOption): number | null {
  const isAlone = interaction !== 'multipleChoice' && interaction !== 'order' && interaction !== 'match';
  if (isAlone) return fraction ?? (key.includes(id) ? 1 : 0);
  return fraction ?? (options.some((option) => option.fraction !== undefined) ? 0 : null);
}

/** The key by the texts that it names, as ids are each file's own. */
export function keyTexts(body: ItemBody): string[] {
  const texts = new Map([...body.options, ...(body.targets ?? [])].map(({ id, text }) => [id, tidy(text)]));
  const named = body.key.map((id) =>
    id
      .split('>')
      .map((part) => texts.get(part) ?? part)
      .join(' → '),
  );
  return body.interaction === 'order' ? named : named.toSorted();
}

/** Whether a text of the file is the one of the bank, as far as its format can say. */
const sameTextOf =
  (format: Format, plain: (text: string) => string) =>
  (old: string, next: string): boolean =>
    tidy(old) === tidy(next) || (PLAIN_TEXT.has(format) && tidy(plain(old)) === tidy(plain(next)));

/** A yes-or-no question is written as a choice of two where a format has no other way. */
const isWrittenAs = (old: ItemBody, next: ItemBody): boolean =>
  old.interaction === 'trueFalse' && next.interaction === 'choice' && next.options.length === 2;

type Keeps = ReturnType<typeof sameTextOf>;

/** Options of the file with ids and what else the bank knows of them, wherever the text is the same. */
function alignOptions(old: ItemBody, next: ItemBody, format: Format, keeps: Keeps): ItemOption[] {
  const options = laid(old.options, next.options, keeps);
  if (HAS_FRACTIONS.has(format)) return options;
  const byId = new Map(old.options.map((option) => [option.id, option]));
  return options.map((option) => {
    const before = byId.get(option.id);
    return before
      ? { ...option, ...optional('fraction', before.fraction), ...optional('tolerance', before.tolerance) }
      : option;
  });
}

function laid(old: readonly ItemOption[], next: readonly ItemOption[], keeps: Keeps): ItemOption[] {
  const free = new Set(old);
  const taken = next.map((option) => {
    const same = [...free].find(({ text }) => keeps(text, option.text));
    if (same) free.delete(same);
    return { option, same };
  });
  const used = new Set(taken.flatMap(({ same }) => same?.id ?? []));
  const newIds = idsBeside(new Set([...used, ...old.map(({ id }) => id)]));
  return taken.map(({ option, same }) => {
    if (!same) return { ...option, id: newIds.next().value };
    return { ...option, id: same.id, text: same.text, ...optional('rationale', option.rationale ?? same.rationale) };
  });
}

function* idsBeside(used: ReadonlySet<string>): Generator<string, never> {
  for (let index = 0; ; index += 1) {
    const id = index < 26 ? String.fromCharCode(0x61 + index) : `n${index}`;
    if (!used.has(id)) yield id;
  }
}

/** From ids of the file to ids after laying over. */
function renaming(
  from: readonly ItemOption[],
  to: readonly ItemOption[],
  fromTargets: readonly ItemOption[],
  toTargets: readonly ItemOption[],
): (id: string) => string {
  const options = new Map(from.map(({ id }, index) => [id, to[index]?.id ?? id]));
  const targets = new Map(fromTargets.map(({ id }, index) => [id, toTargets[index]?.id ?? id]));
  return (id) => {
    const [option = '', target] = id.split('>');
    const renamed = options.get(option) ?? option;
    return target === undefined ? renamed : `${renamed}>${targets.get(target) ?? target}`;
  };
}

/** Keys that are sets stand in the order of the options. */
function sortedKey(body: ItemBody, key: readonly string[], options: readonly ItemOption[]): string[] {
  if (body.interaction === 'order' || body.interaction === 'match') return [...key];
  const order = new Map(options.map(({ id }, index) => [id, index]));
  return key.toSorted((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
}

const sameTitle = (old: ItemBody, next: ItemBody): boolean =>
  next.source.title === '' || tidy(next.source.title) === tidy(old.source.title);

const optional = <K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } =>
  value === undefined ? {} : ({ [key]: value } as { [P in K]: V });
