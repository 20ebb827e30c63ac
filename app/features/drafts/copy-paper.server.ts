import type { Actor } from '#app/domain/identity/actor.ts';
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { findDraft } from './draft.repo.server.ts';
import { saveSection } from './save-section.server.ts';
import { papers } from './sections/papers.schema.ts';

/** Gives a round of a draft the paper of another of its rounds. The paper that it had must have been seen. */
export async function copyPaper(command: {
  actor: Actor;
  draftId: string;
  round: number;
  from: number;
  base: string;
  now: Instant;
}): Promise<Result<undefined, 'forbidden' | 'not-found' | 'draft-changed'>> {
  const { actor, draftId, round, from, base, now } = command;
  const draft = await findDraft(draftId);
  const source = draft?.description.rounds?.find(({ number }) => number === from);
  if (!draft || !source) return refuse('not-found');
  const value = papers.schema.safeParse(papers.toForm(draft.description, from));
  if (!value.success) return refuse('not-found');
  const place = { section: 'papers', round } as const;
  const saved = await saveSection({ actor, draftId, place, value: value.data, base, now });
  return saved.ok ? ok(undefined) : saved;
}
