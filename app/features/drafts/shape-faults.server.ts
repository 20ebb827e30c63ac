import type { z } from 'zod';
import { ContestFileSchema, type ContestFile } from '#app/features/contests/index.server.ts';
import { pathsOf } from '#app/platform/content-files.server.ts';
import { zodSentence } from '#app/platform/content-messages.server.ts';
import { valueAt, type DraftFault } from './description.ts';

/** A fault of shape. `isForeign`: something that no field of a form could say, so that no draft can hold it. */
export interface ShapeFault extends DraftFault {
  readonly isForeign: boolean;
}

const NOTHING = 'còn thiếu';
/** Codes of what a form cannot have sent: another type, another word, a field that there is not. */
const FOREIGN: ReadonlySet<string> = new Set([
  'invalid_type',
  'unrecognized_keys',
  'invalid_value',
  'invalid_union',
  'invalid_format',
]);

/** What the schema of descriptions says of a value: the description with what is left out filled in, or its faults. */
export function readShape(value: unknown): { file: ContestFile | undefined; faults: ShapeFault[] } {
  const parsed = ContestFileSchema.safeParse(value, { error: sentence });
  if (parsed.success) return { file: parsed.data, faults: [] };
  const faults = parsed.error.issues.flatMap((issue) =>
    pathsOf(issue).map((path): ShapeFault => {
      const isMissing = isNothing(valueAt(value, path));
      const isForeign = !isMissing && FOREIGN.has(issue.code) && !isFraction(issue);
      const message = isMissing ? NOTHING : issue.message;
      return { path, message, severity: 'error', isSentence: false, isMissing, isForeign };
    }),
  );
  return { file: undefined, faults };
}

/** Nothing stands there yet: no value, or an empty text or list where there must be something. */
const isNothing = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** A number all the same, only not a whole one. */
const isFraction = (issue: z.core.$ZodIssue): boolean => issue.code === 'invalid_type' && issue.expected === 'int';

function sentence(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code === 'too_small' && issue.origin === 'number' && issue.inclusive === false) {
    return `phải lớn hơn ${issue.minimum}`;
  }
  if (issue.code === 'too_small' && issue.origin === 'string') return `cần dài ít nhất ${issue.minimum} ký tự`;
  return zodSentence(issue);
}
