import type { FileRefusal } from '#app/domain/exchange/parsed-file.ts';
import { defineText } from './define-text.ts';

/** Why a clerk's table (Excel, CSV) was refused as a whole. */
const tableRefusalText = defineText(
  {
    'unknown-format': 'Tệp này không phải tệp Excel (.xlsx) hay CSV. Hãy lưu bảng thành .xlsx rồi tải lên lại.',
    'foreign-office-97':
      'Đây là tệp Excel kiểu cũ (.xls) hoặc tệp có mật khẩu. Hãy mở tệp, bỏ mật khẩu nếu có, chọn “Lưu thành” .xlsx rồi tải lên lại.',
    'foreign-pdf': 'Đây là tệp PDF, không đọc được thành bảng. Hãy dùng tệp Excel gốc.',
    'foreign-rar': 'Đây là tệp nén RAR. Hãy giải nén rồi tải tệp Excel bên trong.',
    'foreign-7z': 'Đây là tệp nén 7z. Hãy giải nén rồi tải tệp Excel bên trong.',
    'foreign-gzip': 'Đây là tệp nén GZ. Hãy giải nén rồi tải tệp bên trong.',
    'foreign-picture': 'Đây là một hình ảnh. Hãy dùng tệp Excel gốc.',
    'foreign-opendocument': 'Đây là tệp LibreOffice (.ods). Hãy mở tệp, chọn “Lưu thành” .xlsx rồi tải lên lại.',
    'file-empty': 'Tệp trống: không có dòng nào. Chưa có gì thay đổi.',
    'file-too-large':
      'Tệp lớn hơn mức cho phép (20 MB). Hãy bỏ bớt hình ảnh hoặc chia thành nhiều tệp. Chưa có gì thay đổi.',
    'too-many-items': 'Bảng có quá nhiều dòng (nhiều nhất {limit}). Hãy chia thành nhiều tệp. Chưa có gì thay đổi.',
    'broken-encoding': 'Chữ trong tệp bị sai mã. Hãy lưu lại thành .xlsx, hoặc CSV dạng UTF-8. Chưa có gì thay đổi.',
    'broken-archive': 'Tệp bị hỏng hoặc thiếu phần bên trong. Hãy mở bằng Excel và lưu lại. Chưa có gì thay đổi.',
    'archive-too-large': 'Tệp bung ra quá lớn, nên bị từ chối. Chưa có gì thay đổi.',
    'archive-path-outside': 'Tệp có đường dẫn trỏ ra ngoài, nên bị từ chối. Chưa có gì thay đổi.',
    'archive-encrypted': 'Tệp có mật khẩu. Hãy bỏ mật khẩu rồi tải lên lại. Chưa có gì thay đổi.',
    'has-macros': 'Tệp có macro, nên bị từ chối. Hãy lưu lại thành .xlsx không có macro.',
    'broken-file':
      'Tệp bị hỏng hoặc sai cú pháp, nên không đọc được. Hãy mở bằng Excel và lưu lại. Chưa có gì thay đổi.',
    'takes-too-long':
      'Đọc tệp này tốn quá nhiều thời gian hoặc bộ nhớ, nên đã dừng lại. Hãy chia thành nhiều tệp nhỏ hơn. Chưa có gì thay đổi.',
  },
  {
    'unknown-format': 'This is no Excel (.xlsx) or CSV file. Save the table as .xlsx and upload it again.',
    'foreign-office-97':
      'This is an old Excel file (.xls), or one with a password. Open it, take the password off, save it as .xlsx and upload it again.',
    'foreign-pdf': 'This is a PDF, which cannot be read as a table. Use the Excel file that it was made from.',
    'foreign-rar': 'This is a RAR archive. Unpack it and upload the Excel file in it.',
    'foreign-7z': 'This is a 7z archive. Unpack it and upload the Excel file in it.',
    'foreign-gzip': 'This is a GZ file. Unpack it and upload the file in it.',
    'foreign-picture': 'This is a picture. Use the Excel file that it was made from.',
    'foreign-opendocument': 'This is a LibreOffice file (.ods). Save it as .xlsx and upload it again.',
    'file-empty': 'The file is empty: it has no row. Nothing was changed.',
    'file-too-large': 'The file is larger than allowed (20 MB). Take pictures out or split it. Nothing was changed.',
    'too-many-items': 'The table has too many rows (at most {limit}). Split it. Nothing was changed.',
    'broken-encoding': 'The text of the file is broken. Save it as .xlsx, or as CSV in UTF-8. Nothing was changed.',
    'broken-archive': 'The file is broken or lacks a part. Open it in Excel and save it again. Nothing was changed.',
    'archive-too-large': 'The file unpacks to too much, and was refused. Nothing was changed.',
    'archive-path-outside': 'The file has a path that leads outside, and was refused. Nothing was changed.',
    'archive-encrypted': 'The file has a password. Take it off and upload the file again. Nothing was changed.',
    'has-macros': 'The file has macros, and was refused. Save it as .xlsx without macros.',
    'broken-file': 'The file is broken and cannot be read. Open it in Excel and save it again. Nothing was changed.',
    'takes-too-long':
      'Reading this file takes too much time or memory, and was stopped. Split it into smaller files. Nothing was changed.',
  },
);

/** Why a table was refused, in one sentence. */
export function tableRefusalSentence({ code, values }: FileRefusal, locale: 'vi' | 'en'): string {
  const words: Readonly<Record<string, string>> = tableRefusalText[locale];
  const kind = code === 'unknown-format' ? words[`foreign-${String(values?.['kind'] ?? '')}`] : undefined;
  // why the general one: parts of an Excel file that are broken in whatever way are mended in the same way.
  const sentence = kind ?? words[code] ?? words['broken-file'] ?? code;
  return sentence.replaceAll('{limit}', String(values?.['limit'] ?? ''));
}
