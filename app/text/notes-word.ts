import { defineText } from './define-text.ts';

/** What reading a Word document had to say, by code; {words} stand for what the note names. */
export const wordNotes = defineText(
  {
    'word-facts-dropped': 'Tệp Word không ghi mã dữ kiện của câu hỏi.',
    'word-markup-flattened': 'Liên kết, mã và chữ gạch ngang trong câu chỉ còn là chữ thường trong tệp Word.',
    'word-image-missing': 'Không có dữ liệu của một hình, nên trong tệp Word chỉ còn lời mô tả hình.',
    'word-image-converted': 'Hình WebP được đổi sang PNG để Word mở được.',
    'word-rationales-dropped': 'Lời giải thích của các vế ghép không có chỗ trong tệp Word.',
    'word-no-questions':
      'Không tìm thấy câu hỏi nào. Hãy mở đầu mỗi câu bằng “Câu 1.”, “Câu 2.”… và mỗi phương án bằng “A.”, “B.”…',
    'word-no-key':
      'Câu {number} chưa có đáp án. Hãy gạch chân, in đậm hoặc tô màu phương án đúng, hoặc thêm dòng “Đáp án: …”.',
    'word-essay': 'Câu {number} không có phương án và không có đáp án (câu tự luận), nên không nhập được.',
    'word-key-unknown': 'Đáp án “{text}” không ứng với phương án nào.',
    'word-key-differs': 'Các chỗ ghi đáp án khác nhau: lấy “{used}”, chỗ khác ghi “{other}”. Hãy xem lại.',
    'word-marks-differ':
      'Đáp án ghi bằng chữ là {used}, nhưng phương án được đánh dấu là {other}. Đáp án bằng chữ được giữ; hãy xem lại.',
    'word-marks-unclear': 'Phương án được đánh dấu theo nhiều cách khác nhau. Lấy {used} làm đáp án; hãy xem lại.',
    'word-marks-too-many': 'Quá nửa số phương án được đánh dấu giống nhau, nên dấu ấy không được coi là đáp án.',
    'word-key-of-none': 'Bảng đáp án có câu {number} ({key}), nhưng trong tệp không có câu này.',
    'word-option-empty': 'Phương án {letter} không có nội dung.',
    'word-order-not-whole': 'Thứ tự “{text}” chưa xếp đủ các mục. Hãy ghi đủ, ví dụ: “Đáp án: C, A, B”.',
    'word-pair': 'Mục {letter} chưa có vế ghép. Hãy ghi “vế trái => vế phải”.',
    'word-taken-as-text': 'Câu không có phương án; “{text}” được hiểu là câu trả lời bằng chữ.',
    'word-taken-as-number': 'Câu không có phương án; “{text}” được hiểu là câu trả lời bằng số.',
    'word-kind-unknown': 'Không rõ dạng câu “{text}”; dạng câu được suy từ phương án và đáp án.',
    'word-difficulty-unknown': 'Không rõ mức độ “{text}”, nên mức độ để trống.',
    'word-line-left': 'Dòng “{text}” không thuộc câu hỏi nào, nên bị bỏ lại.',
    'word-legacy-font':
      'Câu hỏi dùng phông VNI, chữ không đọc được. Hãy chuyển tệp sang Unicode (ví dụ bằng Unikey), rồi nhập lại.',
  },
  {
    'word-facts-dropped': 'A Word file does not carry the ids of the facts.',
    'word-markup-flattened': 'Links, code and struck words are plain words in the Word file.',
    'word-image-missing': 'The bytes of an image are missing: only its description stands in the Word file.',
    'word-image-converted': 'A WebP image was turned into PNG, which Word can open.',
    'word-rationales-dropped': 'Explanations of the sides of a match have no place in a Word file.',
    'word-no-questions':
      'No question was found. Begin each question with “Câu 1.”, “Câu 2.”… and each option with “A.”…',
    'word-no-key':
      'Question {number} has no key. Underline, bold or highlight the right option, or add a line “Đáp án: …”.',
    'word-essay': 'Question {number} has neither options nor a key (an essay), so it cannot be taken.',
    'word-key-unknown': 'The key “{text}” belongs to no option.',
    'word-key-differs': 'Keys differ: “{used}” is taken, elsewhere it says “{other}”. Please check.',
    'word-marks-differ':
      'The written key is {used}, but the marked option is {other}. The written key is kept; please check.',
    'word-marks-unclear': 'Options are marked in several ways. {used} is taken as the key; please check.',
    'word-marks-too-many': 'More than half of the options are marked alike, so this is not taken as a key.',
    'word-key-of-none': 'The list of answers has question {number} ({key}), but the file has no such question.',
    'word-option-empty': 'Option {letter} is empty.',
    'word-order-not-whole': 'The order “{text}” leaves something out. Name all, such as “Đáp án: C, A, B”.',
    'word-pair': 'Entry {letter} has no partner. Write “left => right”.',
    'word-taken-as-text': 'There are no options; “{text}” is taken as an answer in words.',
    'word-taken-as-number': 'There are no options; “{text}” is taken as an answer in numbers.',
    'word-kind-unknown': 'The kind “{text}” is not known; options and key decide.',
    'word-difficulty-unknown': 'The level “{text}” is not known and stays empty.',
    'word-line-left': 'The line “{text}” belongs to no question and is left behind.',
    'word-legacy-font':
      'The question uses a VNI font and cannot be read. Convert the file to Unicode and import it again.',
  },
);
