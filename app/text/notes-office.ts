import { defineText } from './define-text.ts';

/** What reading or writing Excel, CSV and Word had to say, by code; {words} stand for what the note names. */
export const officeNotes = defineText(
  {
    'unknown-kind': 'Không hiểu dạng câu “{kind}”; dạng câu được đoán từ nội dung.',
    'unknown-difficulty': 'Không hiểu độ khó “{word}”; dùng độ khó mặc định.',
    'no-key': 'Câu hỏi chưa có đáp án: cột đáp án trống và không phương án nào được đánh dấu.',
    'no-options': 'Câu hỏi không có phương án nào.',
    'no-options-no-key': 'Câu hỏi không có phương án và không có đáp án. Câu tự luận thì không nhập được.',
    'unknown-key': 'Đáp án “{key}” không khớp với phương án nào. Hãy ghi chữ cái của phương án, ví dụ B hoặc A, C.',
    'keys-differ':
      'Đáp án ghi là “{key}” nhưng phương án được đánh dấu là {marked}. Đáp án ghi được dùng; hãy xem lại.',
    'several-keys': 'Dạng câu ghi một đáp án mà có nhiều đáp án đúng; câu được nhập thành câu nhiều đáp án.',
    'order-incomplete': 'Thứ tự “{key}” không nêu đủ mỗi mục đúng một lần.',
    'legacy-font':
      'Ô này dùng phông chữ cũ (TCVN3 hoặc VNI), nên chữ đọc ra sẽ sai. Hãy chuyển tệp sang Unicode rồi nhập lại.',
    'legacy-text':
      'Chữ trong ô này giống chữ gõ theo bảng mã cũ (TCVN3 hoặc VNI) nên đọc ra sẽ sai. Hãy chuyển tệp sang Unicode, chẳng hạn bằng UniKey, rồi nhập lại.',
    'cell-fault': 'Công thức trong ô này bị lỗi ({fault}), nên ô không có giá trị. Hãy sửa ô rồi nhập lại.',
    'column-unknown': 'Không đọc cột “{head}”: không rõ tiêu đề chỉ điều gì, hoặc một cột khác đã có nội dung ấy.',
    'heads-guessed':
      'Bảng không có dòng tiêu đề. Đã hiểu: cột {prompt} là câu hỏi, cột {options} là các phương án, cột {key} là đáp án. Hãy xem có đúng không.',
    'sheet-without-heads': 'Trang tính này không có dòng tiêu đề của bảng câu hỏi, nên không đọc.',
    'pictures-in-sheet':
      'Có hình dán trong trang tính không thuộc dòng câu hỏi nào hoặc không đọc được, nên bị bỏ lại. Hãy dán hình vào dòng của câu hỏi, để hình trong thư mục “hinh” của tệp .zip, hoặc thêm sau khi nhập.',
    'facts-left': 'Mã sự kiện làm căn cứ bị bỏ lại.',
    'too-many-lines': 'Câu hỏi có hơn {limit} dòng; các dòng sau bị bỏ lại.',
    'not-in-table': 'Dấu xuống dòng, bảng hay hình trong phương án được giữ ở dạng chữ.',
    'key-table-unmatched': 'Bảng đáp án có câu {number} mà đề không có câu đó.',
    'picture-without-words': 'Hình chưa có lời mô tả cho người không nhìn thấy hình.',
    'text-before': 'Đoạn chữ trước câu hỏi đầu tiên không phải câu hỏi, nên không đọc.',
  },
  {
    'unknown-kind': 'The kind “{kind}” is not known; it was guessed from the question.',
    'unknown-difficulty': 'The difficulty “{word}” is not known; the default is used.',
    'no-key': 'The question has no key: its column is empty and no option is marked.',
    'no-options': 'The question has no options.',
    'no-options-no-key': 'The question has neither options nor a key. Essays cannot be imported.',
    'unknown-key': 'The key “{key}” is none of the options. Write letters, such as B or A, C.',
    'keys-differ': 'The key says “{key}” but {marked} is marked. The written key is used; please check.',
    'several-keys': 'One key was announced and several are right; it was taken as a multiple choice.',
    'order-incomplete': 'The order “{key}” does not name every line once.',
    'legacy-font':
      'This cell is set in a font from before Unicode (TCVN3 or VNI), so its letters are wrong. Convert the file and import it again.',
    'legacy-text':
      'The text of this cell looks as if typed in a code from before Unicode (TCVN3 or VNI), so its letters are wrong. Convert the file, for example with UniKey, and import it again.',
    'cell-fault':
      'The formula of this cell failed ({fault}), so it has no value. Mend the cell and import the file again.',
    'column-unknown': 'The column “{head}” is not read: its head is not known, or another column says the same.',
    'heads-guessed':
      'The table has no heads. It was understood so: column {prompt} the question, columns {options} the options, column {key} the key. See whether that is right.',
    'sheet-without-heads': 'This sheet has no heads of a table of questions and is not read.',
    'pictures-in-sheet':
      'Pictures on a sheet that stand in no row of a question, or cannot be read, are left out. Paste them into the row of the question, put them into the folder “hinh” of a .zip, or add them after the import.',
    'facts-left': 'The ids of facts are left behind.',
    'too-many-lines': 'The question has more than {limit} lines; the others are left behind.',
    'not-in-table': 'Line breaks, tables and images of options are kept as text.',
    'key-table-unmatched': 'The table of keys has question {number}, which the paper has not.',
    'picture-without-words': 'An image has no description for people who cannot see it.',
    'text-before': 'Text before the first question is no question and is not read.',
  },
);
