import { defineText } from './define-text.ts';

/** The page about personal data: one section a heading, then its sentences. */
export const privacyText = defineText(
  {
    title: 'Dữ liệu cá nhân',
    lead: 'Trang này nói rõ: hỏi gì, để làm gì, ai xem được, giữ bao lâu và bạn có quyền gì.',
    basis:
      'Theo Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15 và Nghị định số 356/2025/NĐ-CP. Cả hai có hiệu lực từ ngày 01/01/2026.',
    asked: {
      title: 'Giữ gì và để làm gì',
      lead: 'Bảng này lập từ chính danh mục mà phần mềm dùng để cho xem, tải về, xóa và hủy dữ liệu.',
      column: 'Thông tin',
      purpose: 'Dùng để',
      seenBy: 'Ai xem được',
      kept: 'Giữ bao lâu',
      erasing: 'Khi bạn xóa tài khoản',
    },
    notAsked: {
      title: 'Không hỏi gì',
      papers: 'Không hỏi số căn cước, ảnh giấy tờ, địa chỉ nhà, dân tộc, tôn giáo.',
      member:
        'Không bắt ai cho biết mình có phải là đảng viên, đoàn viên hay không: không trả lời vẫn dự thi như mọi người.',
      others: 'Trang không gửi dữ liệu cho bên thứ ba, không quảng cáo, không theo dõi bạn ở trang khác.',
    },
    seen: {
      title: 'Ai xem được',
      self: 'Bạn xem được thông tin của mình ở trang Tài khoản, kết quả bài thi ở trang cuộc thi.',
      manager: 'Đầu mối của đơn vị xem được ai trong đơn vị đã dự thi.',
      organizer: 'Ban tổ chức xem được kết quả để chấm, công bố và trao giải.',
      everybody:
        'Bảng xếp hạng công khai chỉ ghi họ, chữ cái đầu của đệm và tên, kèm đơn vị. Ví dụ: “Nông T. U”. Họ tên đầy đủ chỉ hiện khi chính bạn bật ở trang Tài khoản; người dưới 16 tuổi luôn được viết tắt.',
      published:
        'Tệp kết quả để người ngoài kiểm tra thứ hạng không ghi họ tên. Mỗi người là một mã, và chỉ bạn thấy mã của mình ở trang kết quả.',
      confirmation:
        'Xác nhận tham gia: ai có mã xác nhận của bạn chỉ biết được đơn vị, cuộc thi và ngày tham gia. Ai gõ một họ tên để đối chiếu chỉ được trả lời trùng khớp hay không.',
    },
    kept: {
      title: 'Giữ bao lâu',
      session: 'Phiên đăng nhập: 30 ngày kể từ lần dùng gần đây.',
      contest:
        'Tài khoản: đến khi bạn xóa; 24 tháng không dùng thì tự xóa. Kết quả đã chốt được giữ theo hồ sơ cuộc thi; xóa tài khoản rồi thì chỉ còn mã, không còn họ tên.',
      log: 'Nhật ký thao tác: đủ để giải quyết khiếu nại về kết quả, tối đa 5 năm. Nhật ký không ghi câu trả lời và mật khẩu.',
    },
    cookies: {
      title: 'Cookie',
      session:
        'Một cookie giữ phiên đăng nhập, một cookie nhớ nền, cỡ chữ, ngôn ngữ, và một cookie nhận ra thiết bị: hệ thống chỉ giữ mã băm của nó, để phát hiện gian lận và để đăng ký khi đông không bị nghẽn. Khi đăng nhập qua một tài khoản khác có thêm một cookie vài phút. Không có cookie quảng cáo hay đo lường.',
      device:
        'Khi làm bài, câu chưa gửi được và dấu “Xem lại sau” nằm tạm trên máy bạn; câu gửi xong thì máy xóa. Máy cũng giữ một bản của trang làm bài để mở lại được khi mất mạng, đến khi xem kết quả hoặc đăng xuất.',
    },
    rights: {
      title: 'Quyền của bạn',
      list: 'Bạn có quyền được biết, đồng ý hoặc không đồng ý, rút lại sự đồng ý, xem, sửa, xóa, hạn chế việc dùng dữ liệu và khiếu nại.',
      how: 'Hầu hết bạn tự làm được ở trang Dữ liệu của tôi: xem, tải về, sửa, xóa, rút lại sự đồng ý, xem ai đã xem. Yêu cầu khác gửi tại đó được trả lời trong 2 ngày làm việc.',
      withdraw:
        'Rút lại sự đồng ý thì bạn không dự thi tiếp. Những gì đã công bố đúng quy định trước đó không thay đổi.',
      child:
        'Người dưới 16 tuổi dự thi khi cha, mẹ hoặc người giám hộ đồng ý; từ 7 tuổi em cũng tự đồng ý. Cha, mẹ hoặc người giám hộ có thể thực hiện các quyền này thay.',
    },
  },
  {
    title: 'Personal data',
    lead: 'This page says what is asked, what for, who sees it, how long it is kept, and which rights you have.',
    basis:
      'Under the Law on Personal Data Protection 91/2025/QH15 and Decree 356/2025/NĐ-CP, both in force since 1 January 2026.',
    asked: {
      title: 'What is kept, and what for',
      lead: 'This table is made from the list by which the application shows, exports, erases and deletes data.',
      column: 'Data',
      purpose: 'Used to',
      seenBy: 'Seen by',
      kept: 'Kept',
      erasing: 'When you erase your account',
    },
    notAsked: {
      title: 'What is not asked',
      papers: 'No identity number, picture of papers, home address, ethnic group or religion.',
      member:
        'Nobody has to say whether they are a member of the Party or the youth union: who does not answer enters like everybody.',
      others: 'No data goes to third parties; no advertising, no tracking on other sites.',
    },
    seen: {
      title: 'Who sees it',
      self: 'You see your data on the page Account, and your results on the pages of the contests.',
      manager: 'The contact of your unit sees who of the unit has taken part.',
      organizer: 'The organizers see results, to mark, publish and award them.',
      everybody:
        'Public boards show the family name, the initials of the other names, and the unit: “Nông T. U”. Your full name appears only if you turn it on yourself on the page Account; people under 16 are always shortened.',
      published:
        'The file by which outsiders check the ranking has no names. Each person is a code, and only you see yours, on your result page.',
      confirmation:
        'Confirmations: whoever has your code learns the unit, the contest and the day alone. Who types a name to compare is told yes or no.',
    },
    kept: {
      title: 'How long it is kept',
      session: 'A session: 30 days from its latest use.',
      contest:
        'Account: until you erase it; after 24 months without use it is erased. Settled results are kept with the records of the contest, without your name once the account is erased.',
      log: 'The record of acts: as long as appeals need it, at most 5 years. It has no answers and no passwords.',
    },
    cookies: {
      title: 'Cookies',
      session:
        'One cookie keeps the session, one remembers theme, text size and language, and one recognises the device: only its hash is kept, to detect cheating and to keep registering possible in a rush. Signing in with another account adds one for some minutes. There are none for advertising or measuring.',
      device:
        'During an attempt, answers not sent yet and your “Look again later” marks stay on your device. Sent answers are removed from it. The device also keeps a copy of the attempt page, so that it opens without a line, until you see the result or sign out.',
    },
    rights: {
      title: 'Your rights',
      list: 'You have the right to know, to agree or not, to withdraw consent, to see, correct, delete and restrict the use of your data, and to complain.',
      how: 'Most of it you do yourself on the page My data: see, download, correct, erase, withdraw consent, see who has looked. Other requests made there are answered within 2 working days.',
      withdraw:
        'If you withdraw your consent you no longer take part. What was lawfully published before does not change.',
      child:
        'People under 16 take part when a parent or guardian agrees; from seven on the child agrees too. Parents or guardians can use these rights for them.',
    },
  },
);
