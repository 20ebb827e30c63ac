import type { LockedChange } from '#app/domain/contests/locks.ts';
import type { Actor } from '#app/domain/identity/actor.ts';
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { contestOf, dropClocks, findContest, storeContest } from '#app/features/contests/index.server.ts';
import { recordAudit } from '#app/platform/db/audit.server.ts';
import { inTransaction, type Tx } from '#app/platform/db/transaction.server.ts';
import { checkDescription, findPublished } from './check-description.server.ts';
import type { DraftFault } from './description.ts';
import { deleteDraft, findDraft, type Draft } from './draft.repo.server.ts';
import type { LessonNames } from './lesson-names.ts';
import { mayManage } from './may-manage.server.ts';
import { freeSlug } from './slug.ts';

/** Why a draft was not published, with what is to be mended. */
export type PublishRefusal =
  | { readonly code: 'forbidden' | 'not-found' | 'draft-changed' }
  | { readonly code: 'draft-has-faults'; readonly faults: readonly DraftFault[] }
  | { readonly code: 'changes-locked'; readonly locked: readonly LockedChange[] }
  | { readonly code: 'warnings-unseen'; readonly warnings: readonly DraftFault[] };

/**
 * Makes a draft a contest, or changes the contest that it is of, and takes the draft away, in one transaction.
 * @param version the version that the person has looked at
 * @param hasSeenWarnings that the person was shown what is doubtful about it, and wants it all the same
 * @returns the slug of the contest
 */
export async function publishDraft(command: {
  actor: Actor;
  draftId: string;
  version: number;
  hasSeenWarnings: boolean;
  lessonNames: LessonNames;
  now: Instant;
}): Promise<Result<string, PublishRefusal>> {
  const { actor, draftId, version, now } = command;
  if (!(await mayManage(actor, now))) return refuse({ code: 'forbidden' });
  const published = await inTransaction(async (tx): Promise<Result<string, PublishRefusal>> => {
    const draft = await findDraft(draftId, tx);
    if (!draft) return refuse({ code: 'not-found' });
    if (draft.version !== version) return refuse({ code: 'draft-changed' });
    return publish(tx, draft, command);
  });
  if (published.ok) dropClocks();
  return published;
}

async function publish(
  tx: Tx,
  draft: Draft,
  command: { actor: Actor; hasSeenWarnings: boolean; lessonNames: LessonNames; now: Instant },
): Promise<Result<string, PublishRefusal>> {
  const { actor, hasSeenWarnings, now } = command;
  const before = await findPublished(draft.contestSlug, tx);
  if (draft.contestSlug !== undefined && !before) return refuse({ code: 'not-found' });
  const { file, faults, locked } = await checkDescription(draft.description, before, command);
  const errors = faults.filter((fault) => fault.severity === 'error');
  if (!file || errors.length > 0) return refuse({ code: 'draft-has-faults', faults: errors });
  if (locked.length > 0) return refuse({ code: 'changes-locked', locked });
  const warnings = faults.filter((fault) => fault.severity === 'warning');
  if (warnings.length > 0 && !hasSeenWarnings) return refuse({ code: 'warnings-unseen', warnings });
  const slug =
    before?.contest.slug ?? (await freeSlug(file.slug, async (each) => Boolean(await findContest({ slug: each }, tx))));
  if (!(await deleteDraft(tx, draft))) return refuse({ code: 'draft-changed' });
  const id = await storeContest(tx, { ...contestOf(file), slug }, { isEdited: true });
  await recordAudit(tx, {
    at: now,
    actorId: actor.accountId,
    action: before ? 'contest.changed' : 'contest.published',
    subject: `contest:${id}`,
    detail: { draft: draft.id, warnings: warnings.length },
  });
  return ok(slug);
}
