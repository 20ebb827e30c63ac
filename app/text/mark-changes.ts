import { defineText } from './define-text.ts';

/** A reason as a sentence of its own. */
const sentence = (reason: string): string => (/[.!?…]$/u.test(reason) ? reason : `${reason}.`);

/** What contestants are told when a key was corrected: on pages of theirs, in notices, and where right answers are shown. */
export const markChangesText = defineText(
  {
    changedTitle: 'Điểm của bạn được chấm lại',
    changedSlots: (slots: string) => `câu ${slots}`,
    changedSentence: (before: string, after: string, slots: string, reason: string) =>
      `Điểm của bạn đổi từ ${before} thành ${after} vì ${slots} được chấm lại: ${reason}`,
    seeResult: 'Xem kết quả',
    scaled: (score: string, full: string) =>
      `Đề của bạn có câu bị bỏ, nên khi xếp hạng điểm này được quy về ${score}/${full}.`,
    reviewKind: {
      key: 'Đáp án của câu này đã được sửa.',
      allRight: 'Câu này có sai sót: mọi người được trọn điểm.',
      void: 'Câu này đã bị bỏ, không tính điểm.',
    },
    reviewReason: 'Lý do',
    notCounted: 'Không tính',

    noticeOf: (what: string, reason: string) =>
      `${what} Lý do: ${sentence(reason)} Ai có điểm thay đổi sẽ thấy điểm cũ và điểm mới ở trang kết quả của mình.`,
    kindNotice: {
      key: 'Ban Tổ chức đã sửa đáp án của một câu hỏi và chấm lại.',
      allRight: 'Ban Tổ chức cho trọn điểm một câu hỏi có sai sót và chấm lại.',
      void: 'Ban Tổ chức bỏ một câu hỏi có sai sót và chấm lại.',
      original: 'Ban Tổ chức chấm lại một câu hỏi theo đáp án ban đầu.',
    },
  },
  {
    changedTitle: 'Your score was graded again',
    changedSlots: (slots: string) => `question ${slots}`,
    changedSentence: (before: string, after: string, slots: string, reason: string) =>
      `Your score changed from ${before} to ${after}, as ${slots} was graded again: ${reason}`,
    seeResult: 'See the result',
    scaled: (score: string, full: string) =>
      `A question of your paper was dropped, so for ranking this score is scaled to ${score}/${full}.`,
    reviewKind: {
      key: 'The key of this question was corrected.',
      allRight: 'This question was faulty: everybody got its full marks.',
      void: 'This question was dropped and counts for nothing.',
    },
    reviewReason: 'Reason',
    notCounted: 'Not counted',

    noticeOf: (what: string, reason: string) =>
      `${what} Reason: ${sentence(reason)} Whose score changed sees both scores on the page of the result.`,
    kindNotice: {
      key: 'The organizers corrected the key of a question and graded again.',
      allRight: 'The organizers gave full marks for a faulty question and graded again.',
      void: 'The organizers dropped a faulty question and graded again.',
      original: 'The organizers graded a question again by its key as written.',
    },
  },
);
