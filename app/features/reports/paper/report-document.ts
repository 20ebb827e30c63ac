import type { ReportRow } from '#app/domain/reports/report-figures.ts';
import type { ReportSetting } from '#app/domain/reports/report-setting.ts';
import type { WeeklyReport } from '#app/domain/reports/weekly-report.ts';
import { line, type PrintDocument, type PrintNode } from '#app/platform/print/print-node.ts';
import { REPORT_WORDS as words } from '#app/text/report-paper.ts';
import { generalLines } from './general-lines.ts';
import { count, instantWords } from './paper-words.ts';
import { PAGES, reportFoot, reportHead, reportTitle, subjectOf } from './report-head.ts';
import { categoryTable, columnsOf, figureTable } from './report-tables.ts';

/** Names in a sentence; more than these are in the table. */
const MOST_NAMES = 30;
const CENTIMETRE = 28.35;
/** Lines for the clerk where nobody wrote remarks. */
const BLANK_LINES = 4;
/** Tables of so many lines at most stay on one page. */
const SHORT_TABLE = 12;
const DOTS = '.'.repeat(150);

/**
 * The report as a document.
 * @param hash of the snapshot that it was made from
 * @param isWhole left out, the list of everything below is left out too
 */
export function reportDocument(
  report: WeeklyReport,
  setting: ReportSetting,
  { hash, isWhole = true }: { readonly hash: string; readonly isWhole?: boolean },
): PrintDocument {
  return {
    page: PAGES[setting.form],
    title: `Báo cáo k${subjectOf(report)}`,
    author: setting.issuer,
    nodes: [
      reportHead(setting, report),
      ...reportTitle(setting, report),
      ...body(report, setting),
      ...closing(setting),
      ...(isWhole && report.branch.length > 0 ? annex(report) : []),
    ],
    footer: words.footer(instantWords(report.at), hash),
    pageWords: words.page,
    at: report.at,
  };
}

/** The name of what is reported on. */
export const placeName = ({ unit, block }: WeeklyReport): string =>
  block === undefined ? unit.name : words.ofBlock(unit.name, block);

const paragraph = (text: string, how: Parameters<typeof line>[1] = {}) =>
  line(text, { align: 'justify', firstIndent: CENTIMETRE, above: 3, below: 3, ...how });

/** A part with its number, as the party and as others write it. */
const part = ({ form }: ReportSetting, number: string, title: string) =>
  paragraph(`${number}${form === 'party' ? '-' : '.'} ${title}`, { bold: true, align: 'left', above: 8, isKept: true });

function body(report: WeeklyReport, setting: ReportSetting): PrintNode[] {
  const opening = words.opening(placeName(report), report.contest.title, count(report.number), instantWords(report.at));
  return [
    paragraph(opening),
    part(setting, 'I', words.general),
    ...generalLines(report).map((each) => paragraph(`- ${each}`)),
    part(setting, 'II', words.byUnit),
    ...tables(report),
    part(setting, 'III', words.toAttend),
    ...toAttend(report).map((each) => paragraph(`- ${each}`)),
  ];
}

/** Remarks and signature. why together: a page must not hold a signature alone. */
function closing(setting: ReportSetting): PrintNode[] {
  const { remarks } = setting;
  const lines =
    remarks.length > 0
      ? remarks.map((each) => paragraph(each))
      : Array.from({ length: BLANK_LINES }, () => line(DOTS, { size: 12, above: 4, below: 4 }));
  const all = [part(setting, 'IV', words.remarks), ...lines];
  const before = all.slice(0, -(BLANK_LINES + 1));
  return [...before, { kind: 'group', nodes: [...all.slice(before.length), reportFoot(setting)] }];
}

function tables(report: WeeklyReport): PrintNode[] {
  const { below, own, blocks, categories, total, branch } = report;
  const numbered = [
    ...(below.length > 0 ? [{ title: words.tableByUnit, make: () => unitTable(report) }] : []),
    ...(blocks.length > 0
      ? [
          {
            title: words.tableByBlock,
            make: () => {
              const columns = { ...columnsOf(report, []), first: words.columns.block };
              const rows = blocks.map((row) => ({ row, name: row.name === '' ? words.withoutBlock : row.name }));
              return figureTable(rows, { ...total, target: undefined }, columns);
            },
          },
        ]
      : []),
    ...(categories.length > 0 ? [{ title: words.tableByCategory, make: () => categoryTable(categories) }] : []),
  ];
  const nodes = numbered.flatMap(({ title, make }, index): PrintNode[] => {
    const table = make();
    const heading = paragraph(`${index + 1}. ${title}`, { bold: true, align: 'left', below: 4, isKept: true });
    return table.rows.length <= SHORT_TABLE ? [{ kind: 'group', nodes: [heading, table] }] : [heading, table];
  });
  const notes = [
    ...(below.length === 0 && own === undefined ? [words.noBelow] : []),
    ...(categories.length > 0 ? [words.categoryNote] : []),
    ...(branch.length > 0 ? [words.seeAnnex] : []),
  ];
  return [...nodes, ...notes.map((each) => paragraph(each, { italic: true, size: 13 }))];
}

function unitTable(report: WeeklyReport) {
  const { below, own, total } = report;
  const rows = [
    ...(own ? [{ row: own, name: words.itself(own.name) }] : []),
    ...below.map((row) => ({ row, name: row.name })),
  ];
  return figureTable(rows, total, columnsOf(report, [...below, total]));
}

function toAttend({ below }: WeeklyReport): string[] {
  if (below.length === 0) return [words.noBelow];
  const nobody = below.filter(({ people }) => people === 0);
  const set = below.filter(({ target }) => target !== undefined);
  const under = set.filter(({ target }) => target?.isReached === false);
  return [
    nobody.length === 0
      ? words.nobodyNone
      : words.nobody(
          count(nobody.length),
          names(nobody, ({ name }) => name),
        ),
    set.length === 0
      ? words.noTargets
      : under.length === 0
        ? words.underNone
        : words.under(count(under.length), names(under, shortOf)),
  ];
}

const shortOf = ({ name, target }: ReportRow): string =>
  target?.missing === undefined
    ? name
    : words.shortBy(
        name,
        `${count(target.missing)} ${target.measure === 'attempts' ? words.attemptsWord : words.peopleWord}`,
      );

function names(rows: readonly ReportRow[], nameOf: (row: ReportRow) => string): string {
  const shown = rows.slice(0, MOST_NAMES).map(nameOf);
  const left = rows.length - shown.length;
  return [...shown, ...(left > 0 ? [words.andMore(count(left))] : [])].join('; ');
}

function annex(report: WeeklyReport): PrintNode[] {
  const { branch, total } = report;
  const columns = columnsOf(report, [...branch, total], true);
  const rows = branch.map((row) => ({ row, name: row.name, depth: row.depth }));
  return [
    { kind: 'turn', to: 'landscape' },
    line(words.annex, { align: 'center', bold: true }),
    line(words.annexTitle(placeName(report)), { align: 'center', bold: true }),
    line(words.annexOf(`Báo cáo k${subjectOf(report)}`), { align: 'center', italic: true, size: 13, below: 8 }),
    figureTable(rows, total, columns),
  ];
}
