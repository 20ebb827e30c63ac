import type { ItemBody } from '#app/domain/items/item.ts';
import type { WholeText } from '../text-in-work.ts';

/** A part of an item in words, as a difference lists them. */
export interface ItemPart {
  /** prompt, option:a, why:a, key, … : the same part of another version has the same name. */
  readonly name: string;
  readonly text: string;
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
    { name: 'key', text: keyInWords(body) },
    { name: 'rationale', text: body.rationale },
    { name: 'source', text: [body.source.title, body.source.page, body.source.url].filter(Boolean).join(', ') },
    { name: 'place', text: [place.topicSlug, place.lessonSlug].filter(Boolean).join(' / ') },
    { name: 'difficulty', text: place.difficulty },
    { name: 'tags', text: place.tags.join(', ') },
  ];
  return parts.filter(({ text }) => text !== '');
}

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
