import type { Category } from '#app/domain/units/category.ts';
import { defineText } from './define-text.ts';

const namesVi: Record<Category, string> = {
  official: 'Cán bộ, công chức, viên chức',
  partyMember: 'Đảng viên',
  youthUnionMember: 'Đoàn viên thanh niên',
  pupil: 'Học sinh, sinh viên',
  public: 'Nhân dân',
};

const namesEn: Record<Category, string> = {
  official: 'Officials',
  partyMember: 'Party members',
  youthUnionMember: 'Youth union members',
  pupil: 'Pupils and students',
  public: 'The public',
};

/** What people say to be, where a contest asks: at entry, and on the page where they change or withdraw it. */
export const categoriesText = defineText(
  {
    names: namesVi,
    legend: 'Đối tượng dự thi',
    hint: 'Không bắt buộc, chọn được nhiều mục. Không muốn nói thì để trống; bài thi và kết quả không thay đổi.',
    consent:
      'Tôi đồng ý để ban tổ chức lưu các mục tôi đã chọn và chỉ dùng trong số liệu tổng hợp của đơn vị, không gắn với tên tôi trong bất kỳ danh sách nào.',
    consentHint:
      'Chưa đánh dấu ô này thì các mục đã chọn không được lưu. Rút lại lúc nào cũng được, ở trang Tài khoản.',

    title: 'Đối tượng dự thi của bạn',
    lead: 'Bạn có thể chọn, đổi hoặc bỏ hết các mục dưới đây. Số liệu của đơn vị thay đổi theo ngay sau khi lưu.',
    now: 'Đang lưu',
    none: 'Không lưu mục nào',
    save: 'Lưu lựa chọn',
    withdraw: 'Rút lại và xóa',
    saved: 'Đã lưu lựa chọn của bạn.',
    withdrawn: 'Đã rút lại sự đồng ý và xóa các mục đã lưu.',
    consentMissing: 'Bạn chưa đánh dấu đồng ý, nên lựa chọn chưa được lưu. Hãy đánh dấu đồng ý rồi lưu lại.',
    notAsked: 'Cuộc thi này không hỏi đối tượng dự thi.',
    notEntered:
      'Bạn chưa dự thi cuộc thi này. Khi bắt đầu lượt thi đầu tiên, bạn sẽ được hỏi; không trả lời cũng được.',
    toContest: 'Đến trang cuộc thi',

    contests: 'Các cuộc thi bạn tham gia',
    since: (time: string) => `Từ ${time}`,
    practised: 'Mới luyện tập',
    change: 'Đối tượng dự thi',
  },
  {
    names: namesEn,
    legend: 'Who you are',
    hint: 'Optional; choose as many as fit. Leave it empty if you would rather not say; nothing changes for your attempt.',
    consent:
      'I agree that the organizers keep what I have chosen, for sums of the unit alone, and never with my name in any list.',
    consentHint: 'Without this tick nothing of it is kept. You can withdraw it at any time, on your account page.',

    title: 'What you are counted as',
    lead: 'Choose, change or clear this at any time. The sums of your unit follow at once.',
    now: 'Kept now',
    none: 'Nothing is kept',
    save: 'Save',
    withdraw: 'Withdraw and delete',
    saved: 'Your choice is saved.',
    withdrawn: 'Your consent is withdrawn, and what was kept is deleted.',
    consentMissing: 'You have not ticked that you agree, so nothing was saved. Tick it and save again.',
    notAsked: 'This contest does not ask.',
    notEntered: 'You have not entered this contest. At your first attempt you will be asked; you need not answer.',
    toContest: 'To the contest',

    contests: 'Contests that you take part in',
    since: (time: string) => `Since ${time}`,
    practised: 'Practised only',
    change: 'What you are counted as',
  },
);
