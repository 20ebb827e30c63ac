import { describe, expect, test } from 'vitest';
import type { PoolItem } from '#app/domain/contests/draw-form.ts';
import { ContestFileSchema, type ContestFile } from '#app/features/contests/contest.schema.ts';
import { descriptionFaults, type KnownContent } from '#app/features/contests/description-faults.ts';

const TOPIC = '2023-que-huong';
const LESSON = '01-pac-bo';

const item = (id: string, given: Partial<PoolItem> = {}): PoolItem => ({
  itemVersionId: id,
  topicSlug: TOPIC,
  lessonSlug: LESSON,
  difficulty: 'easy',
  tags: ['pac-bo'],
  interaction: 'choice',
  keys: ['a'],
  optionIds: ['a', 'b', 'c', 'd'],
  shufflesOptions: true,
  ...given,
});

const items = (count: number, name: string, given: Partial<PoolItem>): PoolItem[] =>
  Array.from({ length: count }, (_, index) => item(`${name}-${index}`, given));

/** Twelve easy items, six hard ones, three with two keys, and five for practice. */
const KNOWN: KnownContent = {
  topics: new Map([
    [TOPIC, { title: 'Quê hương cội nguồn', lessons: new Map([[LESSON, 'Ngày về Pác Bó']]) }],
    ['2024-dan-chu', { title: 'Thực hành dân chủ', lessons: new Map([['01-dan-la-chu', 'Dân là chủ']]) }],
  ]),
  units: new Map([
    ['cao-bang', { name: 'Tỉnh Cao Bằng', pathIds: ['cao-bang'] }],
    ['xa-truong-ha', { name: 'Xã Trường Hà', pathIds: ['cao-bang', 'xa-truong-ha'] }],
    ['xa-hoa-an', { name: 'Xã Hòa An', pathIds: ['cao-bang', 'xa-hoa-an'] }],
    ['thpt-ha-quang', { name: 'Trường THPT Hà Quảng', pathIds: ['cao-bang', 'xa-truong-ha', 'thpt-ha-quang'] }],
  ]),
  blocks: new Set(['Khối xã, phường']),
  pool: [
    ...items(12, 'de', {}),
    ...items(6, 'kho', { difficulty: 'hard', tags: ['bien-gioi'] }),
    ...items(3, 'nhieu', { difficulty: 'medium', interaction: 'multipleChoice', keys: ['a', 'b'] }),
    ...items(5, 'luyen', { tags: ['luyen-tap'] }),
  ],
};

/** A week long, from a Monday 08:00 to the next Monday 00:00, with fifteen minutes for eight questions. */
const aRound = (number: number, monday: string, sunday: string): object => ({
  number,
  title: `Tuần ${number}`,
  opensAt: `${monday}T08:00:00+07:00`,
  closesAt: `${sunday}T00:00:00+07:00`,
  minutes: 15,
  blueprint: {
    sections: [
      {
        title: 'Phần chung',
        quotas: [
          { topic: TOPIC, difficulty: 'hard', count: 3 },
          { topic: TOPIC, difficulty: 'easy', count: 5 },
        ],
      },
    ],
  },
});

/** A description that has practice, two rounds that add up, a prediction, blocks, and nothing to find fault with. */
const faultless = (): ContestFile =>
  ContestFileSchema.parse({
    slug: 'coi-nguon',
    title: 'Cuộc thi tìm hiểu cội nguồn',
    organizer: 'Ban Tuyên giáo và Dân vận Tỉnh ủy',
    audience: 'Cán bộ, đảng viên và Nhân dân trong tỉnh',
    entry: {
      minimumAge: 14,
      consent: 'Tôi và cha mẹ tôi đồng ý với thể lệ.',
      accessCode: 'coi-nguon-26',
      units: ['cao-bang'],
      blocks: ['Khối trường học'],
    },
    marking: { right: 2, wrong: -0.5, blank: 0, partial: 'none' },
    attempts: { limits: [{ count: 1, per: 'round' }], counted: 'only' },
    overall: 'sum',
    prediction: { asks: 'people', scope: 'round' },
    ranking: ['score', 'predictionDistance', 'duration', 'submittedAt', 'lot'],
    boards: 'after-close',
    keys: 'after-contest',
    units: { criteria: ['people', 'rate'], minimumHeadcount: 50 },
    blocks: [
      { name: 'Khối trường học', units: ['thpt-ha-quang'] },
      { name: 'Khối xã, phường', units: ['xa-truong-ha', 'xa-hoa-an'] },
    ],
    rounds: [
      {
        ...aRound(1, '2026-11-23', '2026-11-30'),
        kind: 'practice',
        blueprint: { sections: [{ title: 'Luyện tập', quotas: [{ tag: 'luyen-tap', count: 5 }] }] },
      },
      aRound(2, '2026-11-30', '2026-12-07'),
      aRound(3, '2026-12-07', '2026-12-14'),
    ],
  });

type Change = (file: ContestFile) => void;

const faultsAfter = (change: Change): ReturnType<typeof descriptionFaults> => {
  const file = faultless();
  change(file);
  return descriptionFaults(file, KNOWN);
};

const round = (file: ContestFile, number: number) => {
  const found = file.rounds.find((each) => each.number === number);
  if (!found) throw new Error(`no round ${number}`);
  return found;
};

const quotas = (file: ContestFile, number: number) => round(file, number).blueprint.sections[0]?.quotas ?? [];

const many = (file: ContestFile): void => {
  file.attempts = { limits: [], counted: 'best' };
};

type Case = readonly [name: string, severity: 'error' | 'warning', path: string, words: string, change: Change];

const CASES: readonly Case[] = [
  [
    'a template without the prefix',
    'error',
    'slug',
    'mau-coi-nguon',
    (file) => {
      file.isTemplate = true;
    },
  ],
  [
    'a contest with the prefix of templates',
    'error',
    'slug',
    'chỉ dành cho mẫu',
    (file) => {
      file.slug = 'mau-coi-nguon';
    },
  ],

  [
    'two rounds of one number',
    'error',
    'rounds.2.number',
    'Đã có một vòng mang số 2',
    (file) => {
      round(file, 3).number = 2;
    },
  ],
  [
    'rounds out of order',
    'error',
    'rounds.1.number',
    'Vòng 2 được ghi sau vòng 5',
    (file) => {
      round(file, 1).number = 5;
      round(file, 3).number = 6;
    },
  ],
  [
    'a close before the opening',
    'error',
    'rounds.2.closesAt',
    'Vòng 3 đóng trước khi mở',
    (file) => {
      round(file, 3).closesAt = '2026-12-07T07:00:00+07:00';
    },
  ],
  [
    'a close at the opening',
    'error',
    'rounds.2.closesAt',
    'Vòng 3 đóng trước khi mở',
    (file) => {
      round(file, 3).closesAt = round(file, 3).opensAt;
    },
  ],
  [
    'rounds that overlap',
    'warning',
    'rounds.2.opensAt',
    'Vòng 3 mở trong khi vòng 2 chưa đóng',
    (file) => {
      round(file, 3).opensAt = '2026-12-06T23:59:59+07:00';
    },
  ],
  [
    'a later number that comes earlier',
    'warning',
    'rounds.2.opensAt',
    'Vòng 3 diễn ra trước vòng 2',
    (file) => {
      round(file, 3).opensAt = '2026-11-23T08:00:00+07:00';
      round(file, 3).closesAt = '2026-11-30T00:00:00+07:00';
    },
  ],
  [
    'more time than the window',
    'error',
    'rounds.2.minutes',
    'cho 15 phút làm bài nhưng chỉ mở 10 phút',
    (file) => {
      round(file, 3).closesAt = '2026-12-07T08:10:00+07:00';
    },
  ],
  [
    'entry for longer than the window',
    'error',
    'rounds.2.entryForMinutes',
    'cho vào thi trong 60 phút nhưng chỉ mở 20 phút',
    (file) => {
      round(file, 3).closesAt = '2026-12-07T08:20:00+07:00';
      round(file, 3).entryForMinutes = 60;
    },
  ],
  [
    'one clock for all and full time for late ones',
    'error',
    'rounds.2.lateArrival',
    'người vào muộn không thể được đủ giờ',
    (file) => {
      fixed(file, 15);
      round(file, 3).lateArrival = 'full';
    },
  ],
  [
    'one clock for all and entry after its end',
    'error',
    'rounds.2.closesAt',
    'chỉ cho vào thi trong 15 phút đầu',
    (file) => fixed(file, 60),
  ],
  [
    'one clock for all and entry for longer than it runs',
    'error',
    'rounds.2.entryForMinutes',
    'chỉ cho vào thi trong 15 phút đầu',
    (file) => {
      fixed(file, 60);
      round(file, 3).entryForMinutes = 20;
    },
  ],
  [
    'practice alone',
    'warning',
    'rounds',
    'không có kết quả và xếp hạng',
    (file) => {
      file.overall = 'none';
      file.rounds.splice(1);
    },
  ],

  [
    'one attempt said, none limited',
    'error',
    'attempts.counted',
    'chưa có giới hạn nào ngăn lượt thứ hai',
    (file) => {
      file.attempts.limits = [];
    },
  ],
  [
    'one attempt said, two a round allowed',
    'error',
    'attempts.counted',
    'ở vòng 2 chưa có giới hạn',
    (file) => {
      file.attempts.limits = [{ count: 2, per: 'round' }];
    },
  ],
  [
    'one attempt said, limited by weeks that the round crosses',
    'error',
    'attempts.counted',
    'kéo dài hơn một tuần theo lịch',
    (file) => {
      file.attempts.limits = [{ count: 1, per: 'week' }];
      round(file, 2).closesAt = '2026-12-07T07:00:00+07:00';
    },
  ],
  [
    'one attempt said, limited by days',
    'error',
    'attempts.counted',
    'kéo dài hơn một ngày theo lịch',
    (file) => {
      file.attempts.limits = [{ count: 1, per: 'day' }];
    },
  ],
  [
    'a choice among one',
    'warning',
    'attempts.counted',
    'không có gì để chọn lượt cuối cùng',
    (file) => {
      file.attempts.counted = 'last';
    },
  ],
  [
    'a span that is limited twice',
    'error',
    'attempts.limits.1',
    'mỗi vòng được giới hạn hai lần',
    (file) => {
      file.attempts.limits = [
        { count: 1, per: 'round' },
        { count: 1, per: 'round' },
      ];
    },
  ],
  [
    'a limit that a wider one outdoes',
    'warning',
    'attempts.limits.0',
    'Giới hạn 7 lượt mỗi ngày không bao giờ dùng đến',
    (file) => {
      file.attempts = {
        limits: [
          { count: 7, per: 'day' },
          { count: 7, per: 'week' },
        ],
        counted: 'best',
      };
    },
  ],
  [
    'a sum of one round',
    'error',
    'overall',
    'chỉ có một vòng thi',
    (file) => {
      file.rounds.splice(2);
    },
  ],
  [
    'the best of one round',
    'error',
    'overall',
    'chỉ có một vòng thi',
    (file) => {
      file.overall = 'best';
      file.rounds.splice(2);
    },
  ],
  [
    'a sum that nobody can complete',
    'warning',
    'overall',
    'chỉ được 1 lượt nên không ai dự đủ các vòng',
    (file) => {
      file.attempts.limits = [{ count: 1, per: 'contest' }];
    },
  ],

  [
    'distance of no prediction',
    'error',
    'ranking.1',
    'chưa có câu dự đoán',
    (file) => {
      delete file.prediction;
    },
  ],
  [
    'a prediction that decides nothing',
    'warning',
    'prediction',
    'không dùng để xếp hạng',
    (file) => {
      file.ranking = ['score', 'duration'];
    },
  ],
  [
    'a criterion twice',
    'error',
    'ranking.2',
    '“điểm” được ghi hai lần',
    (file) => {
      file.ranking = ['score', 'predictionDistance', 'score'];
    },
  ],
  [
    'prediction before score',
    'error',
    'ranking.0',
    'Độ lệch dự đoán đứng trước điểm',
    (file) => {
      file.ranking = ['predictionDistance', 'score'];
    },
  ],
  [
    'prediction without score',
    'error',
    'ranking.0',
    'Độ lệch dự đoán đứng trước điểm',
    (file) => {
      file.ranking = ['predictionDistance'];
    },
  ],
  [
    'time before score',
    'warning',
    'ranking',
    'không bắt đầu từ điểm mà từ “thời gian làm bài”',
    (file) => {
      file.ranking = ['duration', 'score', 'predictionDistance'];
    },
  ],
  [
    'older and younger',
    'error',
    'ranking.3',
    'Vừa ưu tiên người lớn tuổi hơn',
    (file) => {
      file.ranking = ['score', 'predictionDistance', 'older', 'younger'];
    },
  ],
  [
    'something after the lot',
    'warning',
    'ranking.3',
    'Bốc thăm đã phân định mọi trường hợp',
    (file) => {
      file.ranking = ['score', 'predictionDistance', 'lot', 'duration'];
    },
  ],
  [
    'something after the instant',
    'warning',
    'ranking.3',
    'tính đến phần nghìn giây nên tiêu chí “thời gian làm bài”',
    (file) => {
      file.ranking = ['score', 'predictionDistance', 'submittedAt', 'duration', 'lot'];
    },
  ],
  [
    'fewer attempts where there is one',
    'warning',
    'ranking.2',
    'số lượt thi không phân định được ai',
    (file) => {
      file.ranking = ['score', 'predictionDistance', 'fewerAttempts'];
    },
  ],
  [
    'time taken under one clock for all',
    'warning',
    'ranking.2',
    'tính từ lúc mở vòng',
    (file) => {
      fixed(file, 15);
      file.ranking = ['score', 'predictionDistance', 'duration'];
    },
  ],

  [
    'frozen from no time on',
    'error',
    'frozenForMinutes',
    'chưa ghi dừng trước bao lâu',
    (file) => {
      file.boards = 'frozen';
    },
  ],
  [
    'a freeze of boards that do not freeze',
    'warning',
    'frozenForMinutes',
    'không dừng',
    (file) => {
      file.frozenForMinutes = 60;
    },
  ],
  [
    'frozen for the whole round',
    'error',
    'frozenForMinutes',
    'cả vòng 2',
    (file) => {
      file.boards = 'frozen';
      // Monday 08:00 to Monday 00:00: seven days less eight hours.
      file.frozenForMinutes = (7 * 24 - 8) * 60;
    },
  ],
  [
    'live figures while a prediction decides',
    'warning',
    'boards',
    'giúp người thi muộn đoán trúng hơn',
    (file) => {
      file.boards = 'live';
    },
  ],
  [
    'keys out while another round asks the same',
    'warning',
    'keys',
    'Đáp án vòng 2 công bố khi vòng 3 chưa đóng',
    (file) => {
      file.keys = 'after-round';
    },
  ],

  [
    'more taken off than given',
    'warning',
    'marking.wrong',
    'trừ 3 điểm, nhiều hơn 2 điểm',
    (file) => {
      file.marking.wrong = -3;
    },
  ],
  [
    'blanks that cost more than faults',
    'warning',
    'marking.blank',
    'đánh bừa',
    (file) => {
      file.marking.blank = -1;
    },
  ],
  [
    'a price on blanks that nobody can hand in',
    'warning',
    'marking.blank',
    'không bao giờ dùng đến',
    (file) => {
      file.mustAnswerAll = true;
      file.marking.blank = -0.5;
    },
  ],
  [
    'a line that gives less than a fault costs',
    'warning',
    'rounds.1.blueprint.sections.0.quotas.1.marks',
    'được 0.25 điểm nhưng sai bị trừ 0.5',
    (file) => {
      set(quotas(file, 2)[1], { marks: 0.25 });
    },
  ],
  [
    'marks below what can be ranked',
    'error',
    'marking',
    'xuống dưới -10.000 điểm',
    (file) => {
      // 16 questions in two rounds that add up: 16 × 626 is over 10 000, 16 × 625 is not.
      file.marking.right = 700;
      file.marking.wrong = -626;
    },
  ],
  [
    'marks finer than they are kept',
    'error',
    'marking.right',
    'năm chữ số thập phân',
    (file) => {
      file.marking.right = 3.333333;
    },
  ],
  [
    'marks of a line finer than they are kept',
    'error',
    'rounds.1.blueprint.sections.0.quotas.0.marks',
    'năm chữ số thập phân',
    (file) => {
      set(quotas(file, 2)[0], { marks: 1.0000001 });
    },
  ],
  [
    'no time for late answers',
    'warning',
    'graceSeconds',
    'khoảng 120 giây',
    (file) => {
      file.graceSeconds = 0;
    },
  ],
  [
    'more time for late answers than for all',
    'warning',
    'graceSeconds',
    'dài hơn cả thời gian làm bài của vòng 2',
    (file) => {
      file.graceSeconds = 901;
    },
  ],

  [
    'fewer options than there are right ones',
    'error',
    'rounds.1.blueprint.optionsShown',
    'có câu có 2 đáp án đúng nên phải hiện ít nhất 3',
    (file) => {
      round(file, 2).blueprint.optionsShown = 2;
      set(quotas(file, 2)[1], { difficulty: 'medium', count: 3 });
    },
  ],
  [
    'a topic that nobody has',
    'error',
    'rounds.1.blueprint.sections.0.quotas.0.topic',
    'Không có chuyên đề “2022-khong-co”',
    (file) => {
      set(quotas(file, 2)[0], { topic: '2022-khong-co' });
    },
  ],
  [
    'a lesson that nobody has',
    'error',
    'rounds.1.blueprint.sections.0.quotas.0.lesson',
    'Không có bài “09-khong-co” trong chuyên đề “Quê hương cội nguồn”',
    (file) => {
      set(quotas(file, 2)[0], { lesson: '09-khong-co' });
    },
  ],
  [
    'a lesson of another topic',
    'error',
    'rounds.1.blueprint.sections.0.quotas.0.lesson',
    'Không có bài “01-dan-la-chu”',
    (file) => {
      set(quotas(file, 2)[0], { lesson: '01-dan-la-chu' });
    },
  ],
  [
    'a tag that nobody has',
    'error',
    'rounds.1.blueprint.sections.0.quotas.0.tag',
    'mang thẻ “khong-co”',
    (file) => {
      set(quotas(file, 2)[0], { tag: 'khong-co' });
    },
  ],
  [
    'practice items in a contest',
    'error',
    'rounds.1.blueprint.sections.0.quotas.0.tag',
    'chỉ dành cho vòng luyện tập',
    (file) => {
      set(quotas(file, 2)[0], { tag: 'luyen-tap' });
    },
  ],
  [
    'a line that the bank cannot fill',
    'error',
    'rounds.1.blueprint.sections.0.quotas.0.count',
    'Vòng 2, phần 1, dòng 1 cần 7 câu khó của chuyên đề “Quê hương cội nguồn”, ngân hàng chỉ có 6.',
    (file) => {
      set(quotas(file, 2)[0], { count: 7 });
    },
  ],
  [
    'practice that the bank cannot fill',
    'error',
    'rounds.0.blueprint.sections.0.quotas.0.count',
    'Vòng 1, phần 1, dòng 1 cần 6 câu mang thẻ “luyen-tap”, ngân hàng câu luyện tập chỉ có 5.',
    (file) => {
      set(quotas(file, 1)[0], { count: 6 });
    },
  ],
  [
    'a line that those above empty',
    'error',
    'rounds.1.blueprint.sections.0.quotas.1.count',
    'ngân hàng có 6 nhưng các dòng trên cũng cần những câu ấy, chỉ còn 2',
    (file) => {
      round(file, 2).blueprint.sections = [
        {
          title: 'Phần chung',
          quotas: [
            { topic: TOPIC, difficulty: 'hard', count: 4 },
            { topic: TOPIC, difficulty: 'hard', count: 3 },
          ],
        },
      ];
    },
  ],

  [
    'a unit that nobody has',
    'error',
    'entry.units.0',
    'Không có đơn vị mang mã “xa-khong-co”',
    (file) => {
      file.entry.units = ['xa-khong-co'];
    },
  ],
  [
    'an invited block that nobody has',
    'error',
    'entry.blocks.0',
    'không có khối “Khối nông dân”',
    (file) => {
      file.entry.blocks = ['Khối nông dân'];
    },
  ],
  [
    'an invited block of the tree, where the contest has its own',
    'error',
    'entry.blocks.0',
    'không có khối “Khối xã, phường”',
    (file) => {
      file.blocks = [{ name: 'Khối trường học', units: ['thpt-ha-quang'] }];
      file.entry.blocks = ['Khối xã, phường'];
    },
  ],
  [
    'children without a consent',
    'warning',
    'entry.consent',
    'Người từ 15 tuổi',
    (file) => {
      file.entry.minimumAge = 15;
      delete file.entry.consent;
    },
  ],
  [
    'a short code',
    'warning',
    'entry.accessCode',
    'dễ đoán',
    (file) => {
      file.entry.accessCode = 'ab12x';
    },
  ],
  [
    'a code that counts up',
    'warning',
    'entry.accessCode',
    'dễ đoán',
    (file) => {
      file.entry.accessCode = '234567';
    },
  ],
  [
    'a code of one digit',
    'warning',
    'entry.accessCode',
    'dễ đoán',
    (file) => {
      file.entry.accessCode = '88888888';
    },
  ],
  [
    'a block of unknown units',
    'error',
    'blocks.1.units.0',
    'Không có đơn vị mang mã “xa-khong-co”',
    (file) => {
      set(file.blocks[1], { units: ['xa-khong-co'] });
    },
  ],
  [
    'a unit in two blocks',
    'error',
    'blocks.1.units.0',
    'Trường THPT Hà Quảng đã thuộc khối “Khối trường học”',
    (file) => {
      set(file.blocks[1], { units: ['thpt-ha-quang'] });
    },
  ],
  [
    'a unit whose upper unit is in a block before',
    'error',
    'blocks.1.units.0',
    'Trường THPT Hà Quảng đã thuộc khối “Khối xã, phường”',
    (file) => {
      file.blocks.reverse();
    },
  ],
  [
    'two blocks of one name',
    'error',
    'blocks.1.name',
    'Đã có khối tên “Khối trường học”',
    (file) => {
      set(file.blocks[1], { name: 'Khối trường học' });
    },
  ],
  [
    'a unit criterion twice',
    'error',
    'units.criteria.1',
    'ghi hai lần',
    (file) => {
      file.units.criteria = ['people', 'people'];
    },
  ],
  [
    'rates of tiny units',
    'warning',
    'units.minimumHeadcount',
    'một vài người cũng có thể đứng đầu',
    (file) => {
      file.units.minimumHeadcount = 0;
    },
  ],
];

/** The third round runs by one clock and is open so many minutes. */
function fixed(file: ContestFile, minutes: number): void {
  const last = round(file, 3);
  last.window = 'fixed';
  last.closesAt = new Date(Date.parse(last.opensAt) + minutes * 60_000).toISOString();
  // why: what time taken means under one clock has a case of its own.
  file.ranking = ['score', 'predictionDistance', 'submittedAt'];
}

function set<T extends object>(target: T | undefined, change: Partial<T>): void {
  if (!target) throw new Error('there is nothing to change');
  Object.assign(target, change);
}

describe('descriptionFaults', () => {
  test('finds nothing in a faultless description', () => {
    expect(faultsAfter(() => undefined)).toEqual([]);
  });

  test.each(CASES)('finds %s, and nothing else', (_, severity, path, words, change) => {
    const faults = faultsAfter(change);
    expect(faults.map((fault) => [fault.severity, fault.path.join('.')])).toContainEqual([severity, path]);
    const fault = faults.find((each) => each.path.join('.') === path && each.severity === severity);
    expect(fault?.message).toContain(words);
    // Every fault says what to do, and stays one thing to read.
    expect(fault?.message).toMatch(/\. (Hãy|Nếu không cố ý,|Nên|Ở xã vùng cao nên) .*\.$/u);
    expect(faults).toHaveLength(1);
  });

  test.each<[string, Change]>([
    [
      'a week as the only attempt of rounds within a week',
      (file) => {
        file.attempts.limits = [{ count: 1, per: 'week' }];
      },
    ],
    ['several attempts where several are allowed', many],
    [
      'a narrow line before a wide one',
      (file) => {
        round(file, 2).blueprint.sections = [
          {
            title: 'Phần chung',
            quotas: [
              { topic: TOPIC, difficulty: 'hard', count: 6 },
              { topic: TOPIC, count: 15 },
            ],
          },
        ];
      },
    ],
    [
      'more time than the window for those who came in time',
      (file) => {
        round(file, 3).closesAt = '2026-12-07T08:10:00+07:00';
        round(file, 3).lateArrival = 'full';
      },
    ],
    [
      'a lot after the instant of submission',
      (file) => {
        file.ranking = ['score', 'predictionDistance', 'submittedAt', 'lot'];
      },
    ],
    [
      'keys after each round where rounds ask other things',
      (file) => {
        file.keys = 'after-round';
        round(file, 2).blueprint.sections = [{ title: 'Khó', quotas: [{ difficulty: 'hard', count: 3 }] }];
        round(file, 3).blueprint.sections = [{ title: 'Dễ', quotas: [{ difficulty: 'easy', count: 3 }] }];
      },
    ],
    [
      'the blocks of the tree, where the contest has none of its own',
      (file) => {
        file.blocks = [];
        file.entry.blocks = ['Khối xã, phường'];
      },
    ],
    [
      'marks down to the lowest that can be ranked',
      (file) => {
        file.marking.right = 700;
        file.marking.wrong = -625;
      },
    ],
    [
      'a template that says so',
      (file) => {
        file.slug = 'mau-coi-nguon';
        file.isTemplate = true;
      },
    ],
  ])('lets pass %s', (_, change) => {
    expect(faultsAfter(change)).toEqual([]);
  });
});
