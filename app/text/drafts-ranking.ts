import type { RankCriterion } from '../domain/contests/contest.ts';
import { defineText } from './define-text.ts';

type Words = Record<RankCriterion, { readonly name: string; readonly why: string }>;

const vi = {
  criteria: {
    score: { name: 'Điểm cao hơn', why: 'Ai nhiều điểm hơn đứng trên.' },
    predictionDistance: {
      name: 'Độ lệch dự đoán nhỏ hơn',
      why: 'Ai đoán gần con số thật hơn đứng trên; người không đoán đứng sau mọi người có đoán.',
    },
    duration: { name: 'Làm bài nhanh hơn', why: 'Ai dùng ít thời gian làm bài hơn đứng trên, so theo giây.' },
    submittedAt: { name: 'Nộp bài sớm hơn', why: 'Ai nộp trước đứng trên, so theo thời điểm máy chủ nhận bài.' },
    fewerAttempts: { name: 'Ít lượt thi hơn', why: 'Ai đạt kết quả với ít lượt thi hơn đứng trên.' },
    older: { name: 'Lớn tuổi hơn', why: 'Ai sinh năm trước đứng trên.' },
    younger: { name: 'Ít tuổi hơn', why: 'Ai sinh năm sau đứng trên.' },
    lot: {
      name: 'Bốc thăm',
      why: 'Máy bốc thăm theo một số bí mật đã khóa từ đầu và công bố sau khi kết thúc, nên không ai chọn được.',
    },
  } satisfies Words,
  chosen: 'Thứ tự xét',
  place: (number: number) => `Tiêu chí ${number}`,
  others: 'Thêm tiêu chí',
  othersHint: 'Tiêu chí thêm vào đứng cuối; sau đó đưa lên nếu cần.',
  allChosen: 'Đã dùng tất cả tiêu chí.',
  empty: 'Chưa có tiêu chí nào. Hãy thêm ít nhất một tiêu chí.',
  example: 'Ví dụ',
  exampleLead: 'Hai người bằng nhau ở mọi tiêu chí trước tiêu chí cuối cùng:',
  names: { first: 'Chị An', second: 'Anh Bình' },
  person: 'Người',
  rank: 'Hạng',
  verdict: (first: string, second: string, criterion: string) =>
    `${first} đứng trên ${second}, vì: ${criterion.charAt(0).toLocaleLowerCase('vi')}${criterion.slice(1)}.`,
  tie: (first: string, second: string) => `${first} và ${second} đồng hạng.`,
  equal: 'Nếu bằng nhau ở mọi tiêu chí, hai người đồng hạng và hạng sau được bỏ trống: 1, 2, 2, 4.',
  values: {
    score: 'Điểm',
    predictionDistance: 'Độ lệch dự đoán',
    duration: 'Thời gian làm bài',
    submittedAt: 'Nộp lúc',
    fewerAttempts: 'Số lượt thi',
    older: 'Năm sinh',
    younger: 'Năm sinh',
    lot: 'Thăm',
  },
} as const;

const en = {
  criteria: {
    score: { name: 'Higher score', why: 'Who has more marks stands above.' },
    predictionDistance: {
      name: 'Nearer prediction',
      why: 'Who is nearer to the actual number stands above; who predicted nothing after all who did.',
    },
    duration: { name: 'Faster', why: 'Who used less time stands above, by whole seconds.' },
    submittedAt: { name: 'Submitted earlier', why: 'Who submitted first stands above, by the clock of the server.' },
    fewerAttempts: { name: 'Fewer attempts', why: 'Who needed fewer attempts stands above.' },
    older: { name: 'Older', why: 'Who was born in an earlier year stands above.' },
    younger: { name: 'Younger', why: 'Who was born in a later year stands above.' },
    lot: {
      name: 'Drawn lot',
      why: 'Drawn by a secret number that is locked from the beginning and published at the end: nobody can choose it.',
    },
  } satisfies Words,
  chosen: 'Order',
  place: (number: number) => `Criterion ${number}`,
  others: 'Add a criterion',
  othersHint: 'It comes last; move it up afterwards where needed.',
  allChosen: 'All criteria are in use.',
  empty: 'There is no criterion yet. Add one at least.',
  example: 'Example',
  exampleLead: 'Two people who are equal in everything before the last criterion:',
  names: { first: 'An', second: 'Bình' },
  person: 'Person',
  rank: 'Rank',
  verdict: (first: string, second: string, criterion: string) =>
    `${first} stands above ${second}: ${criterion.charAt(0).toLowerCase()}${criterion.slice(1)}.`,
  tie: (first: string, second: string) => `${first} and ${second} share the rank.`,
  equal: 'Where two people are equal in everything they share the rank, and the next is left out: 1, 2, 2, 4.',
  values: {
    score: 'Score',
    predictionDistance: 'Distance',
    duration: 'Time',
    submittedAt: 'Submitted at',
    fewerAttempts: 'Attempts',
    older: 'Year of birth',
    younger: 'Year of birth',
    lot: 'Lot',
  },
};

/** Words of the ranking of a contest in work. */
export const draftRankingText = defineText(vi, en);
