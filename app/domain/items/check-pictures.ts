import { error, type ItemField, type ItemFinding } from './finding.ts';
import { MEDIA_SCHEME, type ItemBody, type ItemOption } from './item.ts';

const IMAGE = /!\[([^\]]*)\]\(\s*<?([^)\s>]*)/gu;

/** Images without words for those who cannot see them, and images that are not in the bank and would not be shown. */
export function checkPictures(body: ItemBody): ItemFinding[] {
  const ofOptions = (options: readonly ItemOption[], field: ItemField): ItemFinding[] =>
    options.flatMap(({ id, text, rationale }) => pictures(`${text}\n${rationale ?? ''}`, field, id));
  return [
    ...pictures(body.prompt, 'prompt'),
    ...ofOptions(body.options, 'options'),
    ...ofOptions(body.targets ?? [], 'targets'),
    ...pictures(body.rationale, 'rationale'),
  ];
}

function pictures(markdown: string, field: ItemField, option?: string): ItemFinding[] {
  const found = new Set<'broken-image' | 'image-without-alt'>();
  for (const [, alt = '', address = ''] of markdown.matchAll(IMAGE)) {
    if (!address.startsWith(MEDIA_SCHEME)) found.add('broken-image');
    if (alt.trim() === '') found.add('image-without-alt');
  }
  return [...found].map((code) => error(code, field, option));
}
