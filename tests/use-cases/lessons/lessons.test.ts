import { describe, expect, it } from 'vitest';
import type { Actor } from '#app/domain/identity/actor.ts';
import { checkPractice, getLesson, getTopic, listTopics, markLessonRead } from '#app/features/lessons/index.server.ts';
import { database } from '#app/platform/db/client.server.ts';
import { OPENING } from '#tests/support/clock.ts';
import { useTestDatabase } from '#tests/support/database.ts';

const TOPIC = '2023-que-huong-coi-nguon-cach-mang';
const LESSON = '01-cao-bang-coi-nguon-cach-mang';
const place = { topicSlug: TOPIC, lessonSlug: LESSON };
const actorOf = (accountId: string): Actor => ({
  accountId,
  unitId: 'don-vi',
  unitPath: '/don-vi/',
  birthYear: 1990,
  grants: [],
});
const hoa = actorOf('hoa');

useTestDatabase({ per: 'test' });

describe('reading topics and lessons', () => {
  it('lists the topics by year, newest first, with their exact titles', async () => {
    const topics = await listTopics({ actor: undefined });
    expect(topics.map((topic) => topic.year)).toEqual(topics.map((topic) => topic.year).toSorted((a, b) => b - a));
    expect(topics.find((topic) => topic.year === 2023)?.title).toContain('quê hương cội nguồn cách mạng');
    expect(topics.every((topic) => topic.read === undefined)).toBe(true);
  });

  it('knows no other topic or lesson', async () => {
    expect(await getTopic({ topicSlug: '2023', actor: hoa })).toBeUndefined();
    expect(await getTopic({ topicSlug: '../facts', actor: undefined })).toBeUndefined();
    expect(await getLesson({ topicSlug: TOPIC, lessonSlug: 'topic', actor: undefined })).toBeUndefined();
  });

  it('gives a lesson with its neighbours, headings to jump to, and sources by title', async () => {
    const lesson = await getLesson({ ...place, actor: undefined });
    expect(lesson).toMatchObject({ number: 1, previous: undefined, progress: undefined });
    expect(lesson?.next?.slug).toMatch(/^02-/u);
    for (const { id } of lesson?.sections ?? []) expect(lesson?.html).toContain(`<h2 id="${id}"`);
    expect(lesson?.sections.length).toBeGreaterThanOrEqual(3);
    expect(lesson?.sources[0]?.title).toContain('Tạp chí Tuyên giáo');
    expect(lesson?.minutes).toBeGreaterThanOrEqual(2);
  });

  it('sends practice questions without their keys, in an order that stays the same', async () => {
    const lesson = await getLesson({ ...place, actor: undefined });
    expect(JSON.stringify(lesson?.practice)).not.toMatch(/key|rationale|correct/u);
    expect((await getLesson({ ...place, actor: undefined }))?.practice).toEqual(lesson?.practice);
    const trueFalse = lesson?.practice.find((question) => question.interaction === 'trueFalse');
    expect(trueFalse?.options).toEqual(['Đúng', 'Sai']);
  });
});

describe('marking a lesson as read', () => {
  it('is kept for that person alone, and counted', async () => {
    expect(await markLessonRead({ actor: hoa, ...place, now: OPENING })).toEqual({ ok: true, value: OPENING });
    expect((await getLesson({ ...place, actor: hoa }))?.progress?.readAt).toBe(OPENING);
    expect((await listTopics({ actor: hoa })).find((topic) => topic.slug === TOPIC)?.read).toBe(1);
    expect((await listTopics({ actor: actorOf('lan') })).find((topic) => topic.slug === TOPIC)?.read).toBe(0);
    expect((await getTopic({ topicSlug: TOPIC, actor: hoa }))?.lessons[0]?.readAt).toBe(OPENING);
    expect(await (await database()).auditEntry.findMany()).toMatchObject([
      { actorId: 'hoa', action: 'lesson.read', subject: `lesson:${TOPIC}/${LESSON}` },
    ]);
  });

  it('keeps the first instant when it is said twice', async () => {
    await markLessonRead({ actor: hoa, ...place, now: OPENING });
    expect(await markLessonRead({ actor: hoa, ...place, now: OPENING + 5 })).toEqual({ ok: true, value: OPENING });
    expect(await (await database()).auditEntry.count()).toBe(1);
  });

  it('refuses a lesson that does not exist, and stores nothing', async () => {
    expect(await markLessonRead({ actor: hoa, topicSlug: TOPIC, lessonSlug: '99-khong-co', now: OPENING })).toEqual({
      ok: false,
      error: 'not-found',
    });
    expect(await (await database()).lessonProgress.count()).toBe(0);
  });
});

describe('checking practice', () => {
  const check = (answers: Record<string, string[]>, actor?: Actor) =>
    checkPractice({ actor, ...place, answers, now: OPENING });

  /** The keys of the lesson, as the answers to a first try tell them. */
  async function keys(): Promise<Record<string, string[]>> {
    const lesson = await getLesson({ ...place, actor: undefined });
    const guess = Object.fromEntries(
      (lesson?.practice ?? []).map((question) => [question.id, [question.optionIds[0] ?? '']]),
    );
    const checked = await check(guess);
    return checked.ok
      ? Object.fromEntries(checked.value.outcomes.map((outcome) => [outcome.itemId, [...outcome.key]]))
      : {};
  }

  it('tells right and wrong with key and reason', async () => {
    const right = await keys();
    const [first = ''] = Object.keys(right);
    const wrong = (await getLesson({ ...place, actor: undefined }))?.practice[0]?.optionIds.find(
      (id) => !right[first]?.includes(id),
    );
    const checked = await check({ ...right, [first]: [wrong ?? ''] });
    expect(checked).toMatchObject({ ok: true, value: { right: 3, total: 4 } });
    expect(checked.ok && checked.value.outcomes[0]).toMatchObject({
      itemId: first,
      isRight: false,
      chosen: [wrong],
      key: right[first],
    });
    expect(checked.ok && checked.value.outcomes[0]?.rationale).not.toBe('');
  });

  it('stores nothing for a visitor', async () => {
    await check(await keys());
    expect(await (await database()).lessonProgress.count()).toBe(0);
  });

  it('keeps the best result: a worse one takes nothing away', async () => {
    const right = await keys();
    const [first = '', ...others] = Object.keys(right);
    await check({ [first]: right[first] ?? [] }, hoa);
    expect((await getLesson({ ...place, actor: hoa }))?.progress).toMatchObject({ practiceRight: 1, practiceTotal: 4 });
    await check(right, hoa);
    await check({ [others[0] ?? '']: right[others[0] ?? ''] ?? [] }, hoa);
    expect((await getLesson({ ...place, actor: hoa }))?.progress).toMatchObject({
      practiceRight: 4,
      practiceTotal: 4,
      readAt: undefined,
    });
    expect((await getLesson({ ...place, actor: actorOf('lan') }))?.progress).toBeUndefined();
  });

  it('does not lose the mark of reading', async () => {
    await markLessonRead({ actor: hoa, ...place, now: OPENING });
    await check(await keys(), hoa);
    expect((await getLesson({ ...place, actor: hoa }))?.progress).toMatchObject({ readAt: OPENING, practiceRight: 4 });
  });

  it('refuses what does not fit, and stores nothing', async () => {
    const [first = ''] = Object.keys(await keys());
    expect(await check({ '2099-p01': ['a'] }, hoa)).toEqual({ ok: false, error: 'invalid' });
    expect(await check({ [first]: ['z'] }, hoa)).toEqual({ ok: false, error: 'no-such-option' });
    expect(await check({ [first]: ['a', 'b'] }, hoa)).toEqual({ ok: false, error: 'no-such-option' });
    expect(
      await checkPractice({ actor: hoa, topicSlug: TOPIC, lessonSlug: 'khong-co', answers: {}, now: OPENING }),
    ).toEqual({ ok: false, error: 'not-found' });
    expect(await (await database()).lessonProgress.count()).toBe(0);
  });

  it('takes an empty answer as none', async () => {
    const [first = ''] = Object.keys(await keys());
    expect(await check({ [first]: [] }, hoa)).toEqual({ ok: true, value: { outcomes: [], right: 0, total: 4 } });
    expect(await (await database()).lessonProgress.count()).toBe(0);
  });

  it('takes orders, matches, words and numbers, and shows what is right line by line', async () => {
    const at = (topicSlug: string, lessonSlug: string) => ({ topicSlug, lessonSlug });
    const order = at('2021-y-chi-tu-luc-tu-cuong', '04-hoi-nghi-trung-uong-8');
    const match = at('2022-xay-dung-doi-ngu-can-bo', '04-nhung-can-bo-dau-tien');
    const text = at(TOPIC, '04-kim-dong-va-tuoi-tre-cao-bang');
    const number = at(TOPIC, '02-doi-viet-nam-tuyen-truyen-giai-phong-quan');
    const of = async (where: typeof order, answers: Record<string, string[]>) => {
      const checked = await checkPractice({ actor: undefined, ...where, answers, now: OPENING });
      return checked.ok ? checked.value.outcomes[0] : checked.error;
    };
    const shown = (await getLesson({ ...order, actor: undefined }))?.practice.at(-1);
    expect(shown?.optionIds).not.toEqual(['a', 'b', 'c', 'd']);
    expect(shown?.optionIds.toSorted()).toEqual(['a', 'b', 'c', 'd']);
    expect(await of(order, { '2021-p23': ['a', 'b', 'c', 'd'] })).toMatchObject({ isRight: true });
    expect(await of(order, { '2021-p23': ['b', 'a', 'c', 'd'] })).toMatchObject({
      isRight: false,
      lines: [{ isKey: false, own: { text: '2' } }, { own: { text: '1' } }, { isKey: true }, { isKey: true }],
    });
    expect(await of(order, { '2021-p23': ['b', 'a'] })).toBe('no-such-option');
    expect(await of(match, { '2022-p21': ['a>a', 'b>b', 'c>c', 'd>d'] })).toMatchObject({ isRight: true });
    expect(await of(match, { '2022-p21': ['a>e'] })).toMatchObject({
      isRight: false,
      lines: [
        { pair: { text: 'Bí thư Chi bộ Đảng đầu tiên của tỉnh' }, own: { text: 'Bí thư Chi bộ Hải ngoại Long Châu' } },
        {},
        {},
        {},
      ],
    });
    expect(await of(text, { '2023-p24': ['dan toc nung'] })).toMatchObject({ isRight: true, key: [] });
    expect(await of(text, { '2023-p24': ['Tày'] })).toMatchObject({ isRight: false });
    expect(await of(number, { '2023-p21': ['8,0 đội viên'] })).toMatchObject({
      isRight: true,
      lines: [{ text: '8 đội viên' }],
    });
    const typed = (await getLesson({ ...text, actor: undefined }))?.practice.at(-1);
    expect(typed).toMatchObject({ interaction: 'textEntry', options: [], optionIds: [] });
    expect(JSON.stringify(typed)).not.toMatch(/Nùng|Tày/u);
    const table = (await getLesson({ ...number, actor: undefined }))?.practice.at(-1);
    expect(table?.promptHtml).toContain('<td align="right">19</td>');
    expect(table).toMatchObject({ unit: 'đội viên' });
  });
});
