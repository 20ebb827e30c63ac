import type { LockedRoundPart, LockedRule } from '../domain/contests/locks.ts';
import { defineText } from './define-text.ts';

/** What cannot be changed, and what to do instead. */
type Lock = { readonly name: string; readonly instead: string };

const NEXT = 'Hãy giữ như cũ; muốn khác thì dùng cho một cuộc thi mới.';
const CONDUCT = 'Muốn cho thêm giờ, hãy gia hạn hoặc bù giờ ở trang điều hành cuộc thi.';

const vi = {
  rules: {
    marking: { name: 'Điểm của câu đúng, câu sai và câu bỏ trống', instead: NEXT },
    mustAnswerAll: { name: 'Bài phải trả lời hết mới được tính', instead: NEXT },
    attempts: { name: 'Số lượt thi và lượt được tính', instead: NEXT },
    overall: { name: 'Kết quả chung của các vòng', instead: NEXT },
    prediction: { name: 'Câu hỏi dự đoán', instead: NEXT },
    ranking: { name: 'Thứ tự xếp hạng', instead: NEXT },
    grace: { name: 'Thời gian nhận câu trả lời đến muộn', instead: CONDUCT },
    units: { name: 'Tiêu chí xếp hạng đơn vị', instead: NEXT },
    blocks: { name: 'Khối của cuộc thi', instead: NEXT },
  } satisfies Record<LockedRule, Lock> as Record<LockedRule, Lock>,
  parts: {
    removal: { name: 'Bỏ vòng thi', instead: 'Vòng đã mở hoặc đã có người thi không bỏ được. Hãy để vòng lại.' },
    kind: { name: 'Loại vòng', instead: 'Hãy giữ loại vòng như cũ; cần vòng khác thì thêm vòng mới.' },
    opening: {
      name: 'Giờ mở',
      instead: 'Vòng đã mở thì giữ giờ mở. Cần thêm thời gian thì lùi giờ đóng hoặc gia hạn.',
    },
    closing: { name: 'Giờ đóng', instead: `Chỉ lùi giờ đóng về sau khi vòng còn mở. ${CONDUCT}` },
    time: { name: 'Thời gian làm bài và cách tính giờ', instead: CONDUCT },
    entry: { name: 'Thời gian nhận người vào thi', instead: `Chỉ nới thêm khi vòng còn mở. ${CONDUCT}` },
    paper: { name: 'Đề thi', instead: 'Đã có người làm đề theo cách rút cũ. Hãy đổi đề ở vòng sau.' },
    all: { name: 'Vòng đã chốt kết quả', instead: 'Kết quả đã chốt và công bố, không thay đổi được nữa.' },
  } satisfies Record<LockedRoundPart, Lock> as Record<LockedRoundPart, Lock>,
  ofRound: (round: string, part: string) => `${round}: ${part}`,
  because: 'Đã có lượt thi theo thể lệ cũ.',
  addition: (round: string) => `Thêm vòng: ${round}`,
  additionInstead: 'Kết quả chung đã chốt, nên không thêm vòng thi được. Hãy tạo cuộc thi mới.',
};

const NEXT_EN = 'Keep it as it is; what should be different belongs to a new contest.';
const CONDUCT_EN = 'To give more time, extend the round or give extra time on the page where the contest is run.';

const en: typeof vi = {
  rules: {
    marking: { name: 'Marks of right, wrong and blank answers', instead: NEXT_EN },
    mustAnswerAll: { name: 'Only complete papers count', instead: NEXT_EN },
    attempts: { name: 'Number of attempts and the one that counts', instead: NEXT_EN },
    overall: { name: 'Result over the rounds', instead: NEXT_EN },
    prediction: { name: 'Prediction question', instead: NEXT_EN },
    ranking: { name: 'Order of ranking', instead: NEXT_EN },
    grace: { name: 'Time for late answers', instead: CONDUCT_EN },
    units: { name: 'Criteria of units', instead: NEXT_EN },
    blocks: { name: 'Blocks of the contest', instead: NEXT_EN },
  },
  parts: {
    removal: { name: 'Removing the round', instead: 'It has opened or has attempts, and stays.' },
    kind: { name: 'Kind of round', instead: 'Keep it; for another kind add a new round.' },
    opening: {
      name: 'Opening',
      instead: 'A round that has opened keeps its opening. Put the close off, or extend it.',
    },
    closing: { name: 'Close', instead: `It can only be put off while the round is open. ${CONDUCT_EN}` },
    time: { name: 'Time for the paper and how it runs', instead: CONDUCT_EN },
    entry: { name: 'Time for entering', instead: `It can only be widened while the round is open. ${CONDUCT_EN}` },
    paper: { name: 'Paper', instead: 'People have sat papers drawn the old way. Change the paper of a later round.' },
    all: { name: 'A round with final results', instead: 'Results are final and published; nothing can change.' },
  },
  ofRound: (round: string, part: string) => `${round}: ${part}`,
  because: 'There are attempts under the old rules.',
  addition: (round: string) => `A new round: ${round}`,
  additionInstead: 'The common ranking is final, so no round can be added. Set up a new contest.',
};

/** What of a published contest cannot be changed any more, and what to do instead. */
export const draftLocksText = defineText(vi, en);
