import type { Finding, FindingCode } from './checking/finding.ts';

const WORDS: Readonly<Record<FindingCode, string>> = {
  'act-changed': 'việc này đã bị sửa sau khi ghi',
  'act-added': 'việc này không do phần mềm ghi',
  'act-moved': 'việc này không nối đúng với việc đứng trước',
  'act-missing': 'thiếu một việc ở số này',
  'log-cut': 'sổ bị cắt hoặc bị thay bằng bản cũ kể từ số này',
  'seal-wrong': 'chữ ký dưới sổ không đúng',
  'seal-missing': 'cuối sổ không có chữ ký',
  'key-unknown': 'khóa ký này không do phần mềm đưa vào',
  'not-begun': 'dữ liệu có từ trước chưa được niêm phong; hãy chạy: npm run app -- seal-audit',
  'row-changed': 'hàng này đã bị sửa ngoài phần mềm',
  'row-added': 'hàng này không do phần mềm ghi',
  'row-removed': 'hàng này đã bị xóa ngoài phần mềm',
  'row-outdated': 'hàng này không còn như việc cuối cùng trong sổ để lại: đã bị xóa hoặc trả về bản cũ',
  'step-changed': 'bước này đã bị sửa sau khi ghi',
  'step-missing': 'thiếu bước này',
  'step-added': 'bước này không do phần mềm ghi',
  'steps-cut': 'các bước cuối của lượt thi này bị thiếu hoặc không khớp với sổ',
};

/** A finding in words: table, row, place, and what is wrong with it. */
export function findingLine({ code, table, rowId, sequence, field }: Finding): string {
  const place = [
    `bảng ${table}`,
    rowId === '' ? '' : `hàng ${rowId}`,
    sequence === undefined ? '' : table === 'AttemptStep' ? `bước ${sequence}` : `số ${sequence}`,
    field === undefined ? '' : `cột ${field}`,
  ];
  return `  ${place.filter(Boolean).join(', ')}: ${WORDS[code]}`;
}
