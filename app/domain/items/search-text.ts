import { fold } from '../kernel/text.ts';
import { isTyped, type ItemBody, type ItemPlace } from './item.ts';
import { shownText } from './shown-text.ts';

/** What the list searches in: id, name, prompt, options, what they are matched with, and tags, without marks and in lower case. */
export const searchTextOf = (id: string, body: ItemBody, place: Pick<ItemPlace, 'tags'>): string =>
  fold(
    [
      id,
      body.name ?? '',
      shownText(body.prompt),
      ...[...body.options, ...(body.targets ?? [])].map(({ text }) => shownText(text)),
      ...place.tags.flatMap((tag) => [tag, tag.replaceAll('-', ' ')]),
    ].join(' '),
  );

/**
 * What makes two items the same question, to be hashed: what is asked and what is offered, folded, whatever the order of the
 * options, and whatever is right, why, and where it is from. Images count by what they show, not by their words.
 */
export function fingerprintSource(body: ItemBody): string {
  const offered = body.options.map(({ text }) => asked(text)).toSorted();
  const targets = (body.targets ?? []).map(({ text }) => asked(text)).toSorted();
  return JSON.stringify([isTyped(body.interaction) ? 'typed' : 'shown', asked(body.prompt), offered, targets]);
}

const asked = (markdown: string): string =>
  fold(shownText(markdown.replace(/!\[[^\]]*\]\(media:([0-9a-f]+)\)/gu, ' $1 ')))
    .replace(/["“”'‘’«»]/gu, '')
    .replace(/[\s.:?!…]+$/u, '');
