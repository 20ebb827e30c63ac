import { describe, expect, test } from 'vitest';
import { DAY, HOUR, localDay, startOfLocalDay } from '#app/domain/kernel/time.ts';
import { afterOpening, OPENING } from '#tests/support/clock.ts';
import { useContentCopy } from '#tests/support/content.ts';
import { useTestDatabase } from '#tests/support/database.ts';

const [MAIN, PAST] = ['tim-hieu-chuyen-de', 'que-huong-coi-nguon'];
const FILE = `contests/${PAST}.yml`;

useTestDatabase({ per: 'test' });

// why imported anew: the folder of content is read once by the modules, and each test has its own.
async function open() {
  const contests = await import('#app/features/contests/index.server.ts');
  const { database, closeDatabase } = await import('#app/platform/db/client.server.ts');
  return { ...contests, db: await database(), closeDatabase };
}

/** Contests and rounds without what says when they were written. */
async function stored({ db }: Awaited<ReturnType<typeof open>>) {
  const rows = await db.contest.findMany({ include: { rounds: true }, orderBy: { slug: 'asc' } });
  return rows.map(({ updatedAt: _, rounds, ...contest }) => ({
    ...contest,
    rounds: rounds.map(({ updatedAt: _u, ...round }) => round),
  }));
}

describe('loading contests', () => {
  test('twice stores them once, and their ids stay', async () => {
    useContentCopy();
    const app = await open();
    expect(await app.loadContests({ now: OPENING })).toEqual({ contests: 2 });
    const first = await stored(app);
    expect(first.map(({ slug, rounds }) => [slug, rounds.length])).toEqual([
      [PAST, 1],
      [MAIN, 1],
    ]);
    expect(await app.loadContests({ now: OPENING + HOUR })).toEqual({ contests: 2 });
    expect(await stored(app)).toEqual(first);
    await app.closeDatabase();
  });

  test('takes over what was changed in a file', async () => {
    const content = useContentCopy();
    const app = await open();
    await app.loadContests({ now: OPENING });
    const [before] = await stored(app);
    content.edit(FILE, /minutes: 10\b/u, 'minutes: 12');
    content.edit(FILE, /limit: 2/u, 'limit: 3');
    await app.loadContests({ now: OPENING });
    const [after] = await stored(app);
    expect(after?.id).toBe(before?.id);
    expect(after?.rounds[0]).toEqual({ ...before?.rounds[0], durationMs: 12 * 60_000 });
    expect((await app.getContest(PAST, OPENING))?.contest.rules.attempts.limit).toBe(3);
    await app.closeDatabase();
  });

  test('opens now only the contest that is to be tried', async () => {
    useContentCopy();
    const app = await open();
    await app.loadContests({ now: OPENING });
    const before = await stored(app);
    const now = afterOpening({ hours: 300 });
    await app.loadContests({ now, openNow: MAIN });
    const [past, main] = await stored(app);
    expect(past).toEqual(before[0]);
    const today = startOfLocalDay(localDay(now));
    expect(main?.rounds[0]).toEqual({
      ...before[1]?.rounds[0],
      opensAt: new Date(today - 4 * DAY + 8 * HOUR),
      closesAt: new Date(today + 3 * DAY),
    });
    expect((await app.getContest(MAIN, now))?.phase).toBe('open');
    await app.closeDatabase();
  });
});

describe('a contest file tells file, line and field', () => {
  test.each([
    ['a missing field', /^organizer: .*\n/mu, '', 'organizer', 'thiếu trường bắt buộc này'],
    ['an unknown field', /^boards: live/mu, 'boards: live\nprize: 1000000', 'prize', 'không có trong quy ước'],
    ['an unknown word', /^boards: live/mu, 'boards: sometimes', 'boards', 'live, after-close'],
    ['a number that is text', /graceSeconds: 15/u, 'graceSeconds: "15"', 'graceSeconds', 'phải là số'],
    ['a marking of nothing', /right: 1/u, 'right: 0', 'marking.right', 'ít nhất'],
    ['an instant without a zone', /\+07:00"\n {4}closesAt/u, '"\n    closesAt', 'rounds[0].opensAt', 'múi giờ'],
    ['a close before the opening', /2026-10-12T/u, '2026-10-01T', 'rounds[0].closesAt', 'giờ đóng phải sau giờ mở'],
    [
      'a paper of no questions',
      /count: 3 \}/u,
      'count: 0 }',
      'rounds[0].blueprint.sections[0].quotas[1].count',
      'ít nhất',
    ],
    ['an address with capitals', /^slug: .*$/mu, 'slug: Cuoc_Thi', 'slug', 'chữ thường không dấu'],
  ])('of %s', async (_, from, to, field, words) => {
    const content = useContentCopy();
    content.edit(FILE, from, to);
    const { readContestFiles } = await import('#app/features/contests/index.server.ts');
    const line = lineOf(content.read(FILE), field);
    expect(() => readContestFiles()).toThrow(new RegExp(`^content/${FILE}:${line} ${escaped(field)}: .*${words}`, 'u'));
  });

  test('of two rounds with one number', async () => {
    const content = useContentCopy();
    const text = content.read(FILE);
    const round = text.slice(text.indexOf('  - number: 1'));
    content.edit(FILE, round, `${round}${round}`);
    const { readContestFiles } = await import('#app/features/contests/index.server.ts');
    expect(() => readContestFiles()).toThrow(/:\d+ rounds: hai vòng thi trùng số thứ tự/u);
  });

  test('and nothing is loaded', async () => {
    const content = useContentCopy();
    const app = await open();
    content.edit(FILE, /right: 1/u, 'right: nhiều');
    await expect(app.loadContests({ now: OPENING })).rejects.toThrow('marking.right');
    expect(await stored(app)).toEqual([]);
    await app.closeDatabase();
  });
});

const escaped = (text: string): string => text.replace(/[.[\]]/gu, String.raw`\$&`);

/** The line in which a field stands, found by its last word; the first line where the file does not have it. */
function lineOf(text: string, field: string): number {
  const name = field.split('.').at(-1) ?? '';
  const wanted = field.includes('quotas[1]') ? 'difficulty: medium' : `${name}:`;
  const line = text.split('\n').findIndex((each) => !each.startsWith('#') && each.includes(wanted));
  if (line >= 0) return line + 1;
  return text.split('\n').findIndex((each) => each !== '' && !each.startsWith('#')) + 1;
}
