import type { ProposalKind, ProposalState } from '#app/domain/proposals/proposal.ts';
import { defineText } from './define-text.ts';

const kinds: Record<ProposalKind, string> = {
  correctKey: 'Sửa đáp án và chấm lại',
  setAside: 'Không tính một lượt thi',
  restoreAttempt: 'Tính lại một lượt thi',
};
const states: Record<ProposalState, string> = {
  waiting: 'Đang chờ',
  carriedOut: 'Đã thực hiện',
  refused: 'Không đồng ý',
  withdrawn: 'Đã rút',
};

/** Words of what one person proposes and another carries out. */
export const proposalsText = defineText(
  {
    title: 'Việc chờ người thứ hai',
    lead: 'Việc làm thay đổi kết quả cần hai người: một người đề nghị, một người khác xem lại rồi thực hiện. Trước đó không có gì thay đổi.',
    kinds,
    states,
    tabs: 'Các đề nghị',
    waiting: (count: string) => `Đang chờ (${count})`,
    decided: 'Đã xử lý',
    waitingNone: 'Không có việc nào đang chờ. Đề nghị sửa đáp án hay không tính lượt thi hiện ở đây.',
    decidedNone: 'Chưa có đề nghị nào được xử lý.',
    proposedBy: (name: string, when: string) => `${name} đề nghị lúc ${when}`,
    decidedBy: (name: string, when: string) => `${name}, ${when}`,
    own: 'Bạn đề nghị, cần người khác quyết định',
    open: 'Xem và quyết định',
    see: 'Xem lại',
    reason: 'Lý do',
    decision: 'Quyết định',
    decisionLead: 'Hãy xem kỹ phần bên dưới rồi quyết định ở cuối trang.',
    agree: 'Đồng ý và thực hiện',
    agreeHint: {
      correctKey:
        'Bài được chấm lại ngay. Mọi người trong cuộc thi nhận thông báo cùng lý do; ai bị đổi điểm thấy điểm cũ và điểm mới.',
      setAside:
        'Lượt thi ra khỏi bảng xếp hạng và mọi số liệu. Bài làm và điểm được giữ; người thi đọc được lý do và cách phản hồi.',
      restoreAttempt: 'Lượt thi trở lại bảng xếp hạng và số liệu đúng như trước.',
    } satisfies Record<ProposalKind, string>,
    agreeAgain: 'Với việc này, bạn cần xác nhận lại mình là ai trong vòng mười phút trước đó.',
    stepUp: 'Xác nhận lại',
    refuse: 'Không đồng ý',
    refuseReason: 'Vì sao không đồng ý',
    refuseHint: 'Người đề nghị đọc được lý do này. Từ 5 đến 500 ký tự.',
    withdraw: 'Rút đề nghị',
    ownNote:
      'Bạn đã đưa ra đề nghị này, nên một người khác có cùng quyền sẽ quyết định. Bạn có thể rút lại khi chưa ai quyết định.',
    impossible: 'Hiện không thực hiện được đề nghị này:',
    made: 'Đã ghi đề nghị. Chưa có gì thay đổi cho đến khi một người khác đồng ý.',
    done: {
      carriedOut: 'Đã thực hiện đề nghị.',
      refused: 'Đã ghi là không đồng ý. Không có gì thay đổi.',
      withdrawn: 'Đã rút đề nghị. Không có gì thay đổi.',
    },
    faults: {
      formOld: 'Trang này đã cũ. Hãy tải lại trang rồi làm lại; chưa có gì thay đổi.',
      reasonMissing: 'Hãy ghi lý do, từ 5 đến 500 ký tự. Chưa có gì thay đổi.',
    },
    waitingHere: (count: number) => `${count} đề nghị sửa đáp án của cuộc thi này đang chờ người thứ hai.`,
    toWaiting: 'Xem các đề nghị',
  },
  {
    title: 'Waiting for a second person',
    lead: 'What changes results takes two people: one proposes it, another looks at it and carries it out. Nothing changes before.',
    kinds: {
      correctKey: 'Correct a key and grade again',
      setAside: 'Set an attempt aside',
      restoreAttempt: 'Count an attempt again',
    } satisfies Record<ProposalKind, string>,
    states: {
      waiting: 'Waiting',
      carriedOut: 'Carried out',
      refused: 'Refused',
      withdrawn: 'Taken back',
    } satisfies Record<ProposalState, string>,
    tabs: 'Proposals',
    waiting: (count: string) => `Waiting (${count})`,
    decided: 'Decided',
    waitingNone: 'Nothing is waiting. Proposals to correct a key or to set an attempt aside appear here.',
    decidedNone: 'No proposal has been decided on yet.',
    proposedBy: (name: string, when: string) => `Proposed by ${name}, ${when}`,
    decidedBy: (name: string, when: string) => `${name}, ${when}`,
    own: 'Proposed by you: somebody else decides',
    open: 'Look and decide',
    see: 'Look',
    reason: 'Reason',
    decision: 'Decision',
    decisionLead: 'Look at what follows, then decide at the end of the page.',
    agree: 'Agree and carry out',
    agreeHint: {
      correctKey: 'Attempts are graded again at once. Everybody in the contest is told, with the reason.',
      setAside: 'The attempt leaves every ranking and figure. Answers and score are kept; the person reads the reason.',
      restoreAttempt: 'The attempt is back in rankings and figures, just as before.',
    } satisfies Record<ProposalKind, string>,
    agreeAgain: 'For this you need to have proved who you are within the last ten minutes.',
    stepUp: 'Prove it',
    refuse: 'Refuse',
    refuseReason: 'Why not',
    refuseHint: 'Who proposed it reads this. 5 to 500 characters.',
    withdraw: 'Take the proposal back',
    ownNote: 'You made this proposal, so somebody else with the same right decides. You may take it back until then.',
    impossible: 'This cannot be carried out now:',
    made: 'The proposal is written down. Nothing changes until somebody else agrees.',
    done: {
      carriedOut: 'The proposal was carried out.',
      refused: 'Refused. Nothing has changed.',
      withdrawn: 'Taken back. Nothing has changed.',
    },
    faults: {
      formOld: 'This page is old. Load it again; nothing has changed.',
      reasonMissing: 'Give a reason of 5 to 500 characters. Nothing has changed.',
    },
    waitingHere: (count: number) =>
      `${count} ${count === 1 ? 'proposal' : 'proposals'} to correct keys of this contest ${count === 1 ? 'waits' : 'wait'} for a second person.`,
    toWaiting: 'See the proposals',
  },
);
