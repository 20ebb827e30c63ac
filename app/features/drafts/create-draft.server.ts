import type { Actor } from '#app/domain/identity/actor.ts';
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { findContest, listContests, readTemplates } from '#app/features/contests/index.server.ts';
import { recordAudit } from '#app/platform/db/audit.server.ts';
import { inTransaction, type Tx } from '#app/platform/db/transaction.server.ts';
import { asNew, blankDescription, descriptionOf } from './description-of.ts';
import type { Description } from './description.ts';
import { createDraft as storeDraft, findDraftOfContest } from './draft.repo.server.ts';
import { mayManage } from './may-manage.server.ts';

/** What a draft begins from. */
export type DraftOrigin =
  | { readonly from: 'blank' }
  /** Slug of a description of content/contests that is a template. */
  | { readonly from: 'template'; readonly slug: string }
  /** Slug of a contest whose rules a new one begins with. */
  | { readonly from: 'copy'; readonly slug: string }
  /** Slug of the contest that is to be changed. */
  | { readonly from: 'change'; readonly slug: string };

/**
 * Begins a draft. Of drafts that change one contest there is never more than one: who asks for another gets it.
 * @returns the id of the draft
 */
export async function createDraft(command: {
  actor: Actor;
  origin: DraftOrigin;
  now: Instant;
}): Promise<Result<string, 'forbidden' | 'not-found'>> {
  const { actor, origin, now } = command;
  if (!(await mayManage(actor, now))) return refuse('forbidden');
  const begun = await begin(origin, now);
  if (!begun) return refuse('not-found');
  const id = await inTransaction(async (tx) => {
    const known = origin.from === 'change' ? await findDraftOfContest(origin.slug, tx) : undefined;
    return known?.id ?? addDraft(tx, { ...begun, actorId: actor.accountId, from: origin.from, at: now });
  });
  return ok(id);
}

/** Stores a new draft with its audit row. */
export async function addDraft(
  tx: Tx,
  draft: {
    description: Description;
    contestSlug: string | undefined;
    actorId: string;
    from: DraftOrigin['from'] | 'file';
    at: Instant;
  },
): Promise<string> {
  const { from, ...rest } = draft;
  const id = await storeDraft(tx, rest);
  const detail = { from, ...(rest.contestSlug === undefined ? {} : { contest: rest.contestSlug }) };
  await recordAudit(tx, {
    at: rest.at,
    actorId: rest.actorId,
    action: 'draft.created',
    subject: `draft:${id}`,
    detail,
  });
  return id;
}

async function begin(
  origin: DraftOrigin,
  now: Instant,
): Promise<{ description: Description; contestSlug: string | undefined } | undefined> {
  switch (origin.from) {
    case 'blank': {
      const [latest] = await listContests(now);
      return { description: blankDescription(now, latest?.contest.rules.organizer), contestSlug: undefined };
    }
    case 'template': {
      const template = readTemplates().find(({ slug }) => slug === origin.slug);
      // why without a title: that of a template says what the template is for, not what the contest is called.
      return template && { description: asNew({ ...template, title: undefined }, now), contestSlug: undefined };
    }
    case 'copy':
    case 'change': {
      const contest = await findContest({ slug: origin.slug });
      if (!contest) return undefined;
      const description = descriptionOf(contest);
      if (origin.from === 'change') return { description, contestSlug: contest.slug };
      return { description: asNew(description, now), contestSlug: undefined };
    }
  }
}
