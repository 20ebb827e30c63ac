import type { Actor } from '#app/domain/identity/actor.ts';
import { MEDIA_SCHEME } from '#app/domain/items/item.ts';
import { decideItemAct } from '#app/domain/items/lifecycle.ts';
import type { RefusalCode } from '#app/domain/kernel/refusal.ts';
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import { tidy } from '#app/domain/kernel/text.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { addImage } from '#app/features/items/index.server.ts';
import { loadDesk, loadVersions } from './desk.repo.server.ts';
import { withImage } from './image-places.ts';
import { saveDraft } from './save-draft.server.ts';
import { textInWork } from './text-in-work.ts';

const LONGEST_WORDS = 300;

/**
 * Puts an image behind what stands at a place of an item, as a saving of its draft. Refused without words for people who
 * cannot see it, and where the file is no picture that the bank keeps.
 */
export async function addImageToItem(command: {
  readonly actor: Actor;
  readonly itemId: string;
  readonly file: Uint8Array;
  readonly alt: string;
  /** As imagePlaces() names it. */
  readonly where: string;
  readonly now: Instant;
}): Promise<Result<undefined, RefusalCode>> {
  const { actor, itemId, file, where, now } = command;
  // why without brackets: they would end the words of an image in Markdown.
  const alt = tidy(command.alt.replaceAll(/[[\]\n\r]/gu, ' ')).slice(0, LONGEST_WORDS);
  if (alt === '') return refuse('alt-missing');
  const desk = await loadDesk(itemId);
  const text = desk && textInWork(desk, await loadVersions(itemId));
  if (!desk || !text) return refuse('not-found');
  // why before the picture is read: it is kept only for a text that can take it.
  if (!decideItemAct(desk.state, 'edit', actor.accountId, 0).ok) return refuse('item-not-in-that-state');
  if (!withImage(text.body, where, '')) return refuse('invalid');
  const image = await addImage(file, now);
  if (!image.ok) return image;
  const body = withImage(text.body, where, `![${alt}](${MEDIA_SCHEME}${image.value.id})`) ?? text.body;
  const saved = await saveDraft({ actor, itemId, body, place: text.place, revision: desk.draft?.revision ?? 0, now });
  return saved.ok ? ok(undefined) : refuse(saved.error.code);
}
