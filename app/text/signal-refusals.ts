import type { StaffRefusalCode } from '#app/domain/kernel/refusal.ts';

/** Refusals of acts on signals. */
export type SignalRefusalCode = Extract<
  StaffRefusalCode,
  'signal-own' | 'hearing-open' | 'nobody-to-ask' | 'already-asked' | 'nobody-chosen'
>;

export const signalRefusals: Record<'vi' | 'en', Record<SignalRefusalCode, string>> = {
  vi: {
    'signal-own':
      'Dấu hiệu này nói về chính tài khoản của bạn, nên cần người khác xem xét và quyết định. Chưa có gì thay đổi.',
    'hearing-open':
      'Người được hỏi chưa trả lời và chưa hết hạn, nên chưa kết luận được. Hãy đợi họ trả lời hoặc đợi đến hết hạn ghi trên trang.',
    'nobody-to-ask': 'Dấu hiệu này nói về câu hỏi hoặc thời điểm, không nói về người nào, nên không có ai để hỏi.',
    'already-asked': 'Những người liên quan đã được mời giải trình rồi. Hãy xem hạn trả lời trên trang.',
    'nobody-chosen': 'Chưa chọn lượt thi nào. Hãy đánh dấu những lượt đề nghị không tính rồi gửi lại.',
  },
  en: {
    'signal-own': 'This signal is about your own account, so somebody else has to decide. Nothing has changed.',
    'hearing-open':
      'Those who were asked have not answered and still have time, so it cannot be upheld yet. Wait for them or for the deadline on the page.',
    'nobody-to-ask': 'This signal is about a question or a moment and not about a person, so there is nobody to ask.',
    'already-asked': 'Those whom it is about were asked already. The page says until when they may answer.',
    'nobody-chosen': 'No attempt is chosen. Tick those that shall not count and send it again.',
  },
};
