import { z } from 'zod';
import { tidy } from '#app/domain/kernel/text.ts';
import { REPORT_FORMS } from '#app/domain/reports/report-setting.ts';

const LONGEST = 200;
const MOST_LINES = 20;

const words = (fault: string) =>
  z
    .string({ error: fault })
    .max(LONGEST * 2, fault)
    .transform(tidy)
    .pipe(z.string().max(LONGEST, fault));

const wanted = (fault: string) => words(fault).pipe(z.string().min(1, fault));

/** Lines as they were typed, those without words left out. */
const lines = (fault: string, longest = LONGEST) =>
  z
    .string({ error: fault })
    .max(longest * MOST_LINES, fault)
    .transform((text) => text.split('\n').map(tidy).filter(Boolean))
    .pipe(z.array(z.string().max(longest, fault)).max(MOST_LINES, fault));

/** The form of letterhead and layout. */
export const ReportSettingForm = z.strictObject(
  {
    intent: z.enum(['save', 'drop'], { error: 'form' }),
    form: z.enum(REPORT_FORMS, { error: 'form' }),
    superior: words('superior'),
    issuer: wanted('issuer'),
    place: words('place'),
    symbol: wanted('symbol'),
    authority: lines('authority'),
    office: wanted('office'),
    signer: words('signer'),
    recipients: lines('recipients'),
    remarks: lines('remarks', 2_000),
  },
  { error: 'form' },
);

/** As it is stored. */
export const StoredSetting = z.object({
  form: z.enum(REPORT_FORMS),
  superior: z.string(),
  issuer: z.string(),
  place: z.string(),
  symbol: z.string(),
  authority: z.array(z.string()),
  office: z.string(),
  signer: z.string(),
  recipients: z.array(z.string()),
  remarks: z.array(z.string()),
});
