import { matchesQuota, poolFor, type PoolItem } from '#app/domain/contests/draw-form.ts';
import { MINUTE } from '#app/domain/kernel/time.ts';
import type { ContestFile, RoundFile } from '../contest.schema.ts';
import { error, warning, type DescriptionFault, type KnownContent } from './description-fault.ts';

/** What is wrong with when boards and keys may be seen. */
export const visibilityFaults = (file: ContestFile, { pool }: KnownContent): DescriptionFault[] => [
  ...boardFaults(file),
  ...keyFaults(file, pool),
];

function boardFaults({ boards, frozenForMinutes, prediction, ranking, rounds }: ContestFile): DescriptionFault[] {
  const path = ['frozenForMinutes'];
  if (boards === 'frozen' && frozenForMinutes === 0) {
    const message =
      'Bảng xếp hạng dừng trước giờ đóng nhưng chưa ghi dừng trước bao lâu. Hãy ghi số phút, hoặc chọn cách hiện bảng khác.';
    return [error(path, message)];
  }
  if (boards !== 'frozen' && frozenForMinutes > 0) {
    const message = `Có ghi bảng xếp hạng dừng trước giờ đóng ${frozenForMinutes} phút, nhưng cách hiện bảng đã chọn không dừng. Hãy bỏ số phút này, hoặc chọn bảng dừng trước giờ đóng.`;
    return [warning(path, message)];
  }
  const short = rounds.find((round) => round.kind === 'contest' && lengthOf(round) <= frozenForMinutes * MINUTE);
  if (boards === 'frozen' && short) {
    const message = `Bảng xếp hạng dừng ${frozenForMinutes} phút trước giờ đóng, dài bằng hoặc hơn cả vòng ${short.number}, nên không lúc nào được hiện. Hãy giảm số phút, hoặc chọn bảng hiện sau giờ đóng.`;
    return [error(path, message)];
  }
  if (boards === 'live' && prediction && ranking.includes('predictionDistance')) {
    const message =
      'Bảng xếp hạng hiện liên tục cho thấy số người dự thi, giúp người thi muộn đoán trúng hơn. Nên chọn bảng hiện sau giờ đóng, hoặc dừng trước giờ đóng.';
    return [warning(['boards'], message)];
  }
  return [];
}

const lengthOf = ({ opensAt, closesAt }: RoundFile): number => Date.parse(closesAt) - Date.parse(opensAt);

/** Keys that open after a round while another round still asks some of the same items. */
function keyFaults({ keys, rounds }: ContestFile, pool: readonly PoolItem[]): DescriptionFault[] {
  if (keys !== 'after-round') return [];
  const counted = rounds.filter((round) => round.kind === 'contest');
  const items = poolFor(pool, 'contest');
  for (const earlier of counted) {
    for (const later of counted) {
      if (Date.parse(later.closesAt) <= Date.parse(earlier.closesAt)) continue;
      const shared = items.filter((item) => isAsked(item, earlier) && isAsked(item, later)).length;
      if (shared === 0) continue;
      const message = `Đáp án vòng ${earlier.number} công bố khi vòng ${later.number} chưa đóng, mà hai vòng lấy câu từ cùng một nguồn (${shared} câu có thể gặp lại). Nên công bố đáp án khi cả cuộc thi kết thúc.`;
      return [warning(['keys'], message)];
    }
  }
  return [];
}

const isAsked = (item: PoolItem, { blueprint }: RoundFile): boolean =>
  blueprint.sections.some(({ quotas }) => quotas.some((quota) => matchesQuota(item, quota)));
