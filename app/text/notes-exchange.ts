import { defineText } from './define-text.ts';

/** What reading a file had to say, by code; {words} in braces stand for what the note names. */
export const exchangeNotes = defineText(
  {
    'unknown-topic': 'Không có chuyên đề “{name}”. Nếu đã chọn chuyên đề mặc định thì dùng chuyên đề đó.',
    'no-topic': 'Tệp không ghi chuyên đề. Hãy chọn chuyên đề mặc định ở trên.',
    'unknown-lesson':
      'Không có bài “{name}” trong chuyên đề này; câu hỏi sẽ chưa thuộc bài nào, hoặc thuộc bài mặc định.',
    'id-repeated': 'Mã “{id}” đã có ở một câu khác trong tệp; câu này sẽ được cấp mã mới.',
    'nearly-repeats':
      'Câu này gần như trùng câu số {number} của tệp, chỉ khác dấu, chữ hoa hoặc đáp án. Cả hai đều được nhập; hãy xem có phải một câu bị lặp không.',
    'id-of-another': 'Mã “{id}” trong ngân hàng là của một câu hỏi khác hẳn; câu này sẽ được cấp mã mới.',
    'item-retired': 'Câu hỏi này trong ngân hàng đã thôi dùng, nên không nhận nội dung mới.',
    'item-in-review': 'Câu hỏi này đang chờ thẩm định, nên không nhận nội dung mới.',
    'item-in-work': 'Người khác đang sửa câu hỏi này, nên không nhận nội dung mới.',
    'yaml-field': 'Trường “{field}”: {why}.',
    'yaml-same-position': 'Hai mục có cùng vị trí (position), nên không biết thứ tự đúng.',
    'yaml-no-match': 'Phương án này chưa ghi ghép với mục nào (matches).',
    'image-unreadable': 'Hình “{name}” không mở được, nên bị bỏ lại.',
    'image-svg': 'Hình “{name}” ở dạng SVG. Hãy lưu lại thành PNG hoặc JPEG; câu hỏi được nhận mà chưa có hình.',
    'image-too-large': 'Hình “{name}” quá lớn, nên bị bỏ lại. Hãy thu nhỏ rồi thêm vào câu hỏi.',
    'image-missing': 'Trong tệp không có hình mà câu hỏi nhắc tới. Hãy thêm hình sau khi nhập.',
    'image-no-words': 'Hình chưa có lời mô tả cho người không nhìn thấy hình. Cần ghi trước khi trình duyệt.',
  },
  {
    'unknown-topic': 'There is no topic “{name}”. Where a default topic was chosen, that one is used.',
    'no-topic': 'The file names no topic. Choose a default topic above.',
    'unknown-lesson': 'This topic has no lesson “{name}”; the question gets no lesson, or the default one.',
    'id-repeated': 'Another question of the file has the id “{id}”; this one gets a new id.',
    'nearly-repeats':
      'This question nearly repeats question {number} of the file; only marks, capitals or the key differ. Both are taken; see whether one is a slip.',
    'id-of-another': 'In the bank the id “{id}” belongs to quite another question; this one gets a new id.',
    'item-retired': 'This question of the bank is retired, so it takes no new text.',
    'item-in-review': 'This question waits for review, so it takes no new text.',
    'item-in-work': 'Somebody else is working at this question, so it takes no new text.',
    'yaml-field': 'Field “{field}”: {why}.',
    'yaml-same-position': 'Two entries have the same position, so the right order is not known.',
    'yaml-no-match': 'This option does not say what it matches.',
    'image-unreadable': 'The image “{name}” cannot be opened and is left behind.',
    'image-svg': 'The image “{name}” is an SVG. Save it as PNG or JPEG; the question is taken without it.',
    'image-too-large':
      'The image “{name}” is too large and is left behind. Make it smaller and add it to the question.',
    'image-missing': 'The file lacks an image that the question shows. Add it after the import.',
    'image-no-words': 'The image has no description for people who cannot see it. It needs one before review.',
  },
);

/** Why a file is refused as a whole. Nothing of it is kept. */
export const fileRefusalText = defineText(
  {
    'unknown-format':
      'Không nhận ra định dạng của tệp này, nên chưa đọc được gì. Hãy chọn định dạng trong danh sách rồi tải lên lại.',
    'foreign-office-97':
      'Đây là tệp Word hoặc Excel kiểu cũ (.doc, .xls, .rtf), hoặc tệp có mật khẩu. Hãy mở tệp, bỏ mật khẩu nếu có, chọn “Lưu thành” .docx hoặc .xlsx rồi tải lên lại.',
    'foreign-pdf': 'Đây là tệp PDF, không đọc được thành câu hỏi. Hãy dùng tệp Word hoặc Excel gốc.',
    'foreign-rar': 'Đây là tệp nén RAR. Hãy giải nén rồi tải từng tệp bên trong, hoặc nén lại thành .zip.',
    'foreign-7z': 'Đây là tệp nén 7z. Hãy giải nén rồi tải từng tệp bên trong, hoặc nén lại thành .zip.',
    'foreign-gzip': 'Đây là tệp nén GZ. Hãy giải nén rồi tải tệp bên trong.',
    'foreign-picture': 'Đây là một hình ảnh. Hãy tải tệp Word, Excel hoặc tệp chữ có câu hỏi.',
    'foreign-opendocument':
      'Đây là tệp LibreOffice (.odt, .ods). Hãy mở tệp, chọn “Lưu thành” .docx hoặc .xlsx rồi tải lên lại.',
    'foreign-web-page': 'Đây là một trang web. Hãy chép câu hỏi sang tệp Word hoặc Excel.',
    'foreign-qti1':
      'Đây là gói QTI 1.2, định dạng cũ. Hãy xuất lại từ hệ thống kia ở dạng QTI 2.1, QTI 3 hoặc Moodle XML.',
    'foreign-binary': 'Tệp này không phải tệp chữ, Word, Excel hay gói câu hỏi. Chưa có gì được nhập.',
    'not-that-format':
      'Nội dung tệp không đúng định dạng đã chọn. Hãy để “Tự nhận ra”, hoặc chọn đúng định dạng rồi tải lên lại.',
    'file-empty': 'Tệp trống: không tìm thấy câu hỏi nào. Chưa có gì được nhập.',
    'file-too-large': 'Tệp lớn hơn mức cho phép. Hãy chia thành nhiều tệp nhỏ hơn. Chưa có gì được nhập.',
    'too-many-items': 'Tệp có quá nhiều câu hỏi (nhiều nhất {limit}). Hãy chia thành nhiều tệp. Chưa có gì được nhập.',
    'broken-encoding': 'Chữ trong tệp bị sai mã. Hãy lưu lại ở dạng UTF-8 rồi tải lên. Chưa có gì được nhập.',
    'broken-archive': 'Tệp nén bị hỏng hoặc thiếu phần bên trong. Hãy xuất lại tệp. Chưa có gì được nhập.',
    'archive-too-large': 'Tệp nén bung ra quá lớn, nên bị từ chối. Chưa có gì được nhập.',
    'archive-path-outside': 'Tệp nén có đường dẫn trỏ ra ngoài gói, nên bị từ chối. Chưa có gì được nhập.',
    'archive-encrypted': 'Tệp nén có mật khẩu. Hãy bỏ mật khẩu rồi tải lên lại. Chưa có gì được nhập.',
    'has-macros': 'Tệp có macro, nên bị từ chối. Hãy lưu lại thành .xlsx hoặc .docx không có macro.',
    'has-doctype': 'Tệp XML có khai báo DOCTYPE, nên bị từ chối vì lý do an toàn. Hãy xuất lại không có khai báo đó.',
    'broken-xml': 'Tệp XML sai cú pháp, nên không đọc được. Hãy xuất lại tệp. Chưa có gì được nhập.',
    'table-without-heads':
      'Không thấy dòng tiêu đề của bảng (cần ít nhất cột “Câu hỏi” và “Đáp án”). Hãy dùng tệp mẫu. Chưa có gì được nhập.',
    'broken-file': 'Tệp bị hỏng hoặc sai cú pháp, nên không đọc được. Chưa có gì được nhập.',
    'takes-too-long':
      'Đọc tệp này tốn quá nhiều thời gian hoặc bộ nhớ, nên đã dừng lại. Chưa có gì được nhập. Hãy chia thành nhiều tệp nhỏ hơn.',
  },
  {
    'unknown-format': 'The format of this file was not recognised. Choose it from the list and upload the file again.',
    'foreign-office-97':
      'This is an old Word or Excel file (.doc, .xls, .rtf), or one with a password. Open it, take the password off, save it as .docx or .xlsx and upload it again.',
    'foreign-pdf':
      'This is a PDF, which cannot be read as questions. Use the Word or Excel file that it was made from.',
    'foreign-rar': 'This is a RAR archive. Unpack it and upload the files in it, or pack them as .zip.',
    'foreign-7z': 'This is a 7z archive. Unpack it and upload the files in it, or pack them as .zip.',
    'foreign-gzip': 'This is a GZ file. Unpack it and upload the file in it.',
    'foreign-picture': 'This is a picture. Upload a Word, Excel or text file with questions.',
    'foreign-opendocument': 'This is a LibreOffice file (.odt, .ods). Save it as .docx or .xlsx and upload it again.',
    'foreign-web-page': 'This is a web page. Copy the questions to a Word or Excel file.',
    'foreign-qti1': 'This is QTI 1.2, an old format. Export it again as QTI 2.1, QTI 3 or Moodle XML.',
    'foreign-binary': 'This is no text, Word or Excel file and no package of questions. Nothing was imported.',
    'not-that-format': 'The file is not of the format that was chosen. Let it be recognised, or choose the right one.',
    'file-empty': 'The file is empty: no question was found. Nothing was imported.',
    'file-too-large': 'The file is larger than allowed. Split it into smaller ones. Nothing was imported.',
    'too-many-items': 'The file has too many questions (at most {limit}). Split it. Nothing was imported.',
    'broken-encoding': 'The letters of the file are broken. Save it as UTF-8 and upload it. Nothing was imported.',
    'broken-archive': 'The package is damaged or lacks parts. Export it again. Nothing was imported.',
    'archive-too-large': 'The package unpacks to far too much and is refused. Nothing was imported.',
    'archive-path-outside': 'The package has paths that lead out of it and is refused. Nothing was imported.',
    'archive-encrypted': 'The package has a password. Take it off and upload it again. Nothing was imported.',
    'has-macros': 'The file has macros and is refused. Save it as .xlsx or .docx without macros.',
    'has-doctype': 'The XML declares a DOCTYPE and is refused for safety. Export it without that declaration.',
    'broken-xml': 'The XML is not well-formed and cannot be read. Export it again. Nothing was imported.',
    'table-without-heads':
      'The table has no row of heads (it needs at least “Câu hỏi” and “Đáp án”). Use the template. Nothing was imported.',
    'broken-file': 'The file is damaged or its syntax is wrong, so it cannot be read. Nothing was imported.',
    'takes-too-long':
      'Reading this file takes too much time or memory and was stopped. Nothing was imported. Split it into smaller files.',
  },
);
