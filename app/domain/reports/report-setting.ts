/** By whose rules a report is laid out: of the party, of state offices, or of the youth union. */
export const REPORT_FORMS = ['party', 'state', 'union'] as const;
export type ReportForm = (typeof REPORT_FORMS)[number];

/** Letterhead and layout of the reports of a unit. */
export interface ReportSetting {
  readonly form: ReportForm;
  /** The body directly above; empty where none is named. */
  readonly superior: string;
  readonly issuer: string;
  /** Where it is issued: "Cao Bằng". */
  readonly place: string;
  /** What stands behind the number: "BC/TU". */
  readonly symbol: string;
  /** In whose name it is signed: "T/M BAN THƯỜNG VỤ"; each line as it is to stand. */
  readonly authority: readonly string[];
  /** Office of who signs: "BÍ THƯ". */
  readonly office: string;
  /** Empty: the name is written by hand. */
  readonly signer: string;
  readonly recipients: readonly string[];
  /** Paragraphs of the last part; empty: lines for the clerk. */
  readonly remarks: readonly string[];
}

interface NamedUnit {
  readonly name: string;
}

const capitals = (text: string): string => text.normalize('NFC').toLocaleUpperCase('vi');

/** What each form begins with where nobody has set anything. */
const BEGINNINGS: Record<ReportForm, Pick<ReportSetting, 'symbol' | 'authority' | 'office' | 'recipients'>> = {
  party: {
    symbol: 'BC/ĐU',
    authority: ['T/M BAN THƯỜNG VỤ'],
    office: 'BÍ THƯ',
    recipients: ['Cấp ủy cấp trên', 'Lưu Văn phòng Đảng ủy'],
  },
  state: {
    symbol: 'BC-UBND',
    authority: ['TM. ỦY BAN NHÂN DÂN'],
    office: 'CHỦ TỊCH',
    recipients: ['Cơ quan cấp trên', 'Lưu: VT'],
  },
  union: {
    symbol: 'BC/ĐTN',
    authority: ['TM. BAN THƯỜNG VỤ'],
    office: 'BÍ THƯ',
    recipients: ['Đoàn cấp trên', 'Lưu: VP'],
  },
};

/** The setting of a unit for which nobody has set anything. */
export const firstSetting = (
  unit: NamedUnit,
  parent: NamedUnit | undefined,
  form: ReportForm = 'party',
): ReportSetting => ({
  ...BEGINNINGS[form],
  form,
  superior: parent ? capitals(parent.name) : '',
  issuer: capitals(unit.name),
  place: '',
  signer: '',
  remarks: [],
});

/**
 * The setting of a unit without one of its own: the form and the place of the nearest above that has one; what names the body above
 * itself is not taken over, as no unit signs for another.
 */
export const inheritedSetting = (
  { form, place }: ReportSetting,
  unit: NamedUnit,
  parent: NamedUnit | undefined,
): ReportSetting => ({ ...firstSetting(unit, parent, form), place });

/** The number as each form writes it, with room for the clerk to fill it in. */
export function numberLine({ form, symbol }: Pick<ReportSetting, 'form' | 'symbol'>): string {
  const room = '\u00a0'.repeat(8);
  if (form === 'state') return `Số:${room}/${symbol}`;
  return form === 'party' ? `Số${room}-${symbol}` : `Số:${room}-${symbol}`;
}
