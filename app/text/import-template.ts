/** Rows of the template that show how it is filled in, by the role of the column; an import passes over them. */
export const TEMPLATE_EXAMPLES: readonly Readonly<Record<string, string>>[] = [
  {
    id: 'VÍ DỤ 1',
    kind: 'Một đáp án',
    difficulty: 'Dễ',
    prompt: 'Một năm có bao nhiêu tháng?',
    option0: '10 tháng',
    option1: '11 tháng',
    option2: '12 tháng',
    option3: '13 tháng',
    key: 'C',
    rationale: 'Một năm có 12 tháng.',
    source: 'Tên tài liệu làm căn cứ',
    page: 'tr. 12',
    tags: 'nhan-mot, nhan-hai',
  },
  {
    id: 'VÍ DỤ 2',
    kind: 'Ghép đôi',
    difficulty: 'Trung bình',
    prompt: 'Ghép mỗi số với cách đọc của số đó.',
    option0: '1 => một',
    option1: '2 => hai',
    option2: '=> ba',
    source: 'Tên tài liệu làm căn cứ',
  },
];

/** The guide of the template, a line each. */
export const TEMPLATE_GUIDE: readonly string[] = [
  'Cách điền tệp câu hỏi',
  'Mỗi dòng là một câu hỏi. Dòng có mã bắt đầu bằng “VÍ DỤ” không được nhập. Cột không cần thì để trống; thứ tự cột đổi được.',
  'Dạng câu: để trống thì hệ thống tự nhận ra câu một đáp án, nhiều đáp án, đúng/sai.',
  'Một đáp án, nhiều đáp án: mỗi phương án một cột; cột Đáp án ghi chữ cái, ví dụ B hoặc A, C. Để trống cột Đáp án thì phương án in đậm hoặc tô màu là đáp án.',
  'Đúng/Sai: cột Câu hỏi ghi câu khẳng định, cột Đáp án ghi Đúng hoặc Sai.',
  'Sắp xếp: mỗi mục một cột; cột Đáp án ghi thứ tự đúng, ví dụ C, A, B. Để trống nếu đã viết đúng thứ tự.',
  'Ghép đôi: mỗi cột một cặp “vế trái => vế phải”; vế phải thừa ghi “=> vế phải”.',
  'Điền từ: mỗi cách trả lời được chấp nhận một cột. Dạng câu ghi thêm “(phân biệt hoa thường; không cần dấu)” nếu cần.',
  'Điền số: ghi số, ví dụ 12,5; chấp nhận sai lệch thì ghi 12,5 ± 0,5. Cột Đơn vị đo ghi đơn vị.',
  'Điểm riêng cho từng phương án: ghi trước phương án, ví dụ {50%} Hà Quảng.',
  'Hình: nén tệp này cùng thư mục “hinh” thành một tệp .zip; trong câu hỏi ghi ![mô tả hình](hinh/ten-hinh.png).',
  'Nguồn là bắt buộc trước khi trình duyệt. Mã giống nhau giữa hai lần nhập là cùng một câu.',
];
