import type { RankCriterion } from '#app/domain/contests/contest.ts';
import type { ContestFile } from '../contest.schema.ts';
import { allowsOneAttempt } from './attempt-faults.ts';
import { error, repeats, warning, type DescriptionFault } from './description-fault.ts';

const NAMES: Readonly<Record<RankCriterion, string>> = {
  score: 'điểm',
  predictionDistance: 'độ lệch dự đoán',
  duration: 'thời gian làm bài',
  submittedAt: 'thời điểm nộp bài',
  fewerAttempts: 'số lượt thi ít hơn',
  older: 'người lớn tuổi hơn',
  younger: 'người ít tuổi hơn',
  lot: 'bốc thăm',
};

/** What is wrong with the prediction question and the order of the criteria that rank. */
export const rankingFaults = (file: ContestFile): DescriptionFault[] => [
  ...predictionFaults(file),
  ...orderFaults(file),
  ...idleFaults(file),
];

const at = (index: number): (string | number)[] => ['ranking', index];

function predictionFaults({ prediction, ranking }: ContestFile): DescriptionFault[] {
  const place = ranking.indexOf('predictionDistance');
  if (place >= 0 && !prediction) {
    const message =
      'Xếp hạng theo độ lệch dự đoán nhưng chưa có câu dự đoán. Hãy thêm câu dự đoán, hoặc bỏ tiêu chí này.';
    return [error(at(place), message)];
  }
  if (place < 0 && prediction) {
    const message =
      'Có câu dự đoán nhưng không dùng để xếp hạng. Hãy thêm tiêu chí độ lệch dự đoán, hoặc bỏ câu dự đoán.';
    return [warning(['prediction'], message)];
  }
  return [];
}

function orderFaults({ ranking }: ContestFile): DescriptionFault[] {
  const twice = repeats(ranking).map((index) =>
    error(at(index), `Tiêu chí “${NAMES[ranking[index] ?? 'score']}” được ghi hai lần. Hãy bỏ lần sau.`),
  );
  const score = ranking.indexOf('score');
  const predicted = ranking.indexOf('predictionDistance');
  const isMisplaced = predicted >= 0 && (score < 0 || score > predicted);
  const places = isMisplaced
    ? error(
        at(predicted),
        'Độ lệch dự đoán đứng trước điểm: ai đoán gần nhất sẽ thắng dù làm sai hết. Hãy đưa điểm lên trước.',
      )
    : score !== 0
      ? warning(
          ['ranking'],
          `Xếp hạng không bắt đầu từ điểm mà từ “${NAMES[ranking[0] ?? 'score']}”: người nộp bài trống cũng có thể đứng đầu. Nếu không cố ý, hãy đưa điểm lên đầu.`,
        )
      : [];
  const younger = ranking.indexOf('younger');
  const isBoth = ranking.includes('older') && younger >= 0;
  const ages = isBoth
    ? error(
        at(younger),
        'Vừa ưu tiên người lớn tuổi hơn vừa ưu tiên người ít tuổi hơn. Hãy giữ lại một trong hai tiêu chí.',
      )
    : [];
  return [twice, places, ages].flat();
}

function idleFaults(file: ContestFile): DescriptionFault[] {
  const { ranking, attempts } = file;
  const lot = ranking.indexOf('lot');
  const instant = ranking.indexOf('submittedAt');
  const rounds = file.rounds.filter((round) => round.kind === 'contest');
  const isOneEach = rounds.length > 0 && rounds.every((round) => allowsOneAttempt(attempts.limits, round));
  return ranking.flatMap((criterion, index) => {
    const name = NAMES[criterion];
    if (lot >= 0 && index > lot) {
      return warning(
        at(index),
        `Bốc thăm đã phân định mọi trường hợp nên tiêu chí “${name}” đứng sau không bao giờ dùng đến. Hãy đưa bốc thăm xuống cuối.`,
      );
    }
    if (instant >= 0 && index > instant && criterion !== 'lot') {
      return warning(
        at(index),
        `Thời điểm nộp bài tính đến phần nghìn giây nên tiêu chí “${name}” đứng sau hầu như không bao giờ dùng đến. Hãy đưa tiêu chí này lên trước, hoặc bỏ đi.`,
      );
    }
    if (criterion === 'fewerAttempts' && isOneEach) {
      return warning(
        at(index),
        'Mỗi vòng chỉ được một lượt nên số lượt thi không phân định được ai. Hãy bỏ tiêu chí này, hoặc nới giới hạn số lượt.',
      );
    }
    const fixed = rounds.find((round) => round.window === 'fixed');
    if (criterion === 'duration' && fixed) {
      return warning(
        at(index),
        `Vòng ${fixed.number} tính giờ chung, nên thời gian làm bài được tính từ lúc mở vòng chứ không từ lúc từng người vào, tức là ai nộp sớm hơn thì đứng trước. Nếu không cố ý, hãy chọn tính giờ riêng từng người.`,
      );
    }
    return [];
  });
}
