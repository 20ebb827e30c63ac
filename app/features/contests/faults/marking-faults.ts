import { maxScoreOfBlueprint } from '#app/domain/contests/contest.ts';
import { roundMark } from '#app/domain/kernel/numbers.ts';
import type { ContestFile, RoundFile } from '../contest.schema.ts';
import { error, warning, type DescriptionFault } from './description-fault.ts';

/** Between these a score can be ranked, see rankKey(). */
const LOWEST_SCORE = -10_000;
const HIGHEST_SCORE = 100_000_000;

/** What is wrong with marks, what is taken off, and with the time that late answers have. */
export const markingFaults = (file: ContestFile): DescriptionFault[] => [
  ...penaltyFaults(file),
  ...boundFaults(file),
  ...decimalFaults(file),
  ...graceFaults(file),
];

function penaltyFaults({ marking, mustAnswerAll, rounds }: ContestFile): DescriptionFault[] {
  const { right, wrong, blank } = marking;
  const faults: DescriptionFault[] = [];
  if (-wrong > right) {
    const message = `Trả lời sai bị trừ ${-wrong} điểm, nhiều hơn ${right} điểm của một câu đúng. Hãy giảm điểm trừ nếu không cố ý.`;
    faults.push(warning(['marking', 'wrong'], message));
  }
  if (blank < wrong) {
    const message =
      'Bỏ trống bị trừ nhiều điểm hơn trả lời sai, nên ai cũng sẽ đánh bừa. Hãy để điểm trừ khi bỏ trống không vượt quá điểm trừ khi sai.';
    faults.push(warning(['marking', 'blank'], message));
  }
  if (mustAnswerAll && blank < 0) {
    const message =
      'Bài có câu bỏ trống đã không hợp lệ nên điểm trừ khi bỏ trống không bao giờ dùng đến. Hãy bỏ điểm trừ, hoặc bỏ yêu cầu trả lời đủ.';
    faults.push(warning(['marking', 'blank'], message));
  }
  for (const { path, quota } of quotasOf(rounds)) {
    if (quota.marks === undefined || -wrong <= quota.marks) continue;
    const message = `Câu của dòng này được ${quota.marks} điểm nhưng sai bị trừ ${-wrong} điểm. Hãy giảm điểm trừ, hoặc tăng điểm của dòng.`;
    faults.push(warning([...path, 'marks'], message));
  }
  return faults;
}

/** Every line of every round with its place. */
const quotasOf = (rounds: readonly RoundFile[]) =>
  rounds.flatMap(({ blueprint }, round) =>
    blueprint.sections.flatMap(({ quotas }, section) =>
      quotas.map((quota, line) => ({
        path: ['rounds', round, 'blueprint', 'sections', section, 'quotas', line],
        quota,
      })),
    ),
  );

function boundFaults({ marking, overall, rounds }: ContestFile): DescriptionFault[] {
  const penalty = Math.min(marking.wrong, marking.blank);
  const counted = rounds.filter((round) => round.kind === 'contest');
  const items = (of: readonly RoundFile[]): number => quotasOf(of).reduce((sum, { quota }) => sum + quota.count, 0);
  const marks = (of: readonly RoundFile[]): number =>
    of.reduce((sum, { blueprint }) => sum + maxScoreOfBlueprint(blueprint, marking.right), 0);
  const scopes = overall === 'sum' ? [counted] : counted.map((round) => [round]);
  const faults: DescriptionFault[] = [];
  if (scopes.some((of) => items(of) * penalty < LOWEST_SCORE)) {
    const message = `Điểm trừ có thể đưa một bài xuống dưới ${LOWEST_SCORE.toLocaleString('vi')} điểm, mức thấp nhất xếp hạng được. Hãy giảm điểm trừ.`;
    faults.push(error(['marking'], message));
  }
  if (scopes.some((of) => marks(of) > HIGHEST_SCORE)) {
    const message = `Một bài có thể được hơn ${HIGHEST_SCORE.toLocaleString('vi')} điểm, mức cao nhất xếp hạng được. Hãy giảm điểm mỗi câu.`;
    faults.push(error(['marking'], message));
  }
  return faults;
}

/** Marks are kept to five decimals: what is finer would be rounded, and the paper's full marks with it. */
function decimalFaults({ marking, rounds }: ContestFile): DescriptionFault[] {
  const message = 'Điểm chỉ được tính đến năm chữ số thập phân. Hãy ghi ngắn lại.';
  const isTooFine = (mark: number): boolean => roundMark(mark) !== mark;
  const inScheme = (['right', 'wrong', 'blank'] as const).filter((field) => isTooFine(marking[field]));
  const inLines = quotasOf(rounds).filter(({ quota }) => quota.marks !== undefined && isTooFine(quota.marks));
  return [
    ...inScheme.map((field) => error(['marking', field], message)),
    ...inLines.map(({ path }) => error([...path, 'marks'], message)),
  ];
}

function graceFaults({ graceSeconds, rounds }: ContestFile): DescriptionFault[] {
  if (graceSeconds === 0) {
    const message =
      'Không nhận bài gửi chậm: người bị mất mạng đúng lúc hết giờ sẽ mất các câu vừa chọn. Ở xã vùng cao nên cho nhận chậm khoảng 120 giây.';
    return [warning(['graceSeconds'], message)];
  }
  const short = rounds.find((round) => round.kind === 'contest' && graceSeconds > round.minutes * 60);
  if (!short) return [];
  const message = `Thời gian nhận bài gửi chậm (${graceSeconds} giây) dài hơn cả thời gian làm bài của vòng ${short.number}. Hãy rút ngắn lại.`;
  return [warning(['graceSeconds'], message)];
}
