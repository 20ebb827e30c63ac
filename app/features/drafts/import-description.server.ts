import type { Actor } from '#app/domain/identity/actor.ts';
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { findContest } from '#app/features/contests/index.server.ts';
import { readYamlText } from '#app/platform/content-files.server.ts';
import { inTransaction } from '#app/platform/db/transaction.server.ts';
import { checkDescription, findPublished } from './check-description.server.ts';
import type { CheckedAgainst } from './consistency-faults.server.ts';
import { addDraft } from './create-draft.server.ts';
import type { Description, DescriptionPath } from './description.ts';
import { findDraftOfContest } from './draft.repo.server.ts';
import type { LessonNames } from './lesson-names.ts';
import { mayManage } from './may-manage.server.ts';
import { plainText } from './sections/field.schema.ts';
import { readShape } from './shape-faults.server.ts';

/** A fault of a text, with its line. */
export interface LineFault {
  readonly line: number;
  readonly path: DescriptionPath;
  readonly message: string;
  readonly isSentence: boolean;
  readonly severity: 'error' | 'warning';
}

/** What a text says. */
export interface ReadDescription {
  /** Undefined where something in the text could stand in no draft: then nothing can be imported. */
  readonly description: Description | undefined;
  readonly faults: readonly LineFault[];
  /** Slug of the contest that there is already under the address in the text. */
  readonly contestSlug: string | undefined;
}

const LONGEST = 200_000;

/**
 * Reads a YAML text without storing anything: the dry run of an import. A text that is no YAML, or in which something stands
 * that no form could say, cannot be imported; what is missing or does not fit can be mended on the screen afterwards.
 */
export async function readDescription(text: string, against: CheckedAgainst): Promise<ReadDescription> {
  if (text.length > LONGEST) return unreadable('Tệp dài quá 200.000 ký tự.');
  const yaml = readYamlText(text.normalize('NFC'));
  if (yaml.errors.length > 0) {
    const faults = yaml.errors.map((error): LineFault => ({ ...error, path: [], severity: 'error', isSentence: true }));
    return { description: undefined, faults, contestSlug: undefined };
  }
  if (typeof yaml.value !== 'object' || yaml.value === null || Array.isArray(yaml.value)) {
    return unreadable('Tệp không phải là một bản mô tả cuộc thi.');
  }
  const value = plain(yaml.value) as Description;
  const shape = readShape(value);
  const isForeign = shape.faults.some((fault) => fault.isForeign);
  const slug = typeof value.slug === 'string' ? value.slug : undefined;
  const published = isForeign ? undefined : await findPublished(slug);
  const checked = isForeign ? shape : await checkDescription(value, published, against);
  const faults = checked.faults
    .map(({ path, message, severity, isSentence }) => ({
      line: yaml.lineOf(path),
      path,
      message,
      severity,
      isSentence,
    }))
    .toSorted((a, b) => a.line - b.line);
  return { description: isForeign ? undefined : value, faults, contestSlug: published?.contest.slug };
}

const unreadable = (message: string): ReadDescription => ({
  description: undefined,
  faults: [{ line: 1, path: [], message, severity: 'error', isSentence: true }],
  contestSlug: undefined,
});

/** The same data with texts as forms would have sent them. */
function plain(value: unknown): unknown {
  if (typeof value === 'string') return plainText(value);
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, plain(member)]));
}

/**
 * Makes a draft of a YAML text, all of it or nothing.
 * @param as 'change': the draft changes the contest that has the address in the text; 'new': it becomes a new contest
 */
export async function importDescription(command: {
  actor: Actor;
  text: string;
  as: 'new' | 'change';
  lessonNames: LessonNames;
  now: Instant;
}): Promise<Result<string, 'forbidden' | 'not-found' | 'draft-exists' | 'invalid'>> {
  const { actor, text, as, lessonNames, now } = command;
  if (!(await mayManage(actor, now))) return refuse('forbidden');
  const { description } = await readDescription(text, { lessonNames, now });
  if (!description) return refuse('invalid');
  const { isTemplate: _, ...rest } = description;
  return inTransaction(async (tx) => {
    const contestSlug = as === 'change' ? rest.slug : undefined;
    if (as === 'change') {
      if (contestSlug === undefined || !(await findContest({ slug: contestSlug }, tx))) return refuse('not-found');
      if (await findDraftOfContest(contestSlug, tx)) return refuse('draft-exists');
    }
    const draft = { description: rest, contestSlug, actorId: actor.accountId, from: 'file', at: now } as const;
    return ok(await addDraft(tx, draft));
  });
}
