// The contests of practice, each played by a few people to the ranking that its rules ask for. What is expected is worked
// out by hand from the rules, in the comments. "1 Ái 5" is rank, name and score. All weeks begin on Monday 4 January 2027.
import { beforeAll, describe, expect, test } from 'vitest';
import { itemCount } from '#app/domain/contests/contest.ts';
import { readTemplates } from '#app/features/contests/index.server.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { loadBank, playContest } from '#tests/support/play-contest.ts';

useTestDatabase();

beforeAll(loadBank);

/** What the source of each contest says: rounds, questions of a paper, minutes, first opening, first and last close. */
const NUMBERS: readonly [
  slug: string,
  rounds: number,
  questions: number,
  minutes: number,
  window: string,
  last: string,
][] = [
  ['mau-vcnet-2019', 18, 5, 15, '2027-01-04T10:00:00+07:00 2027-01-11T09:00:00+07:00', '2027-05-10T09:00:00+07:00'],
  ['mau-vcnet-2020', 16, 10, 20, '2027-01-04T10:00:00+07:00 2027-01-11T09:00:00+07:00', '2027-04-26T09:00:00+07:00'],
  ['mau-lang-son-2023', 5, 15, 20, '2027-01-04T10:00:00+07:00 2027-01-11T09:00:00+07:00', '2027-02-08T09:00:00+07:00'],
  [
    'mau-bo-tu-phap-2021',
    1,
    19,
    20,
    '2027-01-04T08:00:00+07:00 2027-02-03T08:00:00+07:00',
    '2027-02-03T08:00:00+07:00',
  ],
  ['mau-gia-lai-2025', 1, 20, 15, '2027-01-04T00:00:00+07:00 2027-01-14T00:00:00+07:00', '2027-01-14T00:00:00+07:00'],
  ['mau-bo-vhttdl-2024', 5, 10, 10, '2027-01-04T00:00:00+07:00 2027-01-11T00:00:00+07:00', '2027-02-08T00:00:00+07:00'],
  ['mau-ninh-binh-2024', 8, 5, 10, '2027-01-04T10:00:00+07:00 2027-01-11T09:00:00+07:00', '2027-03-01T09:00:00+07:00'],
  ['mau-quang-ninh-2023', 3, 9, 15, '2027-01-04T10:00:00+07:00 2027-02-01T09:00:00+07:00', '2027-03-29T09:00:00+07:00'],
  ['mau-quang-nam-2014', 3, 15, 20, '2027-01-04T08:00:00+07:00 2027-01-18T08:00:00+07:00', '2027-02-15T08:00:00+07:00'],
  ['mau-quang-nam-2021', 4, 10, 15, '2027-01-04T08:00:00+07:00 2027-01-11T08:00:00+07:00', '2027-02-01T08:00:00+07:00'],
  ['mau-binh-tan-2019', 4, 20, 10, '2027-01-04T00:00:00+07:00 2027-01-11T00:00:00+07:00', '2027-02-01T00:00:00+07:00'],
  [
    'mau-van-phong-trung-uong-2015',
    1,
    30,
    20,
    '2027-01-04T08:00:00+07:00 2027-01-18T08:00:00+07:00',
    '2027-01-18T08:00:00+07:00',
  ],
  ['mau-quynh-luu-2020', 4, 10, 45, '2027-01-04T08:00:00+07:00 2027-01-14T08:00:00+07:00', '2027-02-13T08:00:00+07:00'],
  ['mau-phong-nha-2018', 1, 4, 10, '2027-01-04T00:00:00+07:00 2027-07-05T00:00:00+07:00', '2027-07-05T00:00:00+07:00'],
  ['mau-kbang-2025', 2, 30, 30, '2027-01-04T08:00:00+07:00 2027-01-11T08:00:00+07:00', '2027-01-18T08:00:00+07:00'],
  ['mau-bien-dao', 5, 10, 1.666_67, '2027-01-04T20:00:00+07:00 2027-01-04T20:01:40+07:00', '2027-01-08T20:01:40+07:00'],
];

describe('the templates of content/', () => {
  test('are the sixteen contests of practice', () => {
    expect(
      readTemplates()
        .map(({ slug }) => slug)
        .toSorted(),
    ).toEqual(NUMBERS.map(([slug]) => slug).toSorted());
  });

  test.each(NUMBERS)('%s has the numbers of its source', (slug, rounds, questions, minutes, window, last) => {
    const file = readTemplates().find((each) => each.slug === slug);
    expect(file?.rounds).toHaveLength(rounds);
    expect(file?.rounds.map(({ blueprint }) => itemCount(blueprint))).toEqual(Array(rounds).fill(questions));
    expect(file?.rounds.map((round) => round.minutes)).toEqual(Array(rounds).fill(minutes));
    const first = file?.rounds[0];
    expect(`${first?.opensAt} ${first?.closesAt}`).toBe(window);
    expect(file?.rounds.at(-1)?.closesAt).toBe(last);
  });
});

test('VCNET 2019: all right, then the nearest prediction, then the earliest; the best of many attempts counts', async () => {
  const { sit, person, passTo, board, frozen, isOpen } = await playContest('mau-vcnet-2019');
  await sit('An', { at: '2027-01-04 10:00:00', takes: '2:00', right: 5, predicts: 9 });
  await sit('An', { at: '2027-01-05 08:00', takes: '3:00', right: 5, predicts: 4 });
  await sit('An', { at: '2027-01-06 08:00', takes: '1:00', right: 2, predicts: 4 });
  await sit('Bình', { at: '2027-01-04 10:00:30', takes: '1:00', right: 5, predicts: 6 });
  await sit('Chi', { at: '2027-01-06 20:00', takes: '5:00', right: 5, predicts: 2 });
  await sit('Dung', { at: '2027-01-04 10:00:10', takes: '1:00', right: 4, predicts: 4 });
  await sit('Khánh', { at: '2027-01-07 08:00', takes: '5:00', right: 5, predicts: 4 });
  await sit('Khánh', { at: '2027-01-08 08:00', takes: '1:00', right: 5, predicts: 4 });
  await person('Em', { birthYear: 2014 });
  expect(await sit('Em', { at: '2027-01-05 08:00', takes: '1:00', right: 5, predicts: 4 })).toBe('too-young');
  expect(await sit('Giang', { at: '2027-01-11 09:00', takes: '1:00', right: 5, predicts: 4 })).toBe('round-closed');
  await passTo('2027-01-11 08:59');
  expect(await board(1, '2027-01-11 08:59')).toBeUndefined();
  expect(await frozen(1)).toBeUndefined();
  await passTo('2027-01-11 09:03');
  // People all right: An, Bình, Chi, Khánh. An is right by the second attempt (off by 0) and before Khánh, whose first of two
  // equal attempts counts; Bình and Chi are both off by 2, Bình was earlier.
  expect(await frozen(1)).toEqual({ people: 5, attempts: 8, peopleAllRight: 4 });
  expect(await board(1, '2027-01-11 09:03')).toEqual(['1 An 5', '2 Khánh 5', '3 Bình 5', '4 Chi 5', '5 Dung 4']);
  expect(await isOpen(2, '2027-01-11 09:59:59')).toBe(false);
  expect(await isOpen(2, '2027-01-11 10:00')).toBe(true);
});

test('VCNET 2020: of several right answers one alone earns nothing', async () => {
  const { sit, passTo, board, frozen } = await playContest('mau-vcnet-2020');
  await sit('An', { at: '2027-01-04 10:00', takes: '4:00', right: 9, incomplete: 1, predicts: 2 });
  await sit('Bình', { at: '2027-01-04 10:00', takes: '3:00', right: 10, predicts: 5 });
  await sit('Chi', { at: '2027-01-09 10:00', takes: '9:00', right: 10, predicts: 3 });
  await sit('Chi', { at: '2027-01-10 10:00', takes: '9:00', right: 3, predicts: 2 });
  await sit('Dung', { at: '2027-01-05 10:00', takes: '1:00', right: 9, predicts: 2 });
  await passTo('2027-01-11 09:03');
  // Two are all right: Chi is off by 1, Bình by 3. An and Dung have 9 and no error in the prediction; An was earlier.
  expect(await frozen(1)).toEqual({ people: 4, attempts: 5, peopleAllRight: 2 });
  expect(await board(1, '2027-01-11 09:03')).toEqual(['1 Chi 10', '2 Bình 10', '3 An 9', '4 Dung 9']);
});

test('Lạng Sơn 2023: 150 points, then the nearest number of attempts; who is equal in both shares the rank', async () => {
  const { sit, person, passTo, board, frozen } = await playContest('mau-lang-son-2023');
  await sit('An', { at: '2027-01-04 10:00', takes: '5:00', right: 15, predicts: 5 });
  await sit('An', { at: '2027-01-05 10:00', takes: '5:00', right: 10, predicts: 6 });
  await sit('Bình', { at: '2027-01-06 10:00', takes: '5:00', right: 15, predicts: 7 });
  await sit('Chi', { at: '2027-01-04 10:00', takes: '1:00', right: 15, predicts: 3 });
  await sit('Dung', { at: '2027-01-04 10:00', takes: '5:00', right: 14, predicts: 6 });
  await sit('Giang', { at: '2027-01-10 22:00', right: 3, predicts: 6 });
  await person('Em', { birthYear: 2016 });
  expect(await sit('Em', { at: '2027-01-05 08:00', takes: '1:00', right: 15, predicts: 6 })).toBe('too-young');
  await passTo('2027-01-11 09:03');
  // Six attempts, that of Giang ended by the clock among them. An and Bình are off by 1, Chi by 3.
  expect(await frozen(1)).toEqual({ people: 5, attempts: 6, peopleAllRight: 3 });
  expect(await board(1, '2027-01-11 09:03')).toEqual([
    '1 An 150',
    '1 Bình 150',
    '3 Chi 150',
    '4 Dung 140',
    '5 Giang 30',
  ]);
});

test('Bộ Tư pháp 2021: one attempt in thirty days; score, prediction over the contest, time taken, instant', async () => {
  const { sit, passTo, board, frozen } = await playContest('mau-bo-tu-phap-2021');
  await sit('An', { at: '2027-01-04 08:00', takes: '5:00', right: 19, predicts: 10 });
  await sit('Bình', { at: '2027-01-05 08:00', takes: '9:00', right: 19, predicts: 4 });
  await sit('Chi', { at: '2027-02-02 08:00', takes: '8:59', right: 19, predicts: 4 });
  await sit('Dung', { at: '2027-01-04 08:00', takes: '2:00', right: 18, predicts: 5 });
  await sit('Khánh', { at: '2027-01-06 08:00', takes: '9:00', right: 19, predicts: 6 });
  expect(await sit('An', { at: '2027-01-30 08:00', takes: '5:00', right: 19, predicts: 5 })).toBe('no-attempts-left');
  await passTo('2027-02-03 08:03');
  // Five people: Bình, Chi and Khánh are off by 1. Chi took a second less; Bình and Khánh as long, Bình was earlier.
  expect(await frozen('all')).toMatchObject({ people: 5 });
  expect(await board(1, '2027-02-03 08:03')).toEqual(['1 Chi 19', '2 Bình 19', '3 Khánh 19', '4 An 19', '5 Dung 18']);
});

test('Gia Lai 2025: one attempt, score and time at once, ten days to the last midnight', async () => {
  const { sit, person, passTo, board, units } = await playContest('mau-gia-lai-2025');
  for (const name of ['An', 'Dung']) await person(name, { unit: 'xa-hoa-an', birthYear: 2010 });
  await sit('An', { at: '2027-01-04 00:00', takes: '10:00', right: 20 });
  await sit('Bình', { at: '2027-01-05 08:00', takes: '8:30', right: 20 });
  await sit('Chi', { at: '2027-01-09 08:00', takes: '8:30', right: 20 });
  await sit('Dung', { at: '2027-01-05 08:00', takes: '3:00', right: 19 });
  expect(await sit('Bình', { at: '2027-01-06 08:00', takes: '1:00', right: 20 })).toBe('no-attempts-left');
  await passTo('2027-01-09 09:00');
  expect(await board(1, '2027-01-09 09:00')).toEqual(['1 Bình 20', '1 Chi 20', '3 An 20', '4 Dung 19']);
  // The close cuts the last attempt after ten minutes: as long as An took.
  await sit('Giang', { at: '2027-01-13 23:50', right: 20 });
  expect(await sit('Hà', { at: '2027-01-14 00:00', takes: '1:00', right: 20 })).toBe('round-closed');
  await passTo('2027-01-14 00:03');
  expect(await board(1, '2027-01-14 00:03')).toEqual(['1 Bình 20', '1 Chi 20', '3 An 20', '3 Giang 20', '5 Dung 19']);
  const block = 'Khối xã, phường';
  expect(await units('people', block, 1, '2027-01-14 00:03')).toEqual(['1 Xã Trường Hà 3', '2 Xã Hòa An 2']);
  expect(await units('allRight', block, 1, '2027-01-14 00:03')).toEqual(['1 Xã Trường Hà 3', '2 Xã Hòa An 1']);
});

test('Bộ VHTTDL 2024: seven attempts a week, and who needed fewer goes before', async () => {
  const { sit, passTo, board } = await playContest('mau-bo-vhttdl-2024');
  for (const day of ['04', '05', '06', '07', '08', '09', '10']) {
    expect(
      await sit('An', { at: `2027-01-${day} 08:00`, takes: '2:00', right: day === '06' ? 10 : 7 }),
    ).toBeUndefined();
  }
  expect(await sit('An', { at: '2027-01-10 23:59:59', takes: '2:00', right: 10 })).toBe('no-attempts-left');
  await sit('Bình', { at: '2027-01-10 12:00', takes: '2:00', right: 10 });
  await sit('Chi', { at: '2027-01-04 12:00', takes: '1:00', right: 9 });
  await sit('Dung', { at: '2027-01-10 13:00', takes: '1:59', right: 10 });
  expect(await sit('An', { round: 2, at: '2027-01-11 00:00', takes: '2:00', right: 3 })).toBeUndefined();
  await passTo('2027-01-11 00:10');
  // 10 in 1:59, then 10 in 2:00 by one attempt, then the same by seven.
  expect(await board(1, '2027-01-11 00:10')).toEqual(['1 Dung 10', '2 Bình 10', '3 An 10', '4 Chi 9']);
  expect(await board(2, '2027-01-11 00:10')).toEqual(['1 An 3']);
});

test('Ninh Bình 2024: the last attempt counts, also for the number of people all right', async () => {
  const { sit, passTo, board, frozen } = await playContest('mau-ninh-binh-2024');
  await sit('An', { at: '2027-01-04 10:00', takes: '2:00', right: 5, predicts: 4 });
  await sit('An', { at: '2027-01-05 10:00', takes: '2:00', right: 4, predicts: 4 });
  await sit('Bình', { at: '2027-01-04 10:00', takes: '2:00', right: 3, predicts: 4 });
  await sit('Bình', { at: '2027-01-06 10:00', takes: '2:00', right: 5, predicts: 2 });
  await sit('Chi', { at: '2027-01-10 10:00', takes: '2:00', right: 5, predicts: 4 });
  await sit('Khánh', { at: '2027-01-04 10:00', takes: '1:00', right: 5, predicts: 9 });
  await sit('Lan', { at: '2027-01-07 10:00', takes: '1:00', right: 5, predicts: 6 });
  await passTo('2027-01-11 09:03');
  // By their last attempts Bình, Chi, Khánh and Lan are all right, An is not. Chi is right about it; Bình and Lan are off by
  // 2, Bình a day earlier; Khánh is off by 5.
  expect(await frozen(1)).toEqual({ people: 5, attempts: 7, peopleAllRight: 4 });
  expect(await board(1, '2027-01-11 09:03')).toEqual(['1 Chi 5', '2 Bình 5', '3 Lan 5', '4 Khánh 5', '5 An 4']);
});

test('Quảng Ninh 2023: a paper counts only with all ten answers, the prediction among them', async () => {
  const { sit, passTo, board, frozen } = await playContest('mau-quang-ninh-2023');
  await sit('An', { at: '2027-01-04 10:00', takes: '5:00', right: 9, predicts: 3 });
  await sit('An', { at: '2027-01-20 10:00', takes: '5:00', right: 7, predicts: 3 });
  await sit('Bình', { at: '2027-01-04 10:00', takes: '1:00', right: 9 });
  await sit('Chi', { at: '2027-01-04 10:00', takes: '1:00', right: 8, blank: 1, predicts: 3 });
  await sit('Dung', { at: '2027-01-04 10:00', takes: '1:00', right: 9, predicts: 5 });
  await sit('Khánh', { at: '2027-01-04 10:00', takes: '1:00', right: 8, blank: 1, predicts: 3 });
  await sit('Khánh', { at: '2027-01-31 23:00', takes: '1:00', right: 9, predicts: 3 });
  await passTo('2027-02-01 09:03');
  // Bình did not predict and Chi left a blank: neither stands nor counts, nor does the first attempt of Khánh. Three people.
  expect(await frozen(1)).toEqual({ people: 3, attempts: 4, peopleAllRight: 3 });
  expect(await board(1, '2027-02-01 09:03')).toEqual(['1 An 9', '2 Khánh 9', '3 Dung 9']);
});

test('Quảng Nam 2014: 7, 3 and 5 questions by topic, one attempt in each of three rounds', async () => {
  const { sit, passTo, board, topicsOfPaper } = await playContest('mau-quang-nam-2014');
  await sit('An', { at: '2027-01-12 08:00', takes: '5:00', right: 15, predicts: 4 });
  expect(await topicsOfPaper('An')).toEqual({
    '2023-que-huong-coi-nguon-cach-mang': 7,
    '2024-thuc-hanh-dan-chu': 3,
    '2025-dai-doan-ket-toan-dan-toc': 5,
  });
  await sit('Bình', { at: '2027-01-06 08:00', takes: '5:00', right: 15, predicts: 3 });
  await sit('Chi', { at: '2027-01-05 08:00', takes: '15:00', right: 15, predicts: 5 });
  await sit('Dung', { at: '2027-01-04 08:00', takes: '5:00', right: 14, predicts: 4 });
  expect(await sit('Bình', { at: '2027-01-17 08:00', takes: '5:00', right: 15, predicts: 4 })).toBe('no-attempts-left');
  expect(await sit('Bình', { round: 2, at: '2027-01-18 08:00', takes: '5:00', right: 9, predicts: 4 })).toBeUndefined();
  await passTo('2027-01-18 08:10');
  // Four people. An is right; Bình and Chi are off by 1, and Chi was earlier, however long it took.
  expect(await board(1, '2027-01-18 08:10')).toEqual(['1 An 15', '2 Chi 15', '3 Bình 15', '4 Dung 14']);
});

test('Quảng Nam 2021: weekly boards, and one over the sum of four weeks', async () => {
  const { sit, person, passTo, board, units } = await playContest('mau-quang-nam-2021');
  for (const name of ['Bình', 'Dung']) await person(name, { unit: 'xa-hoa-an' });
  // [name, right and predicted of week 1, 2, 3, 4]
  const weeks: readonly [name: string, ...weeks: (readonly [right: number, predicts: number])[]][] = [
    ['An', [10, 5], [9, 6], [10, 3], [10, 3]],
    ['Bình', [10, 5], [10, 4], [10, 3], [9, 4]],
    ['Chi', [10, 6], [10, 4]],
    ['Dung', [9, 5], [9, 4], [9, 3], [10, 3]],
    ['Giang', [4, 5]],
  ];
  const mondays = ['2027-01-04', '2027-01-11', '2027-01-18', '2027-01-25'];
  for (const [index, monday] of mondays.entries()) {
    for (const [place, [name, ...own]] of weeks.entries()) {
      const [right, predicts] = own[index] ?? [];
      if (right === undefined || predicts === undefined) continue;
      const sitting = {
        round: index + 1,
        at: `${monday} ${String(place + 8).padStart(2, '0')}:00`,
        takes: '5:00',
        right,
        predicts,
      };
      expect(await sit(name, sitting)).toBeUndefined();
    }
  }
  expect(await sit('An', { round: 4, at: '2027-01-26 08:00', takes: '5:00', right: 10, predicts: 3 })).toBe(
    'no-attempts-left',
  );
  await passTo('2027-02-01 08:03');
  const then = '2027-02-01 08:03';
  // Week 1: five people. An and Bình are right, An an hour earlier; Chi is off by 1.
  expect(await board(1, then)).toEqual(['1 An 10', '2 Bình 10', '3 Chi 10', '4 Dung 9', '5 Giang 4']);
  // Week 2: four people. Bình and Chi are right, Bình earlier; Dung goes before An, who is off by 2.
  expect(await board(2, then)).toEqual(['1 Bình 10', '2 Chi 10', '3 Dung 9', '4 An 9']);
  // Week 4: three people. An and Dung are right, An earlier.
  expect(await board(4, then)).toEqual(['1 An 10', '2 Dung 10', '3 Bình 9']);
  // Sums: An 39 and off by 0+2+0+0, Bình 39 and off by 0+0+0+1, Dung 37, Chi 20 of two weeks, Giang 4.
  expect(await board('all', then)).toEqual(['1 Bình 39', '2 An 39', '3 Dung 37', '4 Chi 20', '5 Giang 4']);
  const block = 'Khối xã, phường';
  expect(await units('people', block, 'all', then)).toEqual(['1 Xã Trường Hà 3', '2 Xã Hòa An 2']);
  // (39 + 37) / 2 against (39 + 20 + 4) / 3.
  expect(await units('meanScore', block, 'all', then)).toEqual(['1 Xã Hòa An 38', '2 Xã Trường Hà 21']);
});

test('Bình Tân 2019: one attempt a week; most right, then fastest, then earlier', async () => {
  const { sit, passTo, board } = await playContest('mau-binh-tan-2019');
  await sit('An', { at: '2027-01-04 08:00', takes: '6:00', right: 20 });
  await sit('Bình', { at: '2027-01-04 07:00', takes: '6:00', right: 20 });
  await sit('Chi', { at: '2027-01-10 23:00', takes: '5:59', right: 20 });
  await sit('Dung', { at: '2027-01-04 07:00', takes: '1:00', right: 19 });
  await sit('Khánh', { at: '2027-01-05 07:00', right: 20 });
  expect(await sit('Dung', { at: '2027-01-10 23:59:59', takes: '5:00', right: 20 })).toBe('no-attempts-left');
  expect(await sit('Dung', { round: 2, at: '2027-01-11 00:00', takes: '5:00', right: 20 })).toBeUndefined();
  await passTo('2027-01-11 00:10');
  // Khánh went away, and the clock ended the attempt after the ten minutes that are given.
  expect(await board(1, '2027-01-11 00:10')).toEqual(['1 Chi 20', '2 Bình 20', '3 An 20', '4 Khánh 20', '5 Dung 19']);
});

test('Văn phòng Trung ương 2015: thirty of the pool, older people before younger ones, and a board that freezes', async () => {
  const { sit, person, passTo, board, topicsOfPaper } = await playContest('mau-van-phong-trung-uong-2015');
  for (const name of ['Bình', 'Chi']) await person(name, { birthYear: 1980 });
  for (const [name, day] of [
    ['An', '04'],
    ['Bình', '05'],
    ['Chi', '06'],
  ] as const) {
    await sit(name, { at: `2027-01-${day} 09:00`, takes: '10:00', right: 30 });
  }
  expect(Object.values(await topicsOfPaper('An')).reduce((sum, count) => sum + count)).toBe(30);
  await sit('Dung', { at: '2027-01-04 09:00', takes: '1:00', right: 29 });
  expect(await sit('Dung', { at: '2027-01-05 09:00', takes: '1:00', right: 30 })).toBe('no-attempts-left');
  await sit('Khánh', { at: '2027-01-17 20:00', takes: '5:00', right: 30 });
  await passTo('2027-01-17 21:00');
  // A day before the close the board stands still, so that Khánh is not on it; Bình and Chi are as old.
  expect(await board(1, '2027-01-17 21:00')).toEqual(['1 Bình 30', '1 Chi 30', '3 An 30', '4 Dung 29']);
  await passTo('2027-01-18 08:03');
  expect(await board(1, '2027-01-18 08:03')).toEqual(['1 Khánh 30', '2 Bình 30', '2 Chi 30', '4 An 30', '5 Dung 29']);
});

test('Quỳnh Lưu 2020: four rounds of one topic each; the best of many attempts, and fewer of them before more', async () => {
  const { sit, passTo, board, frozen, topicsOfPaper } = await playContest('mau-quynh-luu-2020');
  await sit('An', { at: '2027-01-04 08:00', takes: '40:00', right: 10, predicts: 6 });
  await sit('An', { at: '2027-01-05 08:00', takes: '44:59', right: 8, predicts: 5 });
  await sit('Bình', { at: '2027-01-13 08:00', takes: '30:00', right: 10, predicts: 6 });
  await sit('Chi', { at: '2027-01-13 09:00', takes: '30:00', right: 10, predicts: 5 });
  await sit('Dung', { at: '2027-01-04 08:00', takes: '5:00', right: 9, predicts: 5 });
  expect(await topicsOfPaper('Chi')).toEqual({ '2021-y-chi-tu-luc-tu-cuong': 10 });
  await passTo('2027-01-14 08:03');
  // Five attempts: Chi is right; An and Bình are off by 1, and An made two attempts.
  expect(await frozen(1)).toEqual({ people: 4, attempts: 5, peopleAllRight: 3 });
  expect(await board(1, '2027-01-14 08:03')).toEqual(['1 Chi 10', '2 Bình 10', '3 An 10', '4 Dung 9']);
  await sit('Chi', { round: 4, at: '2027-02-03 08:00', takes: '5:00', right: 10, predicts: 1 });
  expect(await topicsOfPaper('Chi')).toEqual({ '2024-thuc-hanh-dan-chu': 10 });
});

test('Phong Nha 2018: one attempt a day for six months, of which the first counts; the nearest number, then the earlier', async () => {
  const { sit, passTo, board, frozen } = await playContest('mau-phong-nha-2018');
  await sit('An', { at: '2027-01-04 08:00', takes: '5:00', right: 4, predicts: 9 });
  expect(await sit('An', { at: '2027-01-04 23:59:59', takes: '5:00', right: 4, predicts: 5 })).toBe('no-attempts-left');
  expect(await sit('An', { at: '2027-01-05 00:00', takes: '5:00', right: 4, predicts: 5 })).toBeUndefined();
  await sit('Bình', { at: '2027-07-04 23:00', takes: '5:00', right: 4, predicts: 5 });
  await sit('Chi', { at: '2027-03-02 08:00', takes: '1:00', right: 4, predicts: 3 });
  await sit('Dung', { at: '2027-01-04 08:00', takes: '5:00', right: 3, predicts: 5 });
  await sit('Khánh', { at: '2027-03-01 08:00', takes: '9:00', right: 4, predicts: 7 });
  await passTo('2027-07-05 00:03');
  // Five people. Bình is right; Khánh and Chi are off by 2, Khánh was a day earlier; the first of An was off by 4.
  expect(await frozen(1)).toMatchObject({ people: 5, attempts: 6 });
  expect(await board(1, '2027-07-05 00:03')).toEqual(['1 Bình 4', '2 Khánh 4', '3 Chi 4', '4 An 4', '5 Dung 3']);
});

test('xã Kbang 2025: people of one branch alone, and its units ranked among themselves', async () => {
  const { sit, person, passTo, board, units, frozen } = await playContest('mau-kbang-2025');
  for (const name of ['An', 'Bình']) await person(name, { unit: 'so-y-te' });
  await person('Chi', { unit: 'so-noi-vu' });
  await person('Dung', { unit: 'quy-phat-trien-dat-tinh' });
  await sit('An', { at: '2027-01-04 08:00', takes: '9:00', right: 30, predicts: 5 });
  await sit('An', { at: '2027-01-05 08:00', takes: '9:00', right: 28, predicts: 5 });
  await sit('Bình', { at: '2027-01-04 08:00', takes: '5:00', right: 30, predicts: 7 });
  await sit('Chi', { at: '2027-01-10 08:00', takes: '8:00', right: 30, predicts: 5 });
  await sit('Dung', { at: '2027-01-04 08:00', takes: '1:00', right: 29, predicts: 5 });
  expect(await sit('Giang', { at: '2027-01-05 08:00', takes: '1:00', right: 30, predicts: 5 })).toBe(
    'unit-not-invited',
  );
  await passTo('2027-01-11 08:03');
  const then = '2027-01-11 08:03';
  // Five attempts: An and Chi are right, and Chi took a minute less; Bình is off by 2.
  expect(await frozen(1)).toMatchObject({ people: 4, attempts: 5 });
  expect(await board(1, then)).toEqual(['1 Chi 30', '2 An 30', '3 Bình 30', '4 Dung 29']);
  expect(await units('people', 'Các thôn', 1, then)).toEqual([
    '1 Sở Y tế 2',
    '2 Quỹ Phát triển đất tỉnh 1',
    '2 Sở Nội vụ 1',
  ]);
  // 1 of 171, 2 of 397; the fund has 27 people, too few to be ranked by its rate.
  expect(await units('rate', 'Các thôn', 1, then)).toEqual([
    '1 Sở Nội vụ 0.58%',
    '2 Sở Y tế 0.50%',
    '– Quỹ Phát triển đất tỉnh 3.70%',
  ]);
});

test('biển đảo: a session of a hundred seconds by one clock for all', async () => {
  const { sit, passTo, board } = await playContest('mau-bien-dao');
  expect(await sit('Lan', { at: '2027-01-04 19:59:59', takes: '0:30', right: 10 })).toBe('not-open-yet');
  await sit('An', { at: '2027-01-04 20:00:00', takes: '1:00', right: 10 });
  await sit('Bình', { at: '2027-01-04 20:00:30', takes: '0:20', right: 10 });
  expect(await sit('An', { at: '2027-01-04 20:01:10', takes: '0:10', right: 10 })).toBe('no-attempts-left');
  await sit('Chi', { at: '2027-01-04 20:00:00', right: 10 });
  await sit('Dung', { at: '2027-01-04 20:01:00', right: 10 });
  await sit('Khánh', { at: '2027-01-04 20:00:00', takes: '0:10', right: 9 });
  expect(await sit('Hà', { at: '2027-01-04 20:01:40', takes: '0:30', right: 10 })).toBe('round-closed');
  await passTo('2027-01-04 20:01:50');
  // Bình came later and was done earlier. For Chi and Dung the session ended at 20:01:40, whenever they had come.
  expect(await board(1, '2027-01-04 20:01:50')).toEqual(['1 Bình 10', '2 An 10', '3 Chi 10', '3 Dung 10', '5 Khánh 9']);
  expect(await sit('Khánh', { round: 2, at: '2027-01-05 20:00:00', takes: '0:10', right: 10 })).toBeUndefined();
});
