import type { YAMLParseError } from 'yaml';
import type { z } from 'zod';

const TYPES: Readonly<Record<string, string>> = {
  string: 'chữ',
  number: 'số',
  int: 'số nguyên',
  boolean: 'true hoặc false',
  array: 'danh sách',
  object: 'nhóm trường',
  record: 'nhóm trường',
  date: 'ngày giờ',
};

const typeName = (type: string): string => TYPES[type] ?? type;

/** What a schema finds wrong, as a sentence for the person who wrote the file; undefined leaves the word to zod. */
export function zodSentence(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined || issue.input === null
        ? 'thiếu trường bắt buộc này'
        : `phải là ${typeName(issue.expected)}`;
    case 'too_big':
      return `nhiều nhất là ${amount(issue.origin, issue.maximum)}`;
    case 'too_small':
      return issue.origin === 'string' && Number(issue.minimum) === 1
        ? 'không được để trống'
        : `cần ít nhất ${amount(issue.origin, issue.minimum)}`;
    case 'unrecognized_keys':
      return 'trường này không có trong quy ước của tệp';
    case 'invalid_value':
      return `phải là một trong: ${issue.values.map(String).join(', ')}`;
    case 'invalid_format':
      return issue.format === 'url' ? 'phải là địa chỉ http hoặc https đầy đủ' : 'không đúng dạng quy định';
    case 'invalid_key':
      return 'tên trường không đúng dạng quy định';
    case 'invalid_union':
      return 'không đúng dạng nào được phép';
    default:
      return undefined;
  }
}

function amount(origin: string, limit: number | bigint): string {
  if (origin === 'string') return `${limit} ký tự`;
  return origin === 'array' || origin === 'set' ? `${limit} mục` : String(limit);
}

const YAML_FAULTS: Partial<Record<YAMLParseError['code'], string>> = {
  BAD_INDENT: 'thụt đầu dòng không thẳng hàng với các dòng cùng nhóm',
  TAB_AS_INDENT: 'thụt đầu dòng phải dùng dấu cách, không dùng phím Tab',
  DUPLICATE_KEY: 'trường này đã có ở phía trên; mỗi trường chỉ ghi một lần',
  MISSING_CHAR: 'thiếu dấu đóng ngoặc, dấu nháy hoặc dấu hai chấm',
  UNEXPECTED_TOKEN: 'có ký tự đứng sai chỗ; chữ có dấu hai chấm hoặc dấu thăng cần đặt trong ngoặc kép',
  BLOCK_IN_FLOW: 'danh sách nhiều dòng không đặt được trong ngoặc; hãy ghi mỗi mục một dòng',
  BLOCK_AS_IMPLICIT_KEY: 'dòng này thiếu tên trường, hoặc chữ có dấu hai chấm cần đặt trong ngoặc kép',
  MULTILINE_IMPLICIT_KEY: 'tên trường phải nằm trên một dòng',
  MULTIPLE_DOCS: 'tệp chỉ được có một bản mô tả, không ngăn bằng dòng "---"',
  BAD_ALIAS: 'không dùng được dấu * ở đầu giá trị; hãy đặt giá trị trong ngoặc kép',
};

/** What is wrong with the syntax of a YAML text, as a sentence for the person who wrote it. */
export const yamlSentence = ({ code }: YAMLParseError): string =>
  `YAML sai cú pháp: ${YAML_FAULTS[code] ?? 'không đọc được từ dòng này'}`;
