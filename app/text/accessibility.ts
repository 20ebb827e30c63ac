import { defineText } from './define-text.ts';

/** The statement on accessibility: one section a heading, then its sentences. */
export const accessibilityText = defineText(
  {
    title: 'Khả năng tiếp cận',
    lead: 'Ai cũng phải học và thi được ở đây: mắt kém, tay run, dùng máy cũ hay mạng chậm.',
    sections: {
      goal: {
        title: 'Mục tiêu',
        standard: 'Trang được làm theo tiêu chuẩn WCAG 2.2 mức AA và yêu cầu của Thông tư số 26/2020/TT-BTTTT.',
      },
      can: {
        title: 'Bạn có thể',
        size: 'Tăng cỡ chữ lên 125 % hoặc 150 % ở cuối trang, hoặc phóng to bằng trình duyệt.',
        theme: 'Chọn nền sáng hoặc nền tối.',
        keyboard: 'Làm mọi việc chỉ bằng bàn phím, kể cả thi.',
        reader: 'Dùng trình đọc màn hình: trang có tiêu đề, nhãn và thông báo bằng chữ.',
        script: 'Học và thi cả khi trình duyệt tắt hoặc không chạy được mã JavaScript.',
        colour: 'Không phải phân biệt bằng màu: màu nào cũng có chữ hoặc số đi kèm.',
      },
      time: {
        title: 'Cần thêm thời gian làm bài',
        how: 'Người khuyết tật có thể được thêm giờ. Hãy báo ban tổ chức ghi trong thể lệ trước khi thi.',
      },
      limits: {
        title: 'Chưa tốt',
        tables: 'Bảng rộng trên điện thoại nhỏ phải kéo ngang trong khung của bảng.',
        english: 'Bản tiếng Anh chỉ có phần giao diện; bài học và câu hỏi là tiếng Việt.',
      },
      tell: {
        title: 'Gặp khó khăn',
        how: 'Hãy báo ban tổ chức: trang nào, bạn định làm gì, dùng máy và trình duyệt gì.',
      },
    },
  },
  {
    title: 'Accessibility',
    lead: 'Everybody should be able to learn and compete here: with weak sight, shaky hands, an old phone or a slow line.',
    sections: {
      goal: {
        title: 'Goal',
        standard: 'The site is built to WCAG 2.2 level AA and to Circular 26/2020/TT-BTTTT.',
      },
      can: {
        title: 'You can',
        size: 'Enlarge the text to 125% or 150% at the foot of the page, or zoom with your browser.',
        theme: 'Choose a light or a dark theme.',
        keyboard: 'Do everything with the keyboard alone, the contest too.',
        reader: 'Use a screen reader: pages have headings, labels and messages in words.',
        script: 'Learn and compete when your browser has JavaScript turned off or cannot run it.',
        colour: 'Do without colours: each comes with a word or a number.',
      },
      time: {
        title: 'If you need more time',
        how: 'People with disabilities can get extra time. Tell the organizers named in the rules before the contest.',
      },
      limits: {
        title: 'Not good yet',
        tables: 'On small phones wide tables have to be scrolled sideways inside their frame.',
        english: 'English covers the interface only; lessons and questions are in Vietnamese.',
      },
      tell: {
        title: 'If something does not work',
        how: 'Tell the organizers which page, what you wanted to do, and your device and browser.',
      },
    },
  },
);
