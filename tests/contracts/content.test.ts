import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ContentFault } from '#app/platform/content-files.server.ts';
import { useContentCopy, type ContentCopy } from '#tests/support/content.ts';

const ITEMS = 'items/2023-que-huong-coi-nguon-cach-mang.yml';
const TOPIC = 'topics/2023-que-huong-coi-nguon-cach-mang';
const CONTEST = 'contests/que-huong-coi-nguon.yml';
const LESSON = `${TOPIC}/01-cao-bang-coi-nguon-cach-mang`;

async function check(): Promise<readonly ContentFault[]> {
  const { checkContent } = await import('#app/cli/check-content.ts');
  return checkContent();
}

/** Line of the first occurrence, counted as editors do. */
const lineOf = (content: ContentCopy, file: string, text: string): number =>
  content.read(file).slice(0, content.read(file).indexOf(text)).split('\n').length;

describe('the content of the repository', () => {
  it('has no fault', async () => {
    expect(await check()).toEqual([]);
  });

  it('has at least 150 contest questions over five topics of four lessons or more', async () => {
    const { readContestItems } = await import('#app/features/items/index.server.ts');
    const { readTopicFiles } = await import('#app/features/lessons/index.server.ts');
    expect(readContestItems().items.length).toBeGreaterThanOrEqual(150);
    const topics = readTopicFiles().topics;
    expect(topics.length).toBeGreaterThanOrEqual(5);
    expect(Math.min(...topics.map((topic) => topic.lessons.length))).toBeGreaterThanOrEqual(4);
  });
});

const ANY = { line: expect.any(Number), field: expect.any(String), message: expect.any(String) };

describe('what authors should know of a contest', () => {
  async function run(): Promise<{ ok: boolean; text: string; warnings: unknown }> {
    const { runCheckContent } = await import('#app/cli/check-content.ts');
    let text = '';
    let warnings: unknown;
    const print = (line: string, data: object): void => {
      text += line;
      warnings = 'warnings' in data ? data.warnings : undefined;
    };
    return { ok: await runCheckContent({ options: {}, operands: [], print }), text, warnings };
  }

  it('is nothing in the contests of the repository', async () => {
    expect(await run()).toMatchObject({ ok: true, warnings: [] });
  });

  it('is printed with its line, and stops nothing', async () => {
    const content = useContentCopy();
    content.edit(CONTEST, 'boards: after-close', 'boards: live');
    const line = lineOf(content, CONTEST, 'boards:');
    const { ok, text } = await run();
    expect(ok).toBe(true);
    expect(text).toContain(`Lưu ý: content/${CONTEST}:${line} boards: Bảng xếp hạng hiện liên tục`);
    expect(text).toContain('Nội dung đạt');
    expect(await check()).toEqual([]);
  });
});

describe('a planted fault is named with file, line and field', () => {
  const plants: readonly [name: string, plant: (content: ContentCopy) => Partial<ContentFault>][] = [
    [
      'an unknown key',
      (content) => {
        content.edit(ITEMS, '  difficulty: easy\n', '  difficulty: easy\n  dificulty: hard\n');
        return {
          file: ITEMS,
          line: lineOf(content, ITEMS, 'dificulty'),
          field: '[0].dificulty',
          message: 'trường này không có trong quy ước của tệp',
        };
      },
    ],
    [
      'a wrong word',
      (content) => {
        content.edit(ITEMS, 'difficulty: easy', 'difficulty: simple');
        return {
          file: ITEMS,
          line: lineOf(content, ITEMS, 'difficulty: simple'),
          field: '[0].difficulty',
          message: 'phải là một trong: easy, medium, hard',
        };
      },
    ],
    [
      'YAML that is broken',
      (content) => {
        content.edit(ITEMS, /\n {2}facts: \[/u, '\n  facts: [[');
        return { file: ITEMS, field: '' };
      },
    ],
    [
      'a question without a key',
      (content) => {
        content.edit(ITEMS, ', correct: true }', ' }');
        return { file: ITEMS, line: lineOf(content, ITEMS, 'options:'), field: '2023-001.options' };
      },
    ],
    [
      'a fact that does not exist',
      (content) => {
        content.edit(ITEMS, /facts: \[[^\]]*\]/u, 'facts: [Z99]');
        return {
          file: ITEMS,
          line: lineOf(content, ITEMS, '[Z99]'),
          field: '2023-001.facts[0]',
          message: 'không có dữ kiện Z99',
        };
      },
    ],
    [
      'a fact in dispute',
      (content) => {
        content.edit(ITEMS, /facts: \[[^\]]*\]/u, 'facts: [C24]');
        return { file: ITEMS, line: lineOf(content, ITEMS, '[C24]'), field: '2023-001.facts[0]' };
      },
    ],
    [
      'a lesson that does not exist',
      (content) => {
        content.edit(ITEMS, /lesson: \S+/u, 'lesson: 09-khong-co');
        return { file: ITEMS, line: lineOf(content, ITEMS, 'lesson: 09'), field: '2023-001.lesson' };
      },
    ],
    [
      'an id used twice',
      (content) => {
        content.edit(ITEMS, '"2023-002"', '"2023-001"');
        return {
          file: ITEMS,
          field: '2023-001.id',
          message: expect.stringContaining(`mã này đã dùng ở content/${ITEMS}:`),
        };
      },
    ],
    [
      'the same question in practice, in other letters',
      (content) => {
        const prompt = /prompt: "?([^"\n]+)/u.exec(content.read(ITEMS))?.[1] ?? '';
        content.edit(`${LESSON}.practice.yml`, /prompt: .*/u, `prompt: "${prompt.toUpperCase()}"`);
        return { file: ITEMS, field: '2023-001.prompt', message: expect.stringContaining('trùng câu hỏi 2023-p01') };
      },
    ],
    [
      'a source that does not exist',
      (content) => {
        content.edit(`${LESSON}.md`, /^sources: \[/mu, 'sources: [khong_co, ');
        return {
          file: `${LESSON}.md`,
          line: lineOf(content, `${LESSON}.md`, 'sources: ['),
          field: 'sources[0]',
          message: 'không có nguồn khong_co',
        };
      },
    ],
    [
      'a lesson that is too short',
      (content) => {
        content.edit(`${LESSON}.md`, /(^---\n[\s\S]*?\n---\n)[\s\S]*/u, '$1\nMột dòng.\n');
        return { file: `${LESSON}.md`, field: 'body', message: 'bài có 2 chữ, cần từ 500 đến 900' };
      },
    ],
    [
      'HTML in a lesson',
      (content) => {
        content.edit(`${LESSON}.md`, /$/u, '\n<b>đậm</b>\n');
        return {
          file: `${LESSON}.md`,
          line: lineOf(content, `${LESSON}.md`, '<b>'),
          field: 'body',
          message: 'bài học không chứa HTML',
        };
      },
    ],
    [
      'a lesson without practice',
      (content) => {
        rmSync(join(content.dir, `${LESSON}.practice.yml`));
        return { file: `${LESSON}.practice.yml`, line: 1, message: 'không có tệp này' };
      },
    ],
    [
      'a title that is missing',
      (content) => {
        content.edit(`${TOPIC}/topic.yml`, /^shortTitle: .*\n/mu, '');
        return { file: `${TOPIC}/topic.yml`, field: 'shortTitle', message: 'thiếu trường bắt buộc này' };
      },
    ],
    [
      'letters that are not in NFC',
      (content) => {
        const summary = /^summary: .*/mu.exec(content.read(`${TOPIC}/topic.yml`))?.[0] ?? '';
        content.edit(`${TOPIC}/topic.yml`, summary, summary.normalize('NFD'));
        return {
          file: `${TOPIC}/topic.yml`,
          line: lineOf(content, `${TOPIC}/topic.yml`, 'summary:'),
          message: expect.stringContaining('NFC'),
        };
      },
    ],
    [
      'a bank that cannot fill a paper',
      (content) => {
        writeFileSync(join(content.dir, ITEMS), '[]\n');
        return {
          file: CONTEST,
          field: 'rounds[0].blueprint.sections[0].quotas[0].count',
          message: expect.stringContaining(
            'Vòng 1, phần 1, dòng 1 cần 6 câu dễ của chuyên đề “Quê hương cội nguồn cách mạng”, ngân hàng chỉ có 0.',
          ),
        };
      },
    ],
    [
      'a round that closes before it opens',
      (content) => {
        content.edit(CONTEST, '2026-10-12T00', '2026-10-01T00');
        return {
          file: CONTEST,
          line: lineOf(content, CONTEST, 'closesAt:'),
          field: 'rounds[0].closesAt',
          message: expect.stringContaining('Vòng 1 đóng trước khi mở'),
        };
      },
    ],
    [
      'a unit that no tree has',
      (content) => {
        content.edit(CONTEST, /^keys: .*\n|^marking:/mu, 'entry: { units: [xa-khong-co] }\nmarking:');
        return {
          file: CONTEST,
          line: lineOf(content, CONTEST, 'entry:'),
          field: 'entry.units[0]',
          message: expect.stringContaining('Không có đơn vị mang mã “xa-khong-co”'),
        };
      },
    ],
    [
      'two files of one contest',
      (content) => {
        const copy = 'contests/zz.yml';
        cpSync(join(content.dir, CONTEST), join(content.dir, copy));
        return {
          file: copy,
          line: lineOf(content, copy, 'slug:'),
          field: 'slug',
          message: `tên đường dẫn này đã dùng ở content/${CONTEST}`,
        };
      },
    ],
  ];

  it.each(plants)('%s', async (_, plant) => {
    const content = useContentCopy();
    const expected = plant(content);
    expect(await check()).toContainEqual({ ...ANY, ...expected });
  });
});

describe('the examples of content/README.md', () => {
  /** The YAML examples of contest descriptions, in their order. */
  const examples = (): string[] =>
    [...readFileSync('content/README.md', 'utf8').matchAll(/```yaml\n(slug: [\s\S]*?)```/gu)].map(
      ([, example = '']) => example,
    );

  async function faultsWith(example: string): Promise<readonly string[]> {
    const content = useContentCopy();
    writeFileSync(join(content.dir, 'contests/zz.yml'), example);
    return (await check()).flatMap(({ file, field }) => (file === 'contests/zz.yml' ? field : []));
  }

  it('are a bad one with the errors that it tells of, and a good one without', async () => {
    const [bad = '', good = ''] = examples();
    expect((await faultsWith(bad)).toSorted()).toEqual([
      'attempts.counted',
      'frozenForMinutes',
      'ranking[0]',
      'ranking[0]',
      'rounds[0].blueprint.sections[0].quotas[1].count',
      'slug',
    ]);
    expect(await faultsWith(good)).toEqual([]);
  });
});
