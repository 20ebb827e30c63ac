import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { phaseAt } from '#app/domain/contests/phase.ts';
import { MINUTE, SECOND } from '#app/domain/kernel/time.ts';
import { ContestFileSchema, type ContestFile } from '#app/features/contests/contest.schema.ts';
import { contestOf } from '#app/features/contests/description.ts';
import type { Article, RulesDescription } from '#app/features/contests/rules/article.ts';
import { plannedRound, publicRules, rulesArticles } from '#app/features/contests/rules/rules-articles.ts';

type Input = z.input<typeof ContestFileSchema>;

const quota = {
  topic: '2023-que-huong',
  lesson: '01-pac-bo',
  difficulty: 'easy',
  tag: 'moc-108',
  interaction: 'choice',
  count: 5,
  marks: 2,
} as const;
const blueprint = { sections: [{ title: 'Phần chung', quotas: [quota, { count: 10 }] }], optionsShown: 3 };
const round = {
  title: 'Vòng 1',
  kind: 'contest',
  opensAt: '2026-12-01T08:00:00+07:00',
  closesAt: '2026-12-08T00:00:00+07:00',
  minutes: 15,
  window: 'personal',
  lateArrival: 'cut',
  entryForMinutes: 6_000,
  blueprint,
} as const;

/** A description that says something about everything. */
const FULL: Input = {
  slug: 'thi-thu',
  title: 'Cuộc thi về quê hương',
  isTemplate: false,
  organizer: 'Ban Tuyên giáo và Dân vận Tỉnh ủy',
  audience: 'Cán bộ và Nhân dân',
  entry: {
    minimumAge: 14,
    units: ['xa-truong-ha'],
    blocks: ['Khối xã'],
    excludesOrganizers: true,
    accessCode: 'MATKHAU2026',
    consent: 'Tôi cam kết tự làm bài.',
    categories: ['official'],
  },
  marking: { right: 1, wrong: -0.25, blank: 0, partial: 'none' },
  mustAnswerAll: false,
  attempts: {
    limits: [
      { count: 2, per: 'round' },
      { count: 5, per: 'contest' },
    ],
    counted: 'best',
  },
  overall: 'sum',
  prediction: { asks: 'people', scope: 'round' },
  ranking: ['score', 'predictionDistance', 'duration', 'submittedAt', 'lot'],
  boards: 'frozen',
  keys: 'after-round',
  units: { criteria: ['rate', 'allRight'], minimumHeadcount: 50 },
  blocks: [
    { name: 'Trong tỉnh', units: ['cao-bang'] },
    { name: 'Ngoài tỉnh', units: ['lang-son', 'bac-kan'] },
  ],
  frozenForMinutes: 60,
  graceSeconds: 120,
  rounds: [
    { number: 1, ...round },
    {
      number: 2,
      ...round,
      title: 'Vòng 2',
      opensAt: '2026-12-10T08:00:00+07:00',
      closesAt: '2026-12-15T10:00:30+07:00',
    },
    {
      number: 3,
      ...round,
      title: 'Luyện tập',
      kind: 'practice',
      blueprint: { sections: [{ title: 'Ôn', quotas: [{ count: 5 }] }] },
    },
  ],
};

const NAMES = {
  topics: { '2023-que-huong': 'Quê hương' },
  lessons: { '2023-que-huong/01-pac-bo': 'Ngày về Pác Bó' },
  units: { 'xa-truong-ha': 'Xã Trường Hà', 'cao-bang': 'Tỉnh Cao Bằng' },
};

function descriptionOf(input: Input): RulesDescription {
  const { title, rules, rounds } = contestOf(ContestFileSchema.parse(input));
  const planned = rounds.map((each) =>
    plannedRound({ ...each, lotCommitment: `dau-${each.number}`.padEnd(64, '0') }, rules),
  );
  return { title, rules, rounds: planned, names: NAMES };
}

const articlesOf = (given: Partial<Input> = {}): Article[] => rulesArticles(descriptionOf({ ...FULL, ...given }), 'vi');

const textOf = (articles: readonly Article[]): string => JSON.stringify(articles);

/** Every sentence, list item, cell and quote of an article. */
function sentences(articles: readonly Article[], id?: string): string[] {
  const wanted = articles.filter((article) => id === undefined || article.id === id);
  return wanted.flatMap(({ clauses }) =>
    clauses.flatMap((clause) => {
      switch (clause.kind) {
        case 'text':
          return [clause.text];
        case 'list':
          return [clause.text, ...clause.items];
        case 'quote':
          return [clause.text, clause.quote];
        case 'codes':
          return [clause.text, ...clause.codes.map(({ name, code }) => `${name} ${code}`)];
        case 'table':
          return [clause.caption, ...clause.rows.map((row) => row.join(' | '))];
      }
    }),
  );
}

interface Node {
  readonly def: { readonly type: string; readonly innerType?: Node; readonly element?: Node };
  readonly shape?: Readonly<Record<string, Node>>;
  readonly options?: readonly string[];
}

interface Leaf {
  /** "rounds[].blueprint.optionsShown" */
  readonly path: string;
  readonly node: Node;
  readonly isOptional: boolean;
}

/** Every field of a schema that holds no other. */
function leavesOf(node: Node, path = '', isOptional = false): Leaf[] {
  const { type, innerType, element } = node.def;
  if (type === 'object') {
    return Object.entries(node.shape ?? {}).flatMap(([key, child]) =>
      leavesOf(child, path === '' ? key : `${path}.${key}`),
    );
  }
  if (type === 'array' && element) return leavesOf(element, `${path}[]`);
  if (innerType) return leavesOf(innerType, path, isOptional || type === 'optional');
  return [{ path, node, isOptional }];
}

type Tree = Record<string, unknown>;

/** The description with another value in the first place that the path leads to; undefined takes the field away. */
function withValue(path: string, change: (before: unknown) => unknown): Input {
  const changed = structuredClone(FULL);
  const steps = path.replaceAll('[]', '.0').split('.');
  const last = steps.pop() ?? '';
  let node = changed as unknown as Tree;
  for (const step of steps) node = node[step] as Tree;
  if (!(last in node)) throw new Error(`the full description says nothing of ${path}`);
  const value = change(node[last]);
  if (value === undefined) delete node[last];
  else node[last] = value;
  return changed;
}

/** Other values for fields that cannot take just any. */
const OTHERS: Readonly<Record<string, unknown>> = {
  'rounds[].number': 5,
  'rounds[].opensAt': '2026-12-01T08:00:01+07:00',
  'rounds[].closesAt': '2026-12-08T00:00:30+07:00',
  'entry.units[]': 'xa-khac',
  'blocks[].units[]': 'xa-khac',
  'rounds[].blueprint.sections[].quotas[].topic': 'chuyen-de-khac',
  'marking.wrong': -0.5,
  'marking.blank': -0.1,
};

/** Fields that the rules do not print, each with its reason. */
const UNPRINTED: Readonly<Record<string, string>> = {
  slug: 'the address of the pages, not a rule',
  isTemplate: 'a template is no contest',
  'entry.accessCode': 'a secret: the rules say whether there is one',
};

/** The description with this field changed, in every way that its type has. */
function variantsOf({ path, node, isOptional }: Leaf): Input[] {
  const without = isOptional ? [withValue(path, () => undefined)] : [];
  const other = OTHERS[path];
  if (other !== undefined) return [withValue(path, () => other), ...without];
  const { type } = node.def;
  if (type === 'enum') {
    const options = (node.options ?? []).filter((option) => option !== read(path));
    return [...options.map((option) => withValue(path, () => option)), ...without];
  }
  const change = (before: unknown): unknown =>
    typeof before === 'number' ? before + 1 : typeof before === 'boolean' ? !before : `${String(before)} khác`;
  return [withValue(path, change), ...without];
}

function read(path: string): unknown {
  let found: unknown;
  withValue(path, (before) => (found = before));
  return found;
}

const LEAVES = leavesOf(ContestFileSchema);

describe('the rules', () => {
  it('see every field of the description, those of rounds and papers too', () => {
    const paths = LEAVES.map((leaf) => leaf.path);
    expect(paths).toContain('rounds[].blueprint.sections[].quotas[].marks');
    expect(paths).toContain('prediction.scope');
    expect(paths.length).toBeGreaterThanOrEqual(45);
    expect(paths).toEqual(expect.arrayContaining(Object.keys({ ...OTHERS, ...UNPRINTED })));
  });

  it.each(LEAVES.filter(({ path }) => !(path in UNPRINTED)))('say another thing where $path is another', (leaf) => {
    const all = [FULL, ...variantsOf(leaf)].map((input) => textOf(rulesArticles(descriptionOf(input), 'vi')));
    expect(all.length).toBeGreaterThanOrEqual(2);
    expect(new Set(all).size).toBe(all.length);
    const english = [FULL, ...variantsOf(leaf)].map((input) => textOf(rulesArticles(descriptionOf(input), 'en')));
    expect(new Set(english).size).toBe(english.length);
  });

  it('never print the access code, and say whether there is one', () => {
    expect(textOf(articlesOf())).not.toContain('MATKHAU2026');
    expect(textOf(articlesOf())).toContain('phải nhập mã dự thi do ban tổ chức phát');
    const { accessCode: _, ...open } = FULL.entry ?? {};
    expect(textOf(articlesOf({ entry: open }))).toContain('Không cần mã dự thi.');
    expect(JSON.stringify(publicRules(descriptionOf(FULL).rules))).not.toContain('MATKHAU2026');
    expect(publicRules(descriptionOf(FULL).rules).entry.accessCode).toBeDefined();
  });

  it('say nothing twice within an article, and leave no placeholder', () => {
    for (const article of articlesOf()) {
      const said = sentences([article]).filter((sentence) => !sentence.includes(' | '));
      expect(new Set(said).size, article.id).toBe(said.length);
      expect(article.clauses.length).toBeGreaterThan(0);
    }
    expect(textOf(articlesOf())).not.toMatch(/undefined|NaN|\[object|Infinity/);
  });

  it('are the same whatever the order of the rounds', () => {
    expect(textOf(articlesOf({ rounds: FULL.rounds.toReversed() }))).toBe(textOf(articlesOf()));
  });
});

describe('in Vietnamese', () => {
  it('who may enter: the year of birth worked out, units by their names, the consent word by word', () => {
    const said = sentences(articlesOf(), 'entry');
    expect(said).toContain('Xã Trường Hà và các đơn vị trực thuộc');
    expect(said).toContain('Khối “Khối xã”');
    expect(said).toContain('Tôi cam kết tự làm bài.');
    expect(said.find((sentence) => sentence.includes('14 tuổi'))).toContain(
      'Dự thi trong năm 2026 thì phải sinh từ năm 2012 trở về trước.',
    );
  });

  it('both years where a round goes over New Year, and one where it ends with the year', () => {
    const over = (closesAt: string): string =>
      textOf(articlesOf({ rounds: [{ ...FULL.rounds[0]!, closesAt, entryForMinutes: undefined }] }));
    expect(over('2027-01-01T00:00:00+07:00')).not.toContain('Dự thi trong năm 2027');
    expect(over('2027-01-01T00:00:01+07:00')).toContain(
      'Dự thi trong năm 2027 thì phải sinh từ năm 2013 trở về trước.',
    );
  });

  it('times: midnight as the end of a day, seconds where there are any, the end of entry apart from the close', () => {
    const said = sentences(articlesOf(), 'rounds');
    expect(said).toContain(
      'Vòng 1 | 08:00 ngày 01/12/2026 | 12:00 ngày 05/12/2026 | 00:00 ngày 08/12/2026 (hết ngày 07/12/2026) | 15 phút',
    );
    expect(said.find((sentence) => sentence.startsWith('Vòng 2'))).toContain('10:00:30 ngày 15/12/2026');
  });

  it('times that the organizers adjusted, with the plan', () => {
    const description = descriptionOf(FULL);
    const rounds = description.rounds.map((each, index) =>
      index > 0 ? each : { ...each, window: { ...each.window, closesAt: each.window.closesAt + 30 * MINUTE } },
    );
    expect(sentences(rulesArticles({ ...description, rounds }, 'vi'), 'rounds')).toContain(
      'Vòng 1: ban tổ chức đã điều chỉnh giờ. Theo kế hoạch ban đầu, vòng đóng lúc 00:00 ngày 08/12/2026; bảng trên ghi giờ sau khi điều chỉnh.',
    );
  });

  it('the paper: topics and lessons by name, marks of each question, the sum', () => {
    const said = sentences(articlesOf(), 'paper');
    expect(said).toContain('Vòng 1, Vòng 2: 15 câu, tối đa 20 điểm');
    expect(said).toContain(
      'Phần chung | chuyên đề “Quê hương”, bài “Ngày về Pác Bó”, câu dễ, thẻ “moc-108”, câu một đáp án | 5 | 2',
    );
    expect(said).toContain(' | toàn bộ ngân hàng câu hỏi | 10 | 1');
  });

  it('marks: what is taken away is said as such', () => {
    const said = sentences(articlesOf(), 'marks');
    expect(said).toContain('Câu trả lời sai bị trừ 0,25 điểm.');
    expect(said).toContain('Câu bỏ trống được 0 điểm, không bị trừ.');
    expect(said).toContain('Tổng điểm có thể nhỏ hơn 0.');
    const free = sentences(articlesOf({ marking: { right: 1, wrong: 0, blank: 0, partial: 'none' } }), 'marks');
    expect(free).not.toContain('Tổng điểm có thể nhỏ hơn 0.');
  });

  it('late answers: the exact grace, or that there is none', () => {
    expect(textOf(articlesOf({ graceSeconds: 90 }))).toContain(
      'chưa quá 1 phút 30 giây sau lúc hết giờ thì vẫn được tính',
    );
    const none = textOf(articlesOf({ graceSeconds: 0 }));
    expect(none).toContain('Chỉ câu trả lời đến máy chủ trước lúc hết giờ mới được tính.');
    expect(none).not.toContain('chưa quá');
  });

  it('the prediction: counted after each round, or after the last one, at the engine’s own instants', () => {
    expect(sentences(articlesOf(), 'prediction')).toContain('Vòng 2: 10:02:30 ngày 15/12/2026');
    const contest = sentences(articlesOf({ prediction: { asks: 'peopleAllRight', scope: 'contest' } }), 'prediction');
    expect(contest.find((sentence) => sentence.includes('cho cả cuộc thi'))).toContain(
      'sớm nhất lúc 10:02:30 ngày 15/12/2026',
    );
    expect(contest).toContain('Qua nhiều vòng, một người được đếm một lần khi đúng tất cả ở ít nhất một vòng.');
    const { prediction: _, ...none } = FULL;
    expect(rulesArticles(descriptionOf(none), 'vi').map(({ id }) => id)).not.toContain('prediction');
  });

  it('the ranking: the chain in its order, and how the time of a fixed window is taken', () => {
    const [, ...chain] = sentences(articlesOf(), 'ranking');
    expect(chain.slice(0, 5).map((sentence) => sentence.split(/[:,]/)[0])).toEqual([
      'Điểm',
      'Độ lệch dự đoán',
      'Thời gian làm bài',
      'Giờ nộp bài',
      'Bốc thăm',
    ]);
    expect(chain.find((sentence) => sentence.includes('đồng hạng'))).toContain('1, 2, 2, 4');
    const fixed = articlesOf({ rounds: [{ ...FULL.rounds[0]!, window: 'fixed' }] });
    expect(textOf(fixed)).toContain('tính từ giờ mở của vòng đến lúc nộp bài');
    expect(textOf(articlesOf())).not.toContain('tính từ giờ mở của vòng đến lúc nộp bài');
  });

  it('lots: the commitment of each contest round, and none for practice', () => {
    const said = sentences(articlesOf(), 'ranking');
    expect(said).toContain(`Vòng 1 ${'dau-1'.padEnd(64, '0')}`);
    expect(textOf(articlesOf())).not.toContain('dau-3');
    expect(textOf(articlesOf({ ranking: ['score'] }))).not.toContain('dau-1');
    expect(textOf(rulesArticles({ ...descriptionOf(FULL), lotCommitment: 'toan-bo' }, 'vi'))).toContain('toan-bo');
  });

  it('boards that freeze: when each of them stops', () => {
    expect(sentences(articlesOf(), 'boards')).toContain('Vòng 1: 23:00 ngày 07/12/2026');
    expect(textOf(articlesOf({ boards: 'live' }))).not.toContain('dừng cập nhật 1 giờ');
  });

  it('units: the headcount where a rate ranks, and nowhere else', () => {
    expect(sentences(articlesOf(), 'units')).toContain(
      'Đơn vị có quân số dưới 50 người không xếp hạng theo tỷ lệ dự thi.',
    );
    const people = articlesOf({ units: { criteria: ['people'], minimumHeadcount: 50 } });
    expect(textOf(people)).not.toContain('quân số dưới');
  });

  it('practice: apart, with times and a paper of its own, and only where there is any', () => {
    const said = sentences(articlesOf(), 'practice');
    expect(said.find((sentence) => sentence.includes('không tính vào kết quả'))).toBeDefined();
    expect(said).toContain('Luyện tập: 5 câu, tối đa 5 điểm');
    expect(sentences(articlesOf(), 'rounds').join()).not.toContain('Luyện tập');
    const none = articlesOf({ rounds: FULL.rounds.slice(0, 2) });
    expect(none.map(({ id }) => id)).not.toContain('practice');
    expect(textOf(none)).not.toContain('vẫn được luyện tập');
  });

  it('practice alone has no ranking to explain', () => {
    const ids = articlesOf({ rounds: FULL.rounds.slice(2) }).map(({ id }) => id);
    expect(ids).toEqual(['contest', 'entry', 'practice']);
  });
});

describe('what is printed is what the engine does', () => {
  const file: ContestFile = ContestFileSchema.parse(FULL);
  const [first] = contestOf(file).rounds;

  it('at the times of the table the phase changes, not a millisecond before', () => {
    const at = (text: string): number => {
      const [, time = '', day = '', month = '', year = ''] = /^(\S+) ngày (\d+)\/(\d+)\/(\d+)/.exec(text) ?? [];
      return Date.parse(`${year}-${month}-${day}T${time.length === 5 ? `${time}:00` : time}+07:00`);
    };
    const row = sentences(articlesOf(), 'rounds').find((sentence) => sentence.startsWith('Vòng 1 | ')) ?? '';
    const [, opens = '', lastStart = '', closes = ''] = row.split(' | ');
    const phase = (now: number): string => phaseAt({ timing: first!, adjustments: [], now }).phase;
    expect([phase(at(opens) - 1), phase(at(opens))]).toEqual(['upcoming', 'open']);
    expect([phase(at(lastStart) - 1), phase(at(lastStart))]).toEqual(['open', 'entryOver']);
    expect([phase(at(closes) - 1), phase(at(closes))]).toEqual(['entryOver', 'closed']);
  });

  it('a planned round settles after its close and the grace, or after the last whole attempt', () => {
    const grace = { grace: 120 * SECOND };
    expect(plannedRound(first!, grace).settlesAt).toBe(first!.closesAt + 120 * SECOND);
    const full = { ...first!, lateArrival: 'full', entryFor: undefined } as const;
    expect(plannedRound(full, grace).settlesAt).toBe(first!.closesAt + 15 * MINUTE + 120 * SECOND);
  });
});
