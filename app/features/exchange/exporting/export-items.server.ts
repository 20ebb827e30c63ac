import type { FileNote, Format, OutgoingItem, ParsedMedia, WrittenFile } from '#app/domain/exchange/parsed-file.ts';
import type { Actor } from '#app/domain/identity/actor.ts';
import { mediaOf } from '#app/domain/items/item.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { getMedia } from '#app/features/items/index.server.ts';
import { recordAudit } from '#app/platform/db/audit.server.ts';
import { inTransaction } from '#app/platform/db/transaction.server.ts';
import { writeAs } from '../formats/registry.server.ts';
import { loadExisting, type ExistingItem } from '../importing/existing-item.repo.server.ts';
import { knownTopics } from '../known-topics.server.ts';

/** The newest text of these items, as a file carries them, in the order of the ids; ids that do not exist are left out. */
export async function outgoingItems(ids: readonly string[]): Promise<OutgoingItem[]> {
  const found = await loadExisting(ids, []);
  return ids.flatMap((id) => {
    const item = found.get(id);
    return item ? [outgoing(item)] : [];
  });
}

const outgoing = ({ id, whole: { body, place, contested } }: ExistingItem): OutgoingItem => ({
  id,
  // why slugs: they are found again whatever a title is changed to.
  place: { topic: place.topicSlug, lesson: place.lessonSlug, difficulty: place.difficulty, tags: place.tags },
  body,
  contested,
});

const EXTENSIONS: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
};

async function imagesOf(items: readonly OutgoingItem[]): Promise<Map<string, ParsedMedia>> {
  const media = new Map<string, ParsedMedia>();
  for (const id of new Set(items.flatMap(({ body }) => mediaOf(body)))) {
    const image = await getMedia(id);
    if (image) {
      const name = `${id.slice(0, 16)}.${EXTENSIONS[image.mediaType] ?? 'png'}`;
      media.set(id, { name, bytes: image.bytes });
    }
  }
  return media;
}

/** Writes items in a format, with their images; the losses say what the format could not carry. */
export async function writeItems(ids: readonly string[], format: Format): Promise<WrittenFile & { items: number }> {
  const items = await outgoingItems(ids);
  const named = format === 'xlsx' || format === 'docx' || format === 'csv' ? await withTitles(items) : items;
  return { ...(await writeAs(format, named, await imagesOf(items))), items: items.length };
}

/** Titles instead of slugs, for files that people read; an import finds both. */
async function withTitles(items: readonly OutgoingItem[]): Promise<OutgoingItem[]> {
  const topics = new Map((await knownTopics()).map((topic) => [topic.slug, topic]));
  return items.map((item) => {
    const topic = topics.get(item.place.topic);
    const lesson = topic?.lessons.find(({ slug }) => slug === item.place.lesson);
    return {
      ...item,
      place: {
        ...item.place,
        topic: topic?.titles[0] ?? item.place.topic,
        lesson: lesson?.titles[0] ?? item.place.lesson,
      },
    };
  });
}

/** Writes items and writes down who took them: a file of items holds keys. */
export async function exportItems(command: {
  actor: Actor;
  ids: readonly string[];
  format: Format;
  now: Instant;
}): Promise<WrittenFile & { items: number }> {
  const { actor, ids, format, now } = command;
  const written = await writeItems(ids, format);
  const detail = { format, items: written.items, losses: written.losses.length };
  await inTransaction((tx) =>
    recordAudit(tx, { at: now, actorId: actor.accountId, action: 'items.exported', subject: 'items', detail }),
  );
  return written;
}

/** Losses by what was lost, for a page that names each once. */
export function countLosses(losses: readonly FileNote[]): { code: string; count: number; first: FileNote }[] {
  const counts = new Map<string, { code: string; count: number; first: FileNote }>();
  for (const loss of losses) {
    const known = counts.get(loss.code);
    if (known) known.count += 1;
    else counts.set(loss.code, { code: loss.code, count: 1, first: loss });
  }
  return [...counts.values()].toSorted((a, b) => b.count - a.count);
}
