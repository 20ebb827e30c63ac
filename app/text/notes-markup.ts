import { defineText } from './define-text.ts';

/** What reading or writing GIFT, Aiken, Moodle XML and QTI had to say, by code; {words} stand for what the note names. */
export const markupNotes = defineText(
  {
    'kind-not-supported': 'Loại câu hỏi “{kind}” không có trong ngân hàng, nên câu này không nhập được.',
    'kind-several-fields':
      'Câu có nhiều chỗ trả lời không nhập được, vì ngân hàng chỉ có câu một chỗ trả lời. Hãy tách câu rồi nhập lại.',
    'kind-template': 'Câu lấy số hoặc chữ ngẫu nhiên mỗi lần hiện không có trong ngân hàng, nên không nhập được.',
    'kind-essay': 'Câu tự luận không có trong ngân hàng, nên không nhập được.',
    'kind-gaps': 'Câu kéo chữ hoặc hình vào chỗ trống không có trong ngân hàng, nên không nhập được.',
    'kind-hottext': 'Câu chọn chữ trong đoạn văn không có trong ngân hàng, nên không nhập được.',
    'kind-graphic': 'Câu trả lời bằng cách chọn, vẽ hoặc đặt trên hình không có trong ngân hàng, nên không nhập được.',
    'kind-slider': 'Câu trả lời bằng thanh trượt không có trong ngân hàng, nên không nhập được.',
    'kind-upload': 'Câu trả lời bằng cách nộp tệp không có trong ngân hàng, nên không nhập được.',
    'kind-custom': 'Câu thuộc loại riêng của hệ thống kia không có trong ngân hàng, nên không nhập được.',
    'description-skipped': 'Đoạn chữ “{name}” không phải câu hỏi, nên được bỏ qua.',
    'no-prompt': 'Câu hỏi không có nội dung.',
    'no-full-credit': 'Không có đáp án nào được trọn điểm. Hãy đánh dấu đáp án đúng trong tệp rồi nhập lại.',
    'several-full-credit':
      'Câu chọn một có nhiều phương án được trọn điểm. Phương án đầu là đáp án, các phương án kia giữ nguyên phần điểm.',
    'single-right': 'Câu chọn nhiều chỉ có một đáp án đúng, nên được nhập thành câu chọn một.',
    'weights-sum': 'Tổng phần điểm của các đáp án đúng là {sum}%, không phải 100%. Hãy xem lại cách cho điểm.',
    'grade-unusual': 'Phần điểm {grade}% không có trong thang điểm của Moodle. Hãy xem lại.',
    'too-few-options': 'Câu hỏi có {count} phương án; cần ít nhất 2.',
    'too-few-pairs': 'Câu ghép cặp có {count} cặp; cần ít nhất 2.',
    'not-a-number': '“{text}” không phải là số.',
    'question-too-long': 'Câu hỏi dài hơn {limit} ký tự, nên không nhận.',
    'feedback-for-others': 'Lời nhận xét cho mọi câu trả lời khác bị bỏ lại.',
    'gift-braces': 'Thiếu dấu { hoặc }, hoặc có dòng trống giữa hai dấu. Trong GIFT, dòng trống ngăn hai câu hỏi.',
    'gift-arrow': 'Cặp “{text}” thiếu dấu ->.',
    'gift-lower-case-true':
      '“{text}” viết thường được hiểu là câu trả lời bằng chữ. Nếu là câu đúng/sai, hãy viết hoa: TRUE hoặc FALSE.',
    'any-number-share':
      'Trong tệp, mọi số khác cũng được {percent}% số điểm. Ngân hàng không giữ được phần này; hãy xem lại đáp án.',
    'answer-order-matters':
      'Đáp án “{text}” ít điểm hơn mà đứng trước “{other}”, và có câu trả lời khớp với cả hai. Moodle tính theo đáp án khớp đầu tiên, ngân hàng tính theo đáp án cao điểm nhất. Hãy xem lại.',
    'gift-equals-share':
      'Dấu = trong câu chọn một cho trọn điểm, nên phần điểm {percent}% viết sau nó không được tính. Hãy xem lại đáp án.',
    'gift-more-braces': 'Sau phần trả lời còn dấu { ở “{text}”. Phần này nằm lại trong nội dung câu hỏi.',
    'gift-inline-comment':
      '“{text}” không đứng ở đầu dòng, nên không phải là chú thích mà là một phần của câu hỏi. Hãy xem lại.',
    'gift-order-number':
      'Dòng “{text}” được hiểu là mục đầu tiên cần sắp xếp. Moodle hiểu đó là số mục được hiện. Hãy xem lại.',
    'aiken-not-started': 'Dòng này là phương án hoặc đáp án, nhưng trước nó chưa có câu hỏi nào.',
    'aiken-not-complete': 'Câu “{text}” (dòng {started}) chưa có dòng ANSWER, nên bị bỏ qua.',
    'aiken-answer-letter': 'Đáp án “{letter}” không ứng với phương án nào.',
    'aiken-letters': 'Chữ cái của các phương án không theo thứ tự A, B, C… Đáp án được tính theo vị trí.',
    'true-false-by-place': 'Hai phương án “{text}” được hiểu theo thứ tự: đúng trước, sai sau. Hãy xem lại đáp án.',
    'was-hidden': 'Câu hỏi này đang bị ẩn trong Moodle.',
    'grade-dropped': 'Điểm tối đa {grade} của câu không được giữ; điểm do thể lệ vòng thi định.',
    'penalty-dropped': 'Mức trừ {penalty} cho mỗi lần làm lại không được giữ.',
    'hints-dropped': 'Gợi ý khi làm lại bị bỏ lại.',
    'combined-feedback-dropped': 'Lời nhận xét chung theo đúng, sai bị bỏ lại.',
    'pair-without-answer': 'Dòng “{text}” của câu ghép đôi không có dòng ghép với nó nên bị bỏ lại.',
    'option-lost':
      'Một phương án chỉ gồm hình, âm thanh hoặc phần không giữ được, nên câu hỏi sẽ thiếu phương án. Hãy thay bằng chữ hoặc hình PNG, JPEG có trong tệp.',
    'units-dropped': 'Bỏ lại {count} đơn vị đo quy đổi; chỉ giữ đơn vị chính.',
    'unit-grading-dropped': 'Điểm cho đơn vị đo không được giữ.',
    'ordering-settings': 'Cách cho điểm hoặc cách chọn mục của câu sắp thứ tự không được giữ.',
    'no-declaration': 'Phần trả lời “{name}” không được khai báo trong tệp, nên không biết đáp án.',
    'order-not-whole': 'Đáp án xếp {count} mục trong {all} mục; ngân hàng cần xếp đủ.',
    'match-not-one-to-one': 'Các cặp không phải mỗi mục một cặp, nên câu này không nhập được.',
    'fixed-dropped': '{count} phương án giữ chỗ cố định sẽ được xáo như các phương án khác.',
    'feedback-dropped': 'Lời nhận xét không gắn với phương án nào bị bỏ lại.',
    'rubric-dropped': 'Hướng dẫn chấm bị bỏ lại.',
    'adaptive-dropped': 'Cách làm nhiều bước của câu không được giữ.',
    'stimulus-missing': 'Thiếu tệp ngữ liệu mà câu hỏi nhắc tới.',
    'file-missing': 'Trong gói không có tệp “{name}”.',
    'file-broken': 'Tệp “{name}” trong gói sai cú pháp XML, nên không đọc được.',
    'file-has-entities':
      'Tệp “{name}” trong gói khai báo thực thể (DOCTYPE, ENTITY), nên vì an toàn không được đọc. Hãy bỏ phần khai báo đó.',
    'qti-1-read': 'Tệp theo QTI 1.2, bản cũ; hãy xem kỹ đáp án trước khi nhập.',
    'image-outside': 'Hình “{name}” nằm ở trang khác, không có trong tệp, nên bị bỏ lại.',
    'image-missing': 'Trong tệp không có hình “{name}” mà câu hỏi nhắc tới.',
    'image-unreadable': '“{name}” không phải hình PNG, JPEG, GIF hay WebP, nên bị bỏ lại.',
    'script-dropped': 'Mã lệnh trong nội dung bị bỏ.',
    'embed-dropped': 'Âm thanh, video, hình SVG hoặc trang nhúng bị bỏ lại.',
    'field-dropped': 'Ô nhập trong nội dung bị bỏ.',
    'link-dropped': 'Liên kết không an toàn hoặc nằm trong hệ thống cũ bị bỏ; phần chữ được giữ.',
    'maths-as-text': 'Công thức toán được giữ ở dạng chữ.',
    'raised-as-text': 'Chữ viết cao hoặc thấp được ghi thành ^(…) hoặc _(…).',
    'kind-not-carried': 'Định dạng này không chở được loại câu hỏi này, nên câu không có trong tệp.',
    'kind-changed': 'Câu đúng/sai được ghi thành câu chọn một phương án.',
    'images-only-named': 'Tệp chữ không chở được hình: chỉ ghi mã hình, hệ thống khác sẽ không thấy hình.',
    'images-dropped': 'Hình bị bỏ lại.',
    'formatting-dropped': 'Chữ đậm, nghiêng, bảng, danh sách được ghi thành chữ thường.',
    'rationale-dropped': 'Lời giải thích bị bỏ lại.',
    'option-rationale-dropped': 'Lời giải thích từng mục không hiện ở hệ thống khác.',
    'weights-dropped': 'Phần điểm của từng phương án bị bỏ lại.',
    'metadata-dropped': 'Mã, tên, chuyên đề, độ khó, nguồn và thẻ bị bỏ lại.',
    'true-false-words': 'Chữ của hai phương án đúng/sai được thay bằng chữ của hệ thống kia.',
    'marks-rule-dropped': 'Hệ thống khác không bỏ qua dấu tiếng Việt khi so câu trả lời.',
    'own-scoring':
      'Câu hỏi có quy tắc cho điểm riêng mà ngân hàng không có, nên không nhập được. Hãy đổi cách cho điểm ở hệ thống kia.',
    'key-contradicts':
      'Đáp án ghi trong tệp không được trọn điểm theo quy tắc cho điểm của chính tệp đó. Hãy xem bên nào đúng, sửa tệp rồi nhập lại.',
    'key-not-there': 'Đáp án ghi trong tệp nhắc đến “{name}”, nhưng câu hỏi không có mục đó. Hãy sửa tệp rồi nhập lại.',
    'key-from-mapping':
      'Tệp không ghi đáp án, nên đáp án và phần điểm lấy từ bảng điểm của từng câu trả lời. Hãy xem lại.',
    'lower-bound-dropped': 'Trong tệp, ai trả lời cũng được một phần điểm; phần điểm đó bị bỏ.',
    'several-full-credit-named':
      'Có nhiều phương án được trọn điểm. Đáp án là phương án mà tệp ghi là đúng; các phương án kia giữ nguyên phần điểm.',
    'correct-earns-less':
      'Đáp án mẫu trong tệp không được trọn điểm theo quy tắc cho điểm. Câu trả lời được chấm theo quy tắc; hãy xem lại.',
    'wrong-earns-dropped': 'Phương án không thuộc đáp án nhưng được cộng điểm; phần điểm đó bị bỏ.',
    'case-mixed':
      'Có câu trả lời phân biệt chữ hoa, chữ thường, có câu không. Ở đây mọi câu trả lời đều phân biệt; hãy xem lại.',
    'bound-exclusive': 'Khoảng số không gồm đầu mút được nhập thành khoảng gồm cả đầu mút.',
    'range-open': 'Mọi số vượt một giới hạn đều được điểm; ngân hàng cần cả hai giới hạn, nên câu này không nhập được.',
    'template-unknown':
      'Cách cho điểm nằm ở một mẫu không có trong tệp. Chỉ đáp án ghi trong tệp được dùng; hãy xem lại.',
    'wildcard-dropped': 'Dấu * thay cho chữ bất kỳ; QTI không có dấu này, nên hệ thống khác so đúng dấu *.',
    'prompt-from-title': 'Câu hỏi không có lời dẫn, nên lấy tên câu làm lời dẫn. Hãy xem lại.',
    'part-dropped':
      'Một phần nội dung mà ngân hàng không có chỗ chứa (phần chèn, hộp thông tin, giá trị in sẵn, phần hiện theo mẫu) bị bỏ lại.',
    'section-text-dropped': 'Lời dẫn hoặc ngữ liệu chung của cả phần bị bỏ lại. Nếu câu hỏi cần đến, hãy chép vào câu.',
    'item-unlisted':
      'Câu này có trong gói nhưng danh mục của gói không ghi là câu hỏi. Hãy xem có đúng là cần nhập không.',
  },
  {
    'kind-not-supported': 'The bank has no questions of the kind “{kind}”, so this one cannot be imported.',
    'kind-several-fields':
      'A question with several places to answer cannot be imported; the bank has one place. Part it and import it again.',
    'kind-template':
      'A question that shows numbers or words by chance each time cannot be imported; the bank has none.',
    'kind-essay': 'Essays cannot be imported; the bank has none.',
    'kind-gaps': 'A question with words or images that are dragged into gaps cannot be imported; the bank has none.',
    'kind-hottext': 'A question with words that are chosen within a text cannot be imported; the bank has none.',
    'kind-graphic': 'A question that is answered on an image cannot be imported; the bank has none.',
    'kind-slider': 'A question that is answered by a slider cannot be imported; the bank has none.',
    'kind-upload': 'A question that is answered by sending a file cannot be imported; the bank has none.',
    'kind-custom': 'A question of a kind of the other system alone cannot be imported.',
    'description-skipped': 'The text “{name}” is no question and is passed over.',
    'no-prompt': 'The question has no text.',
    'no-full-credit': 'No answer earns full marks. Mark the right answer in the file and import it again.',
    'several-full-credit':
      'Several options of a single choice earn full marks. The first is the key, the others keep their share.',
    'single-right': 'A multiple choice with one right answer becomes a single choice.',
    'weights-sum': 'The shares of the right answers add up to {sum}%, not 100%. Look at the marking.',
    'grade-unusual': 'A share of {grade}% is not on the scale of Moodle. Look at it.',
    'too-few-options': 'The question has {count} options; it needs 2 or more.',
    'too-few-pairs': 'The matching question has {count} pairs; it needs 2 or more.',
    'not-a-number': '“{text}” is not a number.',
    'question-too-long': 'The question is longer than {limit} characters and is not taken.',
    'feedback-for-others': 'What is said to all other answers is left behind.',
    'gift-braces': 'A { or } is missing, or an empty line stands between them: in GIFT it parts two questions.',
    'gift-arrow': 'The pair “{text}” lacks its ->.',
    'gift-lower-case-true': '“{text}” in small letters is a text to be typed. For true/false write TRUE or FALSE.',
    'any-number-share':
      'In the file any other number earns {percent}% too. The bank cannot keep that; look at the answers.',
    'answer-order-matters':
      '“{text}” earns less but stands before “{other}”, and an answer may match both. Moodle takes the first that matches, the bank the best. Look at it.',
    'gift-equals-share':
      'A = in a single choice earns full marks, so the share of {percent}% behind it does not count. Look at the key.',
    'gift-more-braces': 'Behind the answers there is another { at “{text}”. It stays in the text of the question.',
    'gift-inline-comment':
      '“{text}” does not begin its line, so it is no comment but part of the question. Look at it.',
    'gift-order-number':
      'The line “{text}” is read as the first thing to order. Moodle takes it for the number of things shown. Look at it.',
    'aiken-not-started': 'This line is an option or an answer, but no question has begun.',
    'aiken-not-complete': 'The question “{text}” (line {started}) has no ANSWER line and is left out.',
    'aiken-answer-letter': 'The answer “{letter}” is none of the options.',
    'aiken-letters': 'The letters of the options do not run A, B, C… The answer is counted by place.',
    'true-false-by-place': 'The options “{text}” are read by place: true first, false second. Check the key.',
    'was-hidden': 'The question was hidden in Moodle.',
    'grade-dropped': 'The maximum mark {grade} is not kept; marks are a matter of the round.',
    'penalty-dropped': 'The penalty {penalty} for another try is not kept.',
    'hints-dropped': 'Hints for another try are left behind.',
    'combined-feedback-dropped': 'Feedback for right and wrong answers as a whole is left behind.',
    'pair-without-answer': 'The line “{text}” of a match has no partner and is left behind.',
    'option-lost':
      'An option is nothing but an image, a sound or something else that cannot be kept, so the question would lack it. Put words or a PNG or JPEG image that is in the file in its place.',
    'units-dropped': '{count} converted units are left behind; the main unit is kept.',
    'unit-grading-dropped': 'Marks for the unit are not kept.',
    'ordering-settings': 'How the order is marked, or which entries are shown, is not kept.',
    'no-declaration': 'The response “{name}” is not declared, so its key is not known.',
    'order-not-whole': 'The key orders {count} of {all} entries; the bank needs all of them.',
    'match-not-one-to-one': 'The pairs are not one for each entry, so the question cannot be imported.',
    'fixed-dropped': '{count} options that kept their place will be shuffled like the others.',
    'feedback-dropped': 'Feedback that belongs to no option is left behind.',
    'rubric-dropped': 'Instructions for scoring are left behind.',
    'adaptive-dropped': 'The steps of the adaptive question are not kept.',
    'stimulus-missing': 'The passage that the question refers to is missing.',
    'file-missing': 'The package has no file “{name}”.',
    'file-broken': 'The file “{name}” of the package is not well-formed XML and cannot be read.',
    'file-has-entities':
      'The file “{name}” of the package declares entities (DOCTYPE, ENTITY), so it is not read, to be safe. Take that out.',
    'qti-1-read': 'The file is QTI 1.2, an old version; look at the keys with care.',
    'image-outside': 'The image “{name}” is on another site, not in the file, and is left behind.',
    'image-missing': 'The file lacks the image “{name}” that the question shows.',
    'image-unreadable': '“{name}” is no PNG, JPEG, GIF or WebP image and is left behind.',
    'script-dropped': 'Scripts in the text were dropped.',
    'embed-dropped': 'Sound, video, SVG or an embedded page is left behind.',
    'field-dropped': 'A form field in the text was dropped.',
    'link-dropped': 'A link that is unsafe or within the other system was dropped; its words stay.',
    'maths-as-text': 'Formulas are kept as text.',
    'raised-as-text': 'Raised and lowered letters are written as ^(…) or _(…).',
    'kind-not-carried': 'The format has no questions of this kind, so this one is not in the file.',
    'kind-changed': 'The true/false question is written as a single choice.',
    'images-only-named': 'A text file carries no images: only their ids stand there, other systems will not show them.',
    'images-dropped': 'Images are left behind.',
    'formatting-dropped': 'Bold, italics, tables and lists are written as plain text.',
    'rationale-dropped': 'Explanations are left behind.',
    'option-rationale-dropped': 'Explanations of single entries are not shown in other systems.',
    'weights-dropped': 'Shares of single options are left behind.',
    'metadata-dropped': 'Id, name, topic, difficulty, source and tags are left behind.',
    'true-false-words': 'The words of the two options are replaced by those of the other system.',
    'marks-rule-dropped': 'Other systems do not pass over Vietnamese marks when they compare answers.',
    'own-scoring':
      'The question has scoring rules of its own that the bank does not have, so it cannot be imported. Change them in the other system.',
    'key-contradicts':
      'What the file names as correct does not earn full marks by its own rules. See which is right and import it again.',
    'key-not-there':
      'The key of the file names “{name}”, which the question does not have. Mend the file and import it again.',
    'key-from-mapping':
      'The file names no correct response, so key and shares come from its table of marks. Look at them.',
    'lower-bound-dropped': 'In the file every answer earns some marks; these are left behind.',
    'several-full-credit-named':
      'Several options earn full marks. The key is what the file names as correct, the others keep their share.',
    'correct-earns-less':
      'The correct response of the file does not earn full marks by its rules. Answers are marked by the rules; look at them.',
    'wrong-earns-dropped': 'An option that is not of the key earns marks; that share is left behind.',
    'case-mixed':
      'Capitals count in some of the accepted answers and not in others. Here they count in all of them; look at it.',
    'bound-exclusive': 'A range without its ends becomes one with its ends.',
    'range-open':
      'Every number beyond one bound earns marks; the bank needs two bounds, so the question cannot be imported.',
    'template-unknown':
      'How the question is marked stands in a template outside the file. Only the correct response of the file is used; look at it.',
    'wildcard-dropped': 'A star that stands for anything is not known in QTI; other systems compare it as a star.',
    'prompt-from-title': 'The question has no prompt, so its title stands for it. Look at it.',
    'part-dropped':
      'A part of the text that has no place in the bank (an inclusion, an information box, a printed value, a part of a template) is left behind.',
    'section-text-dropped':
      'A text that is for the whole section is left behind. Where the question needs it, copy it there.',
    'item-unlisted':
      'This question is in the package, but its list does not name it as one. See whether it is to be imported.',
  },
);
