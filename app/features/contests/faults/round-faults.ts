import { MINUTE, type Instant } from '#app/domain/kernel/time.ts';
import type { ContestFile, RoundFile } from '../contest.schema.ts';
import { error, repeats, warning, type DescriptionFault } from './description-fault.ts';

/** A round with its instants as numbers and its place in the file. */
interface PlacedRound {
  readonly index: number;
  readonly round: RoundFile;
  readonly opensAt: Instant;
  readonly closesAt: Instant;
}

/** What is wrong with the rounds: their numbers, their windows, and how they lie to one another. */
export function roundFaults({ rounds }: ContestFile): DescriptionFault[] {
  const placed = rounds.map((round, index): PlacedRound => {
    return { index, round, opensAt: Date.parse(round.opensAt), closesAt: Date.parse(round.closesAt) };
  });
  return [...numberFaults(rounds), ...placed.flatMap(windowFaults), ...neighbourFaults(placed)];
}

function numberFaults(rounds: readonly RoundFile[]): DescriptionFault[] {
  const numbers = rounds.map((round) => round.number);
  const twice = repeats(numbers).map((index) =>
    error(
      ['rounds', index, 'number'],
      `Đã có một vòng mang số ${numbers[index]}. Hãy đánh số mỗi vòng một số khác nhau.`,
    ),
  );
  const astray = numbers.flatMap((number, index) => {
    const before = numbers[index - 1];
    if (before === undefined || before <= number) return [];
    const message = `Vòng ${number} được ghi sau vòng ${before}. Hãy xếp các vòng theo số tăng dần.`;
    return error(['rounds', index, 'number'], message);
  });
  return [...twice, ...astray];
}

function windowFaults({ index, round, opensAt, closesAt }: PlacedRound): DescriptionFault[] {
  const { number, window, lateArrival } = round;
  const at = (field: keyof RoundFile): (string | number)[] => ['rounds', index, field];
  if (opensAt >= closesAt) {
    return [error(at('closesAt'), `Vòng ${number} đóng trước khi mở. Hãy đặt giờ đóng sau giờ mở.`)];
  }
  const faults: DescriptionFault[] = [];
  const length = (closesAt - opensAt) / MINUTE;
  const minutes = toMillisecond(round.minutes);
  const entryForMinutes = round.entryForMinutes === undefined ? undefined : toMillisecond(round.entryForMinutes);
  const isFixed = window === 'fixed';
  if (minutes > length && (isFixed || lateArrival === 'cut')) {
    const message = `Vòng ${number} cho ${numeral(minutes)} phút làm bài nhưng chỉ mở ${numeral(length)} phút, không ai được đủ giờ. Hãy lùi giờ đóng hoặc rút ngắn thời gian làm bài.`;
    faults.push(error(at('minutes'), message));
  }
  if (entryForMinutes !== undefined && entryForMinutes > length) {
    const message = `Vòng ${number} cho vào thi trong ${numeral(entryForMinutes)} phút nhưng chỉ mở ${numeral(length)} phút. Hãy rút ngắn thời gian cho vào thi, hoặc bỏ trống để nhận thí sinh đến giờ đóng.`;
    faults.push(error(at('entryForMinutes'), message));
  }
  if (isFixed && lateArrival === 'full') {
    const message = `Vòng ${number} tính giờ chung cho mọi người từ lúc mở, nên người vào muộn không thể được đủ giờ. Hãy chọn tính giờ riêng từng người, hoặc bỏ quy định cho người vào muộn đủ giờ.`;
    faults.push(error(at('lateArrival'), message));
  }
  if (isFixed && minutes <= length && Math.min(entryForMinutes ?? length, length) > minutes) {
    const message = `Vòng ${number} tính giờ chung và hết giờ sau ${numeral(minutes)} phút, nhưng sau đó vẫn cho vào thi: người vào lúc ấy không còn giờ làm bài. Hãy chỉ cho vào thi trong ${numeral(minutes)} phút đầu.`;
    faults.push(error(at(entryForMinutes === undefined ? 'closesAt' : 'entryForMinutes'), message));
  }
  return faults;
}

function neighbourFaults(placed: readonly PlacedRound[]): DescriptionFault[] {
  const counted = placed.filter(({ round }) => round.kind === 'contest');
  if (counted.length === 0) {
    const message = 'Chỉ có vòng luyện tập nên cuộc thi không có kết quả và xếp hạng. Hãy thêm ít nhất một vòng thi.';
    return [warning(['rounds'], message)];
  }
  return counted.flatMap((later, place) =>
    counted.slice(0, place).flatMap((earlier) => {
      const [a, b] = [earlier.round.number, later.round.number];
      const path = ['rounds', later.index, 'opensAt'];
      if (later.opensAt < earlier.closesAt && earlier.opensAt < later.closesAt) {
        const message = `Vòng ${b} mở trong khi vòng ${a} chưa đóng, thí sinh có hai vòng cùng lúc. Nếu không cố ý, hãy dời giờ mở vòng ${b} đến sau giờ đóng vòng ${a}.`;
        return warning(path, message);
      }
      if (later.closesAt <= earlier.opensAt) {
        const message = `Vòng ${b} diễn ra trước vòng ${a}. Hãy kiểm tra lại ngày giờ, hoặc đánh số các vòng theo thứ tự thời gian.`;
        return warning(path, message);
      }
      return [];
    }),
  );
}

/** Minutes as they are stored: 1.66667 minutes are 100 seconds. */
const toMillisecond = (minutes: number): number => Math.round(minutes * MINUTE) / MINUTE;

/** A number as people write it in Vietnamese: 1,67. */
const numeral = (value: number): string => String(Math.round(value * 100) / 100).replace('.', ',');
