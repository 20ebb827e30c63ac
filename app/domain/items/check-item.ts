import { checkOptions } from './check-options.ts';
import { checkPrompt } from './check-prompt.ts';
import { checkPictures } from './check-pictures.ts';
import { error, warning, type ItemFinding } from './finding.ts';
import type { ItemBody, ItemPlace } from './item.ts';

/** What is looked at beside the text itself; what is left out is not asked for. */
export type CheckedPlace = Partial<ItemPlace> & { readonly contested?: boolean | undefined };

/**
 * Everything that an author should know of an item, in the order of the form. Errors keep it from being submitted and
 * published, warnings do not. An empty list means that it is sound.
 */
export function checkItem(body: ItemBody, place: CheckedPlace = {}): ItemFinding[] {
  const findings = [...checkPrompt(body), ...checkOptions(body), ...checkPictures(body)];
  if (body.rationale.trim() === '') findings.push(warning('no-rationale', 'rationale'));
  if (body.source.title.trim() === '') findings.push(error('no-source', 'source'));
  if (body.source.url !== undefined && !/^https?:\/\/[^\s/]+\.[^\s]+$/u.test(body.source.url)) {
    findings.push(error('source-address', 'source'));
  }
  if (place.topicSlug === '' || place.lessonSlug === '') findings.push(error('no-lesson', 'place'));
  if (place.contested === true) findings.push(error('contested', 'place'));
  return findings;
}

/** How many findings keep the item from being published. */
export const countErrors = (findings: readonly ItemFinding[]): number =>
  findings.filter(({ level }) => level === 'error').length;

export type { ItemFinding } from './finding.ts';
