import type { StaffRefusalCode } from '#app/domain/kernel/refusal.ts';

/** Refusals of acts that take two people, of rulings on attempts, and of making two accounts one. */
export type RulingRefusalCode = Extract<
  StaffRefusalCode,
  | `proposal-${string}`
  | `merge-${string}`
  | `attempt-${string}`
  | `pair-${string}`
  | 'already-set-aside'
  | 'not-set-aside'
>;

export const rulingRefusals: Record<'vi' | 'en', Record<RulingRefusalCode, string>> = {
  vi: {
    'proposal-closed':
      'Đề nghị này đã có người xử lý hoặc đã được rút, nên lần bấm này không làm gì thêm. Hãy xem kết quả trên trang.',
    'proposal-own':
      'Đề nghị này do chính bạn đưa ra, nên cần một người khác quyết định. Đề nghị vẫn đang chờ; bạn có thể rút lại.',
    'proposal-waiting':
      'Việc này đã có một đề nghị đang chờ người thứ hai, nên chưa ghi thêm đề nghị nào. Hãy chờ quyết định, hoặc rút đề nghị đó.',
    'already-set-aside': 'Lượt thi này đang không được tính rồi, nên không có gì thay đổi.',
    'attempt-not-over': 'Lượt thi này chưa kết thúc, nên chưa thể quyết định. Hãy đợi bài được nộp hoặc hết giờ.',
    'attempt-own':
      'Đây là lượt thi của chính bạn, nên bạn không đề nghị hay quyết định được. Chưa có gì thay đổi; hãy nhờ người khác.',
    'not-set-aside': 'Lượt thi này đang được tính bình thường, nên không có gì để khôi phục.',
    'merge-account-gone':
      'Một trong hai tài khoản không còn dùng được: đã gộp, đã khóa hoặc đã xóa. Chưa có gì thay đổi; hãy xem lại danh sách.',
    'merge-attempt-running':
      'Một trong hai tài khoản đang có lượt thi chưa kết thúc, nên chưa gộp. Mọi thứ vẫn như cũ; hãy gộp sau khi lượt đó được nộp hoặc hết giờ.',
    'merge-extra-time':
      'Một trong hai tài khoản được cộng giờ riêng ở vòng đã thi, nên gộp sẽ làm sai giờ của bài. Chưa có gì thay đổi; hãy đề nghị không tính lượt thi thừa thay vì gộp.',
    'merge-own': 'Một trong hai tài khoản là của chính bạn, nên cần một người khác gộp. Chưa có gì thay đổi.',
    'merge-changed-since':
      'Tài khoản được giữ đã có hoạt động mới sau khi gộp ở chính các kỳ thi đã gộp, nên không hoàn tác được. Mọi thứ giữ nguyên như sau khi gộp.',
    'merge-later-one':
      'Tài khoản này đã có một lần gộp khác sau đó. Hãy hoàn tác lần gộp sau cùng trước. Chưa có gì thay đổi.',
    'merge-staff':
      'Tài khoản bị gộp có nhiệm vụ riêng. Hãy đánh dấu có chuyển nhiệm vụ sang tài khoản được giữ hay không. Chưa có gì thay đổi.',
    'pair-decided': 'Cặp tài khoản này đã có người quyết định. Hãy xem kết quả trong danh sách.',
  },
  en: {
    'proposal-closed': 'Somebody has decided on this proposal, or it was taken back: nothing more was done.',
    'proposal-own': 'You made this proposal, so somebody else decides. It still waits; you may take it back.',
    'proposal-waiting':
      'A proposal about this waits for a second person already, so none was added. Wait for the decision, or take it back.',
    'already-set-aside': 'This attempt is set aside already: nothing has changed.',
    'attempt-not-over': 'This attempt is not over yet. Wait until it is submitted or its time has ended.',
    'attempt-own': 'This is an attempt of your own: somebody else has to decide. Nothing has changed.',
    'not-set-aside': 'This attempt counts: there is nothing to restore.',
    'merge-account-gone':
      'One of the two accounts can no longer be used: merged, switched off or erased. Nothing has changed.',
    'merge-attempt-running':
      'An attempt of one of the two accounts is under way. Nothing has changed; merge once it is over.',
    'merge-extra-time':
      'One of the two accounts had extra time of its own in a round it sat, so that merging would falsify times. Nothing has changed; propose to set the superfluous attempt aside.',
    'merge-own': 'One of the two accounts is your own: somebody else has to merge them. Nothing has changed.',
    'merge-changed-since':
      'The account that was kept has been used since in what was merged, so that it cannot be undone. Everything stays as it is.',
    'merge-later-one': 'The account was merged once more later. Undo the last merge first. Nothing has changed.',
    'merge-staff':
      'The account that ends has duties. Say whether the account that is kept takes them over. Nothing has changed.',
    'pair-decided': 'Somebody has decided on these two accounts already. See the list.',
  },
};
