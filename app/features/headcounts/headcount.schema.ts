import { z } from 'zod';
import { tidy } from '#app/domain/kernel/text.ts';
import { HEADCOUNT_CATEGORIES } from '#app/domain/units/category.ts';
import { readDay, readPeople } from '#app/domain/units/headcount.ts';

const id = z.string().regex(/^[\w-]{1,100}$/);

/** A number of people; undefined for a field that was left empty. */
const people = z
  .string()
  .optional()
  .transform((text, context) => {
    const typed = (text ?? '').trim();
    const value = readPeople(typed);
    if (typed !== '' && value === undefined) context.addIssue({ code: 'custom', message: 'notNumber' });
    return value;
  });

/** The day of figures, which has begun. @param now the instant of the request */
export const dayField = (now: number) =>
  z.string({ error: 'asOfMissing' }).transform((text, context) => {
    const at = readDay(text);
    if (at === undefined) context.addIssue({ code: 'custom', message: 'asOfMissing' });
    else if (at > now) context.addIssue({ code: 'custom', message: 'asOfFuture' });
    return at ?? 0;
  });

export const sourceField = z
  .string({ error: 'sourceMissing' })
  .transform(tidy)
  .pipe(z.string().min(3, 'sourceMissing').max(200, 'sourceMissing'));

const figures = Object.fromEntries(HEADCOUNT_CATEGORIES.map((category) => [category, people])) as Record<
  (typeof HEADCOUNT_CATEGORIES)[number],
  typeof people
>;

const ticked = z
  .union([id, z.array(id)])
  .optional()
  .transform((value) => (value === undefined ? [] : [value].flat()));

/** Every form of the page of headcounts. @param now the instant of the request */
export const headcountForm = (now: number) =>
  z.discriminatedUnion('intent', [
    z.object({ intent: z.literal('propose'), asOf: dayField(now), source: sourceField, ...figures }),
    z.object({ intent: z.literal('withdraw'), proposalId: id }),
    z.object({ intent: z.literal('approve'), id: ticked }),
    z.object({ intent: z.literal('approve-clean'), clean: z.string().max(10_000) }),
    z.object({ intent: z.literal('return'), id: ticked, reason: z.string().max(2_000).optional() }),
  ]);

interface ImportFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What the form of a table asks for: to read a file, or to send what was looked at. */
export type ImportAsked =
  | { readonly intent: 'send'; readonly rows: string }
  | {
      readonly intent: 'read';
      readonly ok: true;
      readonly file: ImportFile;
      readonly fields: { readonly asOf: number; readonly source: string };
      readonly values: Record<string, string>;
    }
  | {
      readonly intent: 'read';
      readonly ok: false;
      /** Keys of sentences by field. */
      readonly faults: Record<string, string>;
      readonly values: Record<string, string>;
    };

/** Reads the form of a table. @param now the instant of the request */
export async function readImportForm(form: FormData, now: number): Promise<ImportAsked> {
  const textOf = (name: string): string => {
    const value = form.get(name);
    return typeof value === 'string' ? value : '';
  };
  if (textOf('intent') === 'send') return { intent: 'send', rows: textOf('rows') };
  const values = { asOf: textOf('asOf').slice(0, 40), source: textOf('source').slice(0, 300) };
  const upload = form.get('file');
  const fields = z.object({ asOf: dayField(now), source: sourceField }).safeParse(values);
  const faults: Record<string, string> = {};
  if (!(upload instanceof File) || upload.size === 0) faults['file'] = 'fileMissing';
  for (const issue of fields.success ? [] : fields.error.issues) faults[String(issue.path[0])] ??= issue.message;
  if (!(upload instanceof File) || !fields.success || faults['file'] !== undefined) {
    return { intent: 'read', ok: false, faults, values };
  }
  const file = { name: upload.name, bytes: new Uint8Array(await upload.arrayBuffer()) };
  return { intent: 'read', ok: true, file, fields: fields.data, values };
}
