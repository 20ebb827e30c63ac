import type { Instant } from '#app/domain/kernel/time.ts';
import { PERSONAL_TABLES, type DataClass, type PersonalTable } from '#app/domain/privacy/register.ts';
import { cell, line, type PrintDocument, type PrintNode } from '#app/platform/print/print-node.ts';
import { toDocx } from '#app/platform/print/to-docx.server.ts';
import { dataColumnsText } from '#app/text/data-columns.ts';
import { dataRegisterText } from '#app/text/data-register.ts';
import { formatInstant } from '#app/ui/format.ts';

const words = dataRegisterText.vi;
const names = dataColumnsText.vi;

const TITLE = 'Hồ sơ xử lý dữ liệu cá nhân';
const HEAD = ['Nhóm dữ liệu', 'Trường', 'Mục đích', 'Nguồn', 'Ai xem được', 'Lưu bao lâu', 'Khi người đó xóa'] as const;
const BASIS = [
  'Lập tự động từ sổ đăng ký dữ liệu mà phần mềm dùng để xuất, xóa và hủy dữ liệu.',
  'Căn cứ: Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15; Nghị định số 356/2025/NĐ-CP.',
  'Bên kiểm soát, người phụ trách, đánh giá tác động và thời hạn nộp hồ sơ do đơn vị chủ quản điền và xác nhận với cán bộ pháp chế.',
] as const;

const ORDER: readonly DataClass[] = ['basic', 'sensitive', 'pseudonym'];

/** The columns of a table, by class: "cơ bản: Họ và tên, Năm sinh; nhạy cảm: …". */
function fieldsOf({ columns }: PersonalTable): string {
  return ORDER.flatMap((kind) => {
    const own = Object.keys(columns).filter((column) => columns[column] === kind);
    const list = own.map((column) => names.columns[column] ?? column).join(', ');
    return own.length === 0 ? [] : [`${words.classes[kind]}: ${list}`];
  }).join('; ');
}

const rowOf = (table: PersonalTable): string[] => [
  names.tables[table.model] ?? table.model,
  fieldsOf(table),
  table.purposes.map((purpose) => words.purposes[purpose]).join('; '),
  words.sources[table.source] ?? '',
  table.seenBy.map((viewer) => words.viewers[viewer]).join('; '),
  words.periods[table.period] ?? '',
  words.erasing[table.erasing.act === 'delete' ? 'delete' : table.erasing.because] ?? '',
];

/** The record of processing as Markdown. */
export function processingRecordMarkdown(at: Instant): string {
  const tableRow = (cells: readonly string[]): string =>
    `| ${cells.map((text) => text.replaceAll('|', '\\|')).join(' | ')} |`;
  return [
    `# ${TITLE}`,
    `Lập lúc ${formatInstant(at, 'vi')}.`,
    ...BASIS,
    [tableRow(HEAD), tableRow(HEAD.map(() => '---')), ...PERSONAL_TABLES.map((table) => tableRow(rowOf(table)))].join(
      '\n',
    ),
  ].join('\n\n');
}

/** The record of processing for Word. */
export function processingRecordDocx(at: Instant): Promise<Uint8Array> {
  const nodes: PrintNode[] = [
    line(TITLE, { bold: true, size: 16, align: 'center', below: 6 }),
    line(`Lập lúc ${formatInstant(at, 'vi')}.`, { align: 'center', below: 6 }),
    ...BASIS.map((text) => line(text, { below: 4 })),
    {
      kind: 'grid',
      widths: [14, 26, 16, 10, 12, 11, 11],
      ruled: true,
      headerRows: 1,
      isTight: true,
      rows: [
        HEAD.map((text) => cell(text, { bold: true, shaded: true, size: 9 })),
        ...PERSONAL_TABLES.map((table) => rowOf(table).map((text) => cell(text, { size: 9 }))),
      ],
    },
  ];
  const document: PrintDocument = {
    title: TITLE,
    author: 'Tìm Hiểu',
    nodes,
    footer: TITLE,
    pageWords: (page, of) => `Trang ${page}/${of}`,
    at,
  };
  return toDocx(document);
}
