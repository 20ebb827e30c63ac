import { spanOf } from '#app/domain/contests/attempts-left.ts';
import type { AttemptLimit, LimitSpan } from '#app/domain/contests/contest.ts';
import type { ContestFile, RoundFile } from '../contest.schema.ts';
import { error, repeats, warning, type DescriptionFault } from './description-fault.ts';

export const SPANS: Readonly<Record<LimitSpan, string>> = {
  round: 'mỗi vòng',
  day: 'mỗi ngày',
  week: 'mỗi tuần',
  contest: 'cả cuộc thi',
};

const SEVERAL = { best: 'tốt nhất', first: 'đầu tiên', last: 'cuối cùng' } as const;

/** What is wrong with limits on attempts, the counted attempt, and how rounds add up. */
export const attemptFaults = (file: ContestFile): DescriptionFault[] => [
  ...limitFaults(file),
  ...countedFaults(file),
  ...overallFaults(file),
];

const contestRounds = (file: ContestFile): RoundFile[] => file.rounds.filter((round) => round.kind === 'contest');

/** Whether nobody can have two attempts in the round. Days and weeks do it only for rounds that lie within one of them. */
export function allowsOneAttempt(limits: readonly AttemptLimit[], round: RoundFile): boolean {
  return limits.some(({ count, per }) => {
    if (count > 1) return false;
    if (per === 'round' || per === 'contest') return true;
    return Date.parse(round.closesAt) <= spanOf(per, Date.parse(round.opensAt)).end;
  });
}

function limitFaults({ attempts: { limits } }: ContestFile): DescriptionFault[] {
  const path = (index: number): (string | number)[] => ['attempts', 'limits', index];
  const twice = repeats(limits.map(({ per }) => per)).map((index) => {
    const span = SPANS[limits[index]?.per ?? 'round'];
    return error(path(index), `Số lượt ${span} được giới hạn hai lần. Hãy giữ lại một giới hạn.`);
  });
  const idle = limits.flatMap((limit, index) => {
    const tighter = limits.find((other) => isWider(other.per, limit.per) && other.count <= limit.count);
    if (!tighter) return [];
    const message = `Giới hạn ${limit.count} lượt ${SPANS[limit.per]} không bao giờ dùng đến, vì ${SPANS[tighter.per]} chỉ được ${tighter.count} lượt. Hãy bỏ một trong hai giới hạn.`;
    return warning(path(index), message);
  });
  return [...twice, ...idle];
}

/** Whether every span of one kind holds spans of the other kind wholly. */
const isWider = (wide: LimitSpan, narrow: LimitSpan): boolean =>
  (wide === 'contest' && narrow !== 'contest') || (wide === 'week' && narrow === 'day');

function countedFaults(file: ContestFile): DescriptionFault[] {
  const { limits, counted } = file.attempts;
  const rounds = contestRounds(file);
  const open = rounds.find((round) => !allowsOneAttempt(limits, round));
  const path = ['attempts', 'counted'];
  if (counted === 'only' && open) {
    const span = limits.find(({ count, per }) => count === 1 && (per === 'day' || per === 'week'))?.per;
    const why =
      span === undefined
        ? 'chưa có giới hạn nào ngăn lượt thứ hai'
        : `giới hạn 1 lượt ${SPANS[span]} tính theo lịch (tuần bắt đầu từ thứ Hai), mà vòng này kéo dài hơn một ${span === 'week' ? 'tuần' : 'ngày'} theo lịch`;
    const message = `Thể lệ nói mỗi người chỉ có một lượt, nhưng ở vòng ${open.number} ${why}. Hãy giới hạn 1 lượt mỗi vòng, hoặc chọn tính lượt tốt nhất, đầu tiên hay cuối cùng.`;
    return [error(path, message)];
  }
  if (counted !== 'only' && rounds.length > 0 && !open) {
    const message = `Mỗi vòng chỉ được một lượt nên không có gì để chọn lượt ${SEVERAL[counted]}. Hãy chọn “chỉ một lượt”, hoặc nới giới hạn số lượt.`;
    return [warning(path, message)];
  }
  return [];
}

function overallFaults(file: ContestFile): DescriptionFault[] {
  const { overall, attempts } = file;
  if (overall === 'none') return [];
  const { length } = contestRounds(file);
  if (length < 2) {
    const message =
      'Kết quả chung cuộc gộp nhiều vòng, nhưng chỉ có một vòng thi. Hãy bỏ kết quả chung cuộc, hoặc thêm vòng thi.';
    return [error(['overall'], message)];
  }
  const whole = attempts.limits.find(({ per }) => per === 'contest');
  if (overall === 'sum' && whole && whole.count < length) {
    const message = `Kết quả chung cuộc cộng điểm ${length} vòng, nhưng cả cuộc thi chỉ được ${whole.count} lượt nên không ai dự đủ các vòng. Hãy nới giới hạn, hoặc lấy vòng tốt nhất.`;
    return [warning(['overall'], message)];
  }
  return [];
}
