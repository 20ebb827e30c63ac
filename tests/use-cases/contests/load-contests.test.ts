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
    expect(await app.loadContests({ now: OPENING })).toEqual({ contests: 2, kept: [] });
    const first = await stored(app);
    expect(first.map(({ slug, rounds }) => [slug, rounds.length])).toEqual([
      [PAST, 1],
      [MAIN, 3],
    ]);
    expect(await app.loadContests({ now: OPENING + HOUR })).toEqual({ contests: 2, kept: [] });
    expect(await stored(app)).toEqual(first);
    await app.closeDatabase();
  });

  test('takes over what was changed in a file', async () => {
    const content = useContentCopy();
    const app = await open();
    await app.loadContests({ now: OPENING });
    const [before] = await stored(app);
    content.edit(FILE, /minutes: 10\b/u, 'minutes: 12');
    content.edit(FILE, /count: 2, per/u, 'count: 3, per');
    await app.loadContests({ now: OPENING });
    const [after] = await stored(app);
    expect(after?.id).toBe(before?.id);
    expect(after?.rounds[0]).toEqual({ ...before?.rounds[0], durationMs: 12 * 60_000 });
    expect((await app.getContest(PAST, OPENING))?.contest.rules.attempts.limits).toEqual([{ count: 3, per: 'round' }]);
    await app.closeDatabase();
  });

  test('leaves a contest as it was where a file would change what attempts rest on, and takes over what it may', async () => {
    const content = useContentCopy();
    const app = await open();
    await app.loadContests({ now: OPENING });
    const { id, contestId } = await app.db.round.findFirstOrThrow({ where: { contest: { slug: PAST } } });
    const at = new Date(OPENING);
    const attempt = {
      roundId: id,
      contestId,
      accountId: 'nguoi',
      unitId: 'xa',
      number: 1,
      seed: 's',
      form: '{"slots":[]}',
    };
    const time = { startedAt: at, deadlineAt: at, graceMs: 0, state: 'inProgress', maxScore: 10 };
    await app.db.attempt.create({ data: { ...attempt, ...time } });
    const before = await stored(app);
    content.edit(FILE, /minutes: 10\b/u, 'minutes: 12');
    expect(await app.loadContests({ now: OPENING })).toEqual({ contests: 2, kept: [PAST] });
    expect(await stored(app)).toEqual(before);
    content.edit(FILE, /minutes: 12\b/u, 'minutes: 10');
    content.edit(FILE, /^title: .*$/mu, 'title: Cuộc thi được đặt tên lại');
    expect(await app.loadContests({ now: OPENING })).toEqual({ contests: 2, kept: [] });
    expect((await app.getContest(PAST, OPENING))?.contest.title).toBe('Cuộc thi được đặt tên lại');
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
    expect(main?.rounds.find(({ number }) => number === 1)).toMatchObject({
      opensAt: new Date(today - 4 * DAY + 8 * HOUR),
      closesAt: new Date(today + 3 * DAY),
    });
    // The second round opens eight hours after the close of the first and runs as long as it did; practice runs beside both.
    expect(main?.rounds.find(({ number }) => number === 2)).toMatchObject({
      opensAt: new Date(today + 3 * DAY + 8 * HOUR),
      closesAt: new Date(today + 10 * DAY),
    });
    expect(main?.rounds.find(({ number }) => number === 3)).toMatchObject({
      kind: 'practice',
      opensAt: new Date(today - 7 * DAY + 8 * HOUR),
      closesAt: new Date(today + 10 * DAY),
    });
    const times = { opensAt: 0, closesAt: 0 };
    expect(main?.rounds.map((round) => ({ ...round, ...times }))).toEqual(
      before[1]?.rounds.map((round) => ({ ...round, ...times })),
    );
    expect((await app.getContest(MAIN, now))?.phase).toBe('open');
    await app.closeDatabase();
  });
});

describe('a contest file tells file, line and field', () => {
  test.each([
    ['a missing field', /^organizer: .*\n/mu, '', 'organizer', 'thiếu trường bắt buộc này'],
    ['an unknown field', /^boards: after-close/mu, 'boards: live\nprize: 1000000', 'prize', 'không có trong quy ước'],
    ['an unknown word', /^boards: after-close/mu, 'boards: sometimes', 'boards', 'live, frozen, after-close, own-row'],
    ['a number that is text', /graceSeconds: 120/u, 'graceSeconds: "120"', 'graceSeconds', 'phải là số'],
    ['a marking of nothing', /right: 1/u, 'right: 0', 'marking.right', 'ít nhất'],
    ['an instant without a zone', /\+07:00"\n {4}closesAt/u, '"\n    closesAt', 'rounds[0].opensAt', 'múi giờ'],
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
