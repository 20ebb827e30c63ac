// A bank of any size that looks like a real one: the questions of content/, said again of other years and places.
import type { ItemBody } from '#app/domain/items/item.ts';
import { DAY } from '#app/domain/kernel/time.ts';
import { readContestItems } from '#app/features/items/index.server.ts';
import { database } from '#app/platform/db/client.server.ts';
import { OPENING } from './clock.ts';

const PLACES = [
  'Pác Bó',
  'Khuổi Nậm',
  'Đông Khê',
  'Thất Khê',
  'Nguyên Bình',
  'Phai Khắt',
  'Nà Ngần',
  'Quảng Hòa',
  'Trùng Khánh',
];
const KINDS = ['hội nghị', 'lớp huấn luyện', 'chi bộ', 'đội tự vệ', 'tờ báo', 'xưởng in', 'trạm liên lạc', 'căn cứ'];
const CHUNK = 400;

/** The text of one of many questions: no two are near each other by more than their frame. */
export function manyBodies(count: number): ItemBody[] {
  const bodies = readContestItems().items.map(({ body }) => body);
  return Array.from({ length: count }, (_, index) => {
    const body = bodies[index % bodies.length] as ItemBody;
    const round = Math.floor(index / bodies.length);
    if (round === 0) return body;
    const place = PLACES[round % PLACES.length] ?? '';
    const kind = KINDS[Math.floor(round / PLACES.length) % KINDS.length] ?? '';
    const prompt = `Về ${kind} ở ${place} (tài liệu ${1900 + round}): ${body.prompt}`;
    return { ...body, prompt, ...(index % 11 === 0 ? { source: { title: '' } } : {}) };
  });
}

/** Puts so many published items into the database, some with a draft and some in review. @returns their ids */
export async function fillBank(count: number): Promise<string[]> {
  const places = readContestItems().items.map(({ place }) => place);
  const bodies = manyBodies(count);
  const db = await database();
  const ids = bodies.map((_, index) => `nh-${String(index).padStart(6, '0')}`);
  for (let start = 0; start < count; start += CHUNK) {
    const some = bodies.slice(start, start + CHUNK).map((body, offset) => {
      const index = start + offset;
      const place = places[index % places.length] as (typeof places)[number];
      return { id: ids[index] as string, index, body, place, isNew: index % 20 === 7, isRevised: index % 20 === 9 };
    });
    await db.item.createMany({
      data: some.map(({ id, body, place, index, isNew, isRevised }) => ({
        id,
        status: isNew ? 'draft' : index % 50 === 3 ? 'retired' : 'published',
        work: isNew || isRevised ? 'draft' : 'none',
        topicSlug: place.topicSlug,
        lessonSlug: place.lessonSlug,
        difficulty: place.difficulty,
        tags: `|${place.tags.join('|')}|`,
        interaction: body.interaction,
        currentVersionId: isNew ? null : `${id}-v1`,
        searchText: [id, body.prompt, ...body.options.map(({ text }) => text), ...place.tags].join(' ').toLowerCase(),
        createdAt: new Date(OPENING - (index % 300) * DAY),
        updatedAt: new Date(OPENING - (index % 300) * DAY),
      })),
    });
    await db.itemVersion.createMany({
      data: some
        .filter(({ isNew }) => !isNew)
        .map(({ id, body }) => ({
          id: `${id}-v1`,
          itemId: id,
          number: 1,
          body: JSON.stringify(body),
          contentHash: id,
          createdAt: new Date(OPENING),
        })),
    });
    await db.itemDraft.createMany({
      data: some
        .filter(({ isNew, isRevised }) => isNew || isRevised)
        .map(({ id, body, place }) => ({
          itemId: id,
          body: JSON.stringify(body),
          place: JSON.stringify({ ...place, contested: false }),
          writerIds: '|nguoi-soan|',
        })),
    });
  }
  return ids;
}
