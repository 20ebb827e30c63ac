import type { Submission } from '@conform-to/react';
import { parseWithZod } from '@conform-to/zod/v4';
import { z } from 'zod';
import { withoutNul } from './form.server.ts';

/** The largest form that fits into a body has some thousand fields; beyond this it is none of ours, and nothing is saved. */
const MAX_FIELDS = 6_000;
/** "rounds[0].title": words and places, and nothing that means something to an object. */
const FIELD_NAME = /^[A-Za-z]{1,40}(?:\[\d{1,3}\]|\.[A-Za-z]{1,40})*$/u;

const place = z.int().min(0).max(999);
const list = z.string().max(200).regex(FIELD_NAME);

/** What buttons of a list say. A list is never filled from outside by more than one row at a time. */
const Intent = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('insert'),
    payload: z.object({ name: list, index: place.optional(), defaultValue: z.json().optional() }),
  }),
  z.object({ type: z.literal('remove'), payload: z.object({ name: list, index: place }) }),
  z.object({ type: z.literal('reorder'), payload: z.object({ name: list, from: place, to: place }) }),
]);
export type ListIntent = z.input<typeof Intent>;

const INTENT = '__intent__';
/** An intent that shows the form again as it was typed, without a word on what is missing. */
const LOOK_AGAIN = JSON.stringify({ type: 'validate', payload: { name: 'intent' } });

/** What was posted: fields as they were typed, and through the schema. */
export interface Posted<Out> {
  readonly submission: Submission<Record<string, unknown>, string[], Out>;
  /** Single fields beside those of the form: which button, which version. */
  text(name: string): string;
}

/**
 * Reads a posted form with lists in it. Buttons of a list change it, and the submission then has the status undefined: the
 * page shows the form again, with scripts or without.
 * @param intentOf makes an intent of a button of our own; 'look-again' shows the form again as it was typed
 */
export async function readSubmission<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
  intentOf: (text: (name: string) => string) => ListIntent | 'look-again' | undefined = () => undefined,
): Promise<Posted<z.output<Schema>>> {
  const data = await request.formData().catch(() => new FormData());
  const text = (name: string): string => {
    const value = data.get(name);
    return typeof value === 'string' ? withoutNul(value.slice(0, 1_000)) : '';
  };
  const clean = new FormData();
  let fields = 0;
  for (const [name, value] of data.entries()) {
    if (typeof value !== 'string' || !FIELD_NAME.test(name)) continue;
    if ((fields += 1) <= MAX_FIELDS) clean.append(name, withoutNul(value));
  }
  const own = intentOf(text);
  if (own === 'look-again' || fields > MAX_FIELDS) clean.set(INTENT, LOOK_AGAIN);
  else {
    const intent = own ?? readIntent(data.get(INTENT));
    if (intent) clean.set(INTENT, JSON.stringify(intent));
    else if (data.has(INTENT)) clean.set(INTENT, LOOK_AGAIN);
  }
  return { submission: parsed(clean, schema), text };
}

function parsed<Schema extends z.ZodType>(data: FormData, schema: Schema): Posted<z.output<Schema>>['submission'] {
  const options = { schema, disableAutoCoercion: true } as const;
  try {
    return parseWithZod(data, options) as Posted<z.output<Schema>>['submission'];
  } catch {
    // why: a button that names no list of this form is not one of ours. The fields are still worth showing again.
    data.set(INTENT, LOOK_AGAIN);
    return parseWithZod(data, options) as Posted<z.output<Schema>>['submission'];
  }
}

function readIntent(value: FormDataEntryValue | null): ListIntent | undefined {
  if (typeof value !== 'string') return undefined;
  try {
    const intent = Intent.safeParse(JSON.parse(value));
    return intent.success ? intent.data : undefined;
  } catch {
    return undefined;
  }
}

/** A posted form with a file in it, or with the text of one in the field "text". */
export interface PostedFile {
  field(name: string): string;
  readonly text: string;
}

/** Reads a posted form with a text file. The server limits bodies before they get here. */
export async function readFileText(request: Request): Promise<PostedFile> {
  const data = await request.formData().catch(() => new FormData());
  const [file, typed] = [data.get('file'), data.get('text')];
  const text = file instanceof File && file.size > 0 ? await file.text() : typeof typed === 'string' ? typed : '';
  const field = (name: string): string => {
    const value = data.get(name);
    return typeof value === 'string' ? withoutNul(value.slice(0, 200)) : '';
  };
  // why: a byte order mark is invisible in every editor, and no part of the text.
  return { field, text: text.replace(/^\uFEFF/u, '').replaceAll('\r\n', '\n') };
}
