import type { Actor } from '#app/domain/identity/actor.ts';
import { MEDIA_SCHEME } from '#app/domain/items/item.ts';
import type { RefusalCode } from '#app/domain/kernel/refusal.ts';
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import { tidy } from '#app/domain/kernel/text.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { addImage } from '#app/features/items/index.server.ts';
import { loadDesk, loadVersions } from './desk.repo.server.ts';
import { saveDraft } from './save-draft.server.ts';
import { textInWork } from './text-in-work.ts';

const LONGEST_WORDS = 300;

/**
 * Puts an image behind what an item asks, as a saving of its draft. Refused without words for people who cannot see it, and
 * where the file is no picture that the bank keeps.
 */
export async function addImageToItem(command: {
  readonly actor: Actor;
  readonly itemId: string;
  readonly file: Uint8Array;
  readonly alt: string;
  readonly now: Instant;
}): Promise<Result<undefined, RefusalCode>> {
  const { actor, itemId, file, now } = command;
  // why without brackets: they would end the words of an image in Markdown.
  const alt = tidy(command.alt.replaceAll(/[[\]\n\r]/gu, ' ')).slice(0, LONGEST_WORDS);
  if (alt === '') return refuse('alt-missing');
  const desk = await loadDesk(itemId);
  const text = desk && textInWork(desk, await loadVersions(itemId));
  if (!desk || !text) return refuse('not-found');
  const image = await addImage(file, now);
  if (!image.ok) return image;
  const prompt = `${text.body.prompt}\n\n![${alt}](${MEDIA_SCHEME}${image.value.id})`.trim();
  const body = { ...text.body, prompt };
  const saved = await saveDraft({ actor, itemId, body, place: text.place, revision: desk.draft?.revision ?? 0, now });
  return saved.ok ? ok(undefined) : refuse(saved.error.code);
}
