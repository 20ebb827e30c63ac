import { createHash } from 'node:crypto';
import type { Actor } from '#app/domain/identity/actor.ts';
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { recordAudit } from '#app/platform/db/audit.server.ts';
import { inTransaction } from '#app/platform/db/transaction.server.ts';
import type { Description } from './description.ts';
import { findDraft, updateDraft, type Draft } from './draft.repo.server.ts';
import { mayManage } from './may-manage.server.ts';
import { sectionOf } from './sections/section-of.ts';
import type { SectionName } from './sections/section.ts';
import { slugOf } from './slug.ts';

/** A page of a draft: a section, and for papers the number of the round. */
export interface SectionPlace {
  readonly section: SectionName;
  readonly round: number;
}

/** What a section says now, in a few characters: who saves must have seen it, or nothing of another person is overwritten. */
export const baseOf = (description: Description, { section, round }: SectionPlace): string =>
  createHash('sha256')
    .update(JSON.stringify(sectionOf(section).toForm(description, round)))
    .digest('hex')
    .slice(0, 16);

/** Whether the place is one of the draft: a paper needs its round. */
export const hasPlace = (description: Description, { section, round }: SectionPlace): boolean =>
  section !== 'papers' || (description.rounds ?? []).some(({ number }) => number === round);

/**
 * Stores one section of a draft, whatever faults it and other sections have. Two people who work on different sections do not
 * hinder each other; who saves a section that has changed since is refused, and nothing of the other person is lost.
 * @param value what the section's schema made of the form
 * @param base baseOf() the section as the person saw it
 */
export async function saveSection(command: {
  actor: Actor;
  draftId: string;
  place: SectionPlace;
  value: unknown;
  base: string;
  now: Instant;
}): Promise<Result<undefined, 'forbidden' | 'not-found' | 'draft-changed'>> {
  const { actor, draftId, place, value, base, now } = command;
  if (!(await mayManage(actor, now))) return refuse('forbidden');
  return inTransaction(async (tx) => {
    const draft = await findDraft(draftId, tx);
    if (!draft || !hasPlace(draft.description, place)) return refuse('not-found');
    if (baseOf(draft.description, place) !== base) return refuse('draft-changed');
    const written = sectionOf(place.section).write(draft.description, value, place.round);
    if (!(await updateDraft(tx, draft, withSlug(draft, written), now))) return refuse('draft-changed');
    const subject = `draft:${draft.id}`;
    const detail = { section: place.section };
    await recordAudit(tx, { at: now, actorId: actor.accountId, action: 'draft.saved', subject, detail });
    return ok(undefined);
  });
}

/** The address of a new contest follows its title; that of a published one is in people's hands and stays. */
function withSlug(draft: Draft, description: Description): Description {
  if (draft.contestSlug !== undefined) return { ...description, slug: draft.contestSlug };
  if (description.title === draft.description.title && description.slug !== undefined) return description;
  return { ...description, slug: description.title === undefined ? undefined : slugOf(description.title) };
}
