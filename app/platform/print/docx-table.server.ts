import { escapeXml } from '../item-xhtml.server.ts';
import type { PrintCell, PrintGrid, PrintLine, TextRun } from './print-node.ts';

/** From so many rows on a table is written as text: the library takes seconds over thousands of them. */
const MANY_ROWS = 80;
const TWIP = 20;
const BORDER = 'w:val="single" w:sz="4" w:space="0" w:color="auto"';
const SIDES = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'];

type PlainCell = { readonly line: PrintLine; readonly run: TextRun; readonly isShaded: boolean };

function plainCell({ nodes, shaded }: PrintCell): PlainCell | undefined {
  const [line, ...others] = nodes;
  if (line?.kind !== 'line' || others.length > 0) return undefined;
  const [run, ...more] = line.runs;
  return run?.kind === 'text' && more.length === 0 ? { line, run, isShaded: shaded === true } : undefined;
}

/** Whether the table is long, and of plain words only. */
export const isLongAndPlain = (grid: PrintGrid): boolean =>
  grid.ruled && grid.rows.length >= MANY_ROWS && grid.rows.every((row) => row.every((each) => plainCell(each)));

/** The table in WordprocessingML (ECMA-376, part 1, 17.4), as the library would have written it. @param widths in twips */
export function longTable(grid: PrintGrid, widths: readonly number[]): string {
  const borders = SIDES.map((side) => `<w:${side} ${BORDER}/>`).join('');
  const columns = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('');
  const total = widths.reduce((sum, width) => sum + width, 0);
  const side = grid.isTight === true ? 50 : 80;
  const rows = grid.rows.map((row, index) => {
    const cells = row.map((each, column) => cellXml(plainCell(each), widths[column] ?? 0)).join('');
    return `<w:tr><w:trPr><w:cantSplit/>${index < grid.headerRows ? '<w:tblHeader/>' : ''}</w:trPr>${cells}</w:tr>`;
  });
  return (
    `<w:tbl><w:tblPr><w:tblW w:w="${total}" w:type="dxa"/><w:tblBorders>${borders}</w:tblBorders><w:tblLayout w:type="fixed"/>` +
    `<w:tblCellMar><w:top w:w="20" w:type="dxa"/><w:left w:w="${side}" w:type="dxa"/><w:bottom w:w="20" w:type="dxa"/>` +
    `<w:right w:w="${side}" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>${columns}</w:tblGrid>${rows.join('')}</w:tbl>`
  );
}

const ALIGN = { left: 'left', center: 'center', right: 'right', justify: 'both' } as const;

function cellXml(cell: PlainCell | undefined, width: number): string {
  if (!cell) return '<w:tc><w:p/></w:tc>';
  const { line, run, isShaded } = cell;
  const shade = isShaded ? '<w:shd w:val="clear" w:color="auto" w:fill="EEEEEE"/>' : '';
  const indent = line.indent ? `<w:ind w:left="${line.indent * TWIP}"/>` : '';
  const look =
    (run.bold === true ? '<w:b/>' : '') +
    (run.italic === true ? '<w:i/>' : '') +
    (line.size === undefined ? '' : `<w:sz w:val="${line.size * 2}"/><w:szCs w:val="${line.size * 2}"/>`);
  return (
    `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${shade}</w:tcPr>` +
    `<w:p><w:pPr><w:keepLines/>${indent}<w:jc w:val="${ALIGN[line.align ?? 'left']}"/></w:pPr>` +
    `<w:r>${look === '' ? '' : `<w:rPr>${look}</w:rPr>`}<w:t xml:space="preserve">${escapeXml(run.text)}</w:t></w:r></w:p></w:tc>`
  );
}
