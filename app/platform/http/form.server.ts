import type { z } from 'zod';
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';

/** Faults of a form by field name; the text is a key of the text catalogue `faults`, or a whole sentence. */
export type FieldFaults = Record<string, string>;

/** A form is small; anything larger is not one of ours. The server also limits bodies before they get here. */
const MAX_FIELDS = 200;

/** A text as it was typed, without the one character that no database takes; nobody types it. */
export const withoutNul = (text: string): string => text.replaceAll('\0', '\uFFFD');

/**
 * Reads a posted form through a schema. Repeated fields become arrays where the schema asks for one.
 * @returns the value, or the first fault of each field
 */
export async function readForm<S extends z.ZodType>(
  request: Request,
  schema: S,
): Promise<Result<z.output<S>, { faults: FieldFaults; raw: Record<string, string> }>> {
  const data = await request.formData().catch(() => new FormData());
  const values: Record<string, string | string[]> = {};
  const raw: Record<string, string> = {};
  let fields = 0;
  for (const key of new Set(data.keys())) {
    const texts = data
      .getAll(key)
      .filter((value) => typeof value === 'string')
      .map(withoutNul);
    if ((fields += texts.length) > MAX_FIELDS) break;
    values[key] = texts.length > 1 ? texts : (texts[0] ?? '');
    raw[key] = texts[0] ?? '';
  }
  return parse(schema, values, raw);
}

/** Reads a JSON body through a schema; a body that is no JSON is a fault like any other. */
export async function readJson<S extends z.ZodType>(
  request: Request,
  schema: S,
): Promise<Result<z.output<S>, { faults: FieldFaults; raw: Record<string, string> }>> {
  const text = await request.text().catch(() => '');
  return parse(schema, readValue(text), {});
}

/** What a JSON text says; undefined where it is none, or holds the character that no database takes. */
function readValue(text: string): unknown {
  if (text.includes('\\u0000')) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function parse<S extends z.ZodType>(
  schema: S,
  value: unknown,
  raw: Record<string, string>,
): Result<z.output<S>, { faults: FieldFaults; raw: Record<string, string> }> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return ok(parsed.data);
  const faults: FieldFaults = {};
  for (const issue of parsed.error.issues) faults[issue.path.join('.') || 'form'] ??= issue.message;
  return refuse({ faults, raw });
}
