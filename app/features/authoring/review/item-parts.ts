import { isTyped, shufflesOptions, TEXT_RULES, type ItemBody } from '#app/domain/items/item.ts';
import type { WholeText } from '../text-in-work.ts';

/** A part of an item in words, as a difference lists them. */
export interface ItemPart {
  /** prompt, option:a, why:a, key, … : the same part of another version has the same name. */
  readonly name: string;
  readonly text: string;
  /** What tells that it changed, where that is not its words: lines are told by their ids. */
  readonly by?: string | undefined;
}

/** Everything that an item says, part by part; parts that say nothing are left out. */
export function partsOf({ body, place }: WholeText): ItemPart[] {
  const parts: ItemPart[] = [
    { name: 'interaction', text: body.interaction },
    { name: 'name', text: body.name ?? '' },
    { name: 'prompt', text: body.prompt },
    ...body.options.flatMap(({ id, text, rationale, fraction, tolerance }) => [
      { name: `option:${id}`, text: text + (tolerance ? ` ± ${tolerance}` : '') },
      { name: `weight:${id}`, text: fraction === undefined ? '' : `${Math.round(fraction * 1e4) / 100} %` },
      { name: `why:${id}`, text: rationale ?? '' },
    ]),
    ...(body.targets ?? []).map(({ id, text }) => ({ name: `target:${id}`, text })),
    // why: options are told by their ids, and another order of them says nothing else.
    {
      name: 'order',
      text: isTyped(body.interaction) ? '' : body.options.map(({ text }) => text).join(' · '),
      by: body.options.map(({ id }) => id).join(' '),
    },
    // why by its words: where two lines swap theirs the right answer changes, though its letter stays.
    { name: 'key', text: keyInWords(body) },
    { name: 'textRules', text: body.interaction === 'textEntry' ? rulesOf(body) : '' },
    { name: 'unit', text: body.unit ?? '' },
    { name: 'shuffles', text: shufflesOptions(body) ? '✓' : '–' },
    { name: 'rationale', text: body.rationale },
    { name: 'source', text: [body.source.title, body.source.page, body.source.url].filter(Boolean).join(', ') },
    { name: 'facts', text: body.facts.join(', ') },
    { name: 'place', text: [place.topicSlug, place.lessonSlug].filter(Boolean).join(' / ') },
    { name: 'difficulty', text: place.difficulty },
    { name: 'tags', text: place.tags.join(', ') },
    { name: 'contested', text: place.contested ? '✓' : '–' },
  ];
  return parts.map((part) => ({ ...part, text: part.text.normalize('NFC') })).filter(({ text }) => text !== '');
}

const rulesOf = ({ textRules = TEXT_RULES }: ItemBody): string =>
  `A = a: ${textRules.ignoresCase ? '✓' : '–'}; á = a: ${textRules.ignoresMarks ? '✓' : '–'}`;

function keyInWords({ key, options, targets = [] }: ItemBody): string {
  const words = new Map([...options, ...targets].map(({ id, text }) => [id, text]));
  const left = new Map(options.map(({ id, text }) => [id, text]));
  const right = new Map(targets.map(({ id, text }) => [id, text]));
  return key
    .map((each) => {
      const [option = '', target] = each.split('>');
      return target === undefined
        ? (words.get(each) ?? each)
        : `${left.get(option) ?? ''} → ${right.get(target) ?? ''}`;
    })
    .join(' · ');
}
