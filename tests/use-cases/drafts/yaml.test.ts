import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exportContest, exportDraft, importDescription, readDescription } from '#app/features/drafts/index.server.ts';
import { toYaml } from '#app/features/drafts/description-yaml.server.ts';
import type { Description } from '#app/features/drafts/description.ts';
import { readContestFiles } from '#app/features/contests/index.server.ts';
import { OPENING } from '#tests/support/clock.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { aManager, aWholeDraft, begun, NO_LESSONS, save } from '#tests/support/drafts.ts';
import { aContest } from '#tests/support/factories.ts';
import { rowCounts } from '#tests/support/row-counts.ts';

useTestDatabase();

const against = { lessonNames: NO_LESSONS, now: OPENING };

/** Texts as people and machines write them: marks, quotes, colons, lines, what looks like another type. */
const text = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
  fc.constantFrom(
    'yes',
    'null',
    '1.0',
    '2026-12-01',
    '- a',
    '# b',
    'a: b',
    '"',
    "'",
    '{',
    '@x',
    '*x',
    '&x',
    '!x',
    '%',
    '|',
    '> ',
    'Ước nguyện:\n  hai dòng\n',
    '~',
    '0x1F',
    'true',
  ),
);

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const number = fc.integer({ min: 0, max: 10_000 });

const description = fc.record({
  title: maybe(text),
  organizer: maybe(text),
  audience: maybe(text),
  entry: maybe(
    fc.record({
      minimumAge: maybe(fc.integer({ min: 1, max: 100 })),
      blocks: fc.array(text, { maxLength: 3 }),
      accessCode: maybe(text),
      consent: maybe(text),
    }),
  ),
  marking: maybe(
    fc.record({
      right: fc.constantFrom(1, 0.25, 10),
      wrong: fc.constantFrom(0, -0.5),
      blank: fc.constant(0),
      partial: fc.constantFrom('none' as const, 'proportional' as const),
    }),
  ),
  mustAnswerAll: maybe(fc.boolean()),
  ranking: maybe(fc.array(fc.constantFrom('score' as const, 'duration' as const, 'lot' as const), { maxLength: 3 })),
  graceSeconds: maybe(number),
  rounds: maybe(
    fc.array(
      fc.record({
        title: maybe(text),
        opensAt: maybe(fc.constantFrom('2026-12-01T08:00:00+07:00', '2026-12-01T01:00:00Z')),
        minutes: maybe(fc.constantFrom(10, 0.5, 100 / 60)),
        blueprint: maybe(
          fc.record({
            sections: fc.array(
              fc.record({
                title: maybe(text),
                quotas: fc.array(fc.record({ tag: maybe(text), count: maybe(number) }), { maxLength: 3 }),
              }),
              { maxLength: 2 },
            ),
          }),
        ),
      }),
      { maxLength: 3 },
    ),
  ),
}) as fc.Arbitrary<Description>;

/** The same with keys in another order. */
const shuffled = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(shuffled);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, member]) => [key, shuffled(member)]),
  );
};

describe('export and import', () => {
  test('give the same bytes again, and again, whatever the order of the keys', async () => {
    await fc.assert(
      fc.asyncProperty(description, async (given) => {
        const first = toYaml(given);
        const read = await readDescription(first, against);
        // why only those that can be read: a text of nothing but spaces is no text, and a draft has none.
        fc.pre(read.description !== undefined);
        const second = toYaml(read.description);
        const again = await readDescription(second, against);
        expect(toYaml(shuffled(again.description) as Description)).toBe(second);
      }),
      { numRuns: 150 },
    );
  });

  test('of a draft that is not whole, and of a published contest', async () => {
    const actor = await aManager();
    const draftId = await begun(actor);
    await save(actor, draftId, 'entry', () => ({
      entry: { consent: 'Tôi cam kết:\r\n- tự làm bài', units: ['tinh'] },
    }));
    await aContest({
      slug: 'cu',
      rules: { entry: { units: [], blocks: [], excludesOrganizers: true, accessCode: 'ma-so-1' } },
    });
    const texts = [(await exportDraft(draftId))?.yaml ?? '', (await exportContest('cu'))?.yaml ?? ''];
    for (const yaml of texts) {
      expect(yaml.length).toBeGreaterThan(500);
      const imported = await importDescription({ actor, text: yaml, as: 'new', lessonNames: NO_LESSONS, now: OPENING });
      expect(imported.ok && (await exportDraft(imported.value))?.yaml).toBe(yaml);
    }
    expect(texts[0]).toContain('Tôi cam kết:\n');
    expect(texts[1]).toContain('accessCode: ma-so-1');
  });

  test('of every description in content/contests lose nothing', async () => {
    const files = readContestFiles();
    expect(files.length).toBeGreaterThan(1);
    for (const file of files) {
      const yaml = toYaml(file);
      const read = await readDescription(yaml, against);
      expect(toYaml(read.description ?? {}), file.slug).toBe(yaml);
      expect(
        read.faults.filter(({ message }) => /trường|phải là/u.test(message)),
        file.slug,
      ).toEqual([]);
    }
  });
});

describe('a file with faults', () => {
  const VALID = `slug: thi-thu\ntitle: Cuộc thi thử\norganizer: Ban tổ chức\naudience: Mọi người\n`;

  test.each([
    [
      'a syntax error',
      `${VALID}marking: { right: 1\nrounds: []\n`,
      /^\d+ YAML sai cú pháp: (thiếu dấu đóng|thụt đầu dòng)/u,
    ],
    ['a tab', `${VALID}marking:\n\tright: 1\n`, /^6 YAML sai cú pháp: .*phím Tab/u],
    ['a key twice', `${VALID}title: Tên khác\n`, /^5 YAML sai cú pháp: trường này đã có ở phía trên/u],
    ['a field that there is not', `${VALID}ghi_chu: x\n`, /^5 trường này không có trong quy ước/u],
    ['another type', `${VALID}graceSeconds: hai phút\n`, /^5 phải là số/u],
    ['another word', `${VALID}boards: public\n`, /^5 phải là một trong: live, frozen/u],
    ['no time', `${VALID}rounds:\n  - number: 1\n    opensAt: mai\n`, /^7 phải là thời điểm có múi giờ/u],
    ['a list instead', '- a\n- b\n', /^1 Tệp không phải là một bản mô tả/u],
    ['nothing', '', /^1 Tệp không phải là một bản mô tả/u],
    [
      'aliases without end',
      `a: &a [x, x, x, x, x, x, x, x, x]\nb: &b [*a, *a, *a, *a, *a, *a, *a, *a]\nc: &c [*b, *b, *b, *b, *b, *b, *b, *b]\nd: [*c, *c, *c, *c, *c, *c]\n`,
      /^1 tệp lồng nhau quá sâu hoặc lặp lại quá nhiều/u,
    ],
    ['a nest without end', '['.repeat(100_000), /^\d+ (YAML sai cú pháp|tệp lồng nhau)/u],
  ])('%s is named by its line, and nothing is written', async (_, yaml, fault) => {
    const { description: nothing, faults } = await readDescription(yaml, against);
    expect(nothing).toBeUndefined();
    expect(faults.map(({ line, message }) => `${line} ${message}`)).toEqual(
      expect.arrayContaining([expect.stringMatching(fault)]),
    );
    const before = await rowCounts();
    const actor = { ...(await managerOnce()) };
    const imported = await importDescription({ actor, text: yaml, as: 'new', lessonNames: NO_LESSONS, now: OPENING });
    expect(imported).toEqual({ ok: false, error: 'invalid' });
    expect(await rowCounts()).toEqual(before);
  });

  test('that only misses or mismatches something is named by line, and can be mended on the screen', async () => {
    const actor = await managerOnce();
    const draftId = await aWholeDraft(actor, 'Cuộc thi để chép');
    const yaml = ((await exportDraft(draftId))?.yaml ?? '')
      .replace('audience: Mọi người trong tỉnh\n', '')
      .replace('graceSeconds: 120', 'graceSeconds: 99999');
    const read = await readDescription(yaml, against);
    expect(read.description?.title).toBe('Cuộc thi để chép');
    const lineOf = (field: string): number => yaml.split('\n').findIndex((each) => each.startsWith(field)) + 1;
    expect(read.faults).toMatchObject([
      { line: lineOf('slug'), path: ['audience'], message: 'còn thiếu' },
      { line: lineOf('graceSeconds'), path: ['graceSeconds'], message: 'nhiều nhất là 3600' },
    ]);
  });

  test('changes the contest that has its address, once', async () => {
    const actor = await managerOnce();
    await aContest({ slug: 'se-sua' });
    const yaml = (await exportContest('se-sua'))?.yaml ?? '';
    const command = { actor, text: yaml, lessonNames: NO_LESSONS, now: OPENING };
    expect((await readDescription(yaml, against)).contestSlug).toBe('se-sua');
    expect((await importDescription({ ...command, as: 'change' })).ok).toBe(true);
    expect(await importDescription({ ...command, as: 'change' })).toEqual({ ok: false, error: 'draft-exists' });
    const elsewhere = yaml.replace('slug: se-sua', 'slug: khong-co');
    expect(await importDescription({ ...command, text: elsewhere, as: 'change' })).toEqual({
      ok: false,
      error: 'not-found',
    });
    expect(await importDescription({ ...command, actor: { ...actor, grants: [] }, as: 'new' })).toEqual({
      ok: false,
      error: 'forbidden',
    });
  });
});

let manager: ReturnType<typeof aManager> | undefined;
/** The database is one for the file, and so is the person. */
const managerOnce = (): ReturnType<typeof aManager> => (manager ??= findManager());

async function findManager(): ReturnType<typeof aManager> {
  const { database } = await import('#app/platform/db/client.server.ts');
  const root = await (await database()).unit.findUnique({ where: { id: 'tinh' } });
  if (!root) return aManager();
  const grants = [{ role: 'organizer', unitId: root.id, unitPath: root.path }] as const;
  return { accountId: 'nguoi-to-chuc', unitId: root.id, unitPath: root.path, birthYear: 1980, grants };
}
