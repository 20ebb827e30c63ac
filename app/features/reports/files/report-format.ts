/** What a report can be had as. */
export const REPORT_FORMATS = ['docx', 'xlsx', 'pdf'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** The type of the file, for browsers. */
export const FORMAT_TYPES: Record<ReportFormat, string> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
};

export const isReportFormat = (text: string | null): text is ReportFormat =>
  (REPORT_FORMATS as readonly (string | null)[]).includes(text);
