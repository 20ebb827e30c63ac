import type { ReportForm, ReportSetting } from '#app/domain/reports/report-setting.ts';
import { numberLine } from '#app/domain/reports/report-setting.ts';
import type { WeeklyReport } from '#app/domain/reports/weekly-report.ts';
import {
  line,
  type PrintCell,
  type PrintGrid,
  type PrintNode,
  type PrintPage,
} from '#app/platform/print/print-node.ts';
import { REPORT_WORDS as words } from '#app/text/report-paper.ts';
import { dayParts, shortDay } from './paper-words.ts';

/** Pages as each form sets them; where a rule gives a span, its middle or what is usual. */
export const PAGES: Record<ReportForm, PrintPage> = {
  party: { margins: { top: 20, right: 15, bottom: 20, left: 30 }, size: 14, lineHeight: 1.08, numbers: 'top' },
  state: { margins: { top: 20, right: 20, bottom: 20, left: 30 }, size: 14, lineHeight: 1.08, numbers: 'top' },
  union: { margins: { top: 20, right: 20, bottom: 20, left: 30 }, size: 14, lineHeight: 1.08, numbers: 'top' },
};

type CellNodes = PrintCell['nodes'];

/** What stands above the title: who issues it on the left, whose rules on the right, number and date below. */
export function reportHead(setting: ReportSetting, report: WeeklyReport): PrintNode {
  const { day, month, year } = dayParts(report.at);
  const date = words.placeDate(setting.place, day, month, year);
  const { left, right } = HEADS[setting.form](setting, date);
  return {
    kind: 'grid',
    ruled: false,
    isBare: true,
    headerRows: 0,
    widths: setting.form === 'state' ? [42, 58] : [48, 52],
    rows: [[{ nodes: left }, { nodes: right }]],
  };
}

const centred = (text: string, size: number, how: Parameters<typeof line>[1] = {}) =>
  line(text, { align: 'center', size, ...how });

const superiorLines = (superior: string, size: number): CellNodes => (superior === '' ? [] : [centred(superior, size)]);

const HEADS: Record<ReportForm, (setting: ReportSetting, date: string) => { left: CellNodes; right: CellNodes }> = {
  party: (setting, date) => ({
    left: [
      ...superiorLines(setting.superior, 14),
      centred(setting.issuer, 14, { bold: true }),
      centred('*', 14),
      centred(numberLine(setting), 14),
    ],
    right: [
      centred(words.party, 15, { bold: true }),
      // why so long: the line is as long as the words above it.
      { kind: 'rule', length: 216 },
      centred(date, 14, { italic: true, above: 8 }),
    ],
  }),
  state: (setting, date) => ({
    left: [
      ...superiorLines(setting.superior, 13),
      centred(setting.issuer, 13, { bold: true }),
      { kind: 'rule', length: 66 },
      centred(numberLine(setting), 13, { above: 8 }),
    ],
    right: [
      centred(words.nation, 12, { bold: true }),
      centred(words.motto, 13, { bold: true }),
      { kind: 'rule', length: 158 },
      centred(date, 13, { italic: true, above: 8 }),
    ],
  }),
  union: (setting, date) => ({
    left: [
      ...superiorLines(setting.superior, 14),
      centred(setting.issuer, 14, { bold: true }),
      centred('***', 14),
      centred(numberLine(setting), 14),
    ],
    right: [
      centred(words.union, 15, { bold: true }),
      { kind: 'rule', length: 198 },
      centred(date, 14, { italic: true, above: 8 }),
    ],
  }),
};

/** "từ ngày 29/12/2025 đến ngày 05/01/2026": what the report is about, without its kind. */
export const subjectOf = ({ contest, since, at }: WeeklyReport): string =>
  words.subject(contest.title, shortDay(since), shortDay(at));

/** Kind and subject in the middle of the page. */
export function reportTitle(setting: ReportSetting, report: WeeklyReport): PrintNode[] {
  const isParty = setting.form === 'party';
  const size = setting.form === 'state' ? 14 : 16;
  // why two cases: what the party issues writes its subject small.
  const subject = `${isParty ? 'k' : 'K'}${subjectOf(report)}`;
  return [
    line(words.kind, { align: 'center', bold: true, size, above: 18 }),
    line(subject, { align: 'center', bold: true, size: 14 }),
    ...(isParty
      ? [line('-----', { align: 'center', below: 8 })]
      : [{ kind: 'rule' as const, length: 90, above: 1, below: 10 }]),
  ];
}

/** Who receives it on the left, who signs on the right. */
export function reportFoot(setting: ReportSetting): PrintGrid {
  const { form, recipients, authority, office, signer } = setting;
  const isState = form === 'state';
  const last = recipients.length - 1;
  return {
    kind: 'grid',
    ruled: false,
    isBare: true,
    headerRows: 0,
    widths: [48, 52],
    rows: [
      [
        {
          nodes: [
            isState
              ? line(words.recipients, { size: 12, bold: true, italic: true, above: 14 })
              : line(words.recipients, { size: 14, underline: true, above: 14 }),
            ...recipients.map((each, index) =>
              line(`- ${each.replace(/^-\s*|[;.,\s]+$/gu, '')}${index === last ? '.' : ';'}`, {
                size: isState ? 11 : 12,
              }),
            ),
          ],
        },
        {
          nodes: [
            ...authority.map((each, index) => centred(each, 14, { bold: true, ...(index === 0 ? { above: 14 } : {}) })),
            // why not bold: the office of who signs for a body of the party stands below it in plain capitals.
            centred(office, 14, { bold: form !== 'party', ...(authority.length === 0 ? { above: 14 } : {}) }),
            { kind: 'signature', height: 72, name: 'ChuKy' },
            centred(signer === '' ? ' ' : signer, 14, { bold: true }),
          ],
        },
      ],
    ],
  };
}
