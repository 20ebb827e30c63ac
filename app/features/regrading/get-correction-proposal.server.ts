import type { Actor } from '#app/domain/identity/actor.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import type { StoredProposal } from '#app/features/proposals/index.server.ts';
import { getKeyItem, type KeyItem } from './get-key-item.server.ts';
import type { CorrectingRefusal } from './open-correcting.server.ts';
import { previewCorrection } from './preview-correction.server.ts';
import { readCorrection } from './propose-correction.server.ts';
import type { PreviewView } from './views/correction-preview.tsx';
import { peopleOf, previewView } from './views/preview-view.ts';

/** A proposed correction with what it would change now. */
export interface CorrectionProposal {
  readonly item: KeyItem;
  /** Undefined for one that was decided on: what it would change now is no longer what was decided. */
  readonly view?: PreviewView;
  /** How many corrections the contest has: agreeing says which state was looked at. */
  readonly seen?: number;
  /** Why it cannot be made any more. */
  readonly impossible?: CorrectingRefusal;
}

/**
 * What the second person looks at: the question, and the same numbers that the first one saw, counted anew.
 * @param nameThem names of people and units as the viewer may see them; called once
 */
export async function getCorrectionProposal(
  { actor, proposal, now }: { actor: Actor; proposal: StoredProposal; now: Instant },
  nameThem: (accountIds: readonly string[], unitIds: readonly string[]) => Promise<Parameters<typeof previewView>[1]>,
): Promise<CorrectionProposal | undefined> {
  const wanted = await readCorrection(proposal);
  const item = wanted && (await getKeyItem(wanted.contestSlug, wanted.itemVersionId));
  if (!wanted || !item) return undefined;
  if (proposal.state !== 'waiting') return { item };
  const preview = await previewCorrection({ actor, ...wanted, now });
  if (!preview.ok) return { item, impossible: preview.error };
  const { accountIds, unitIds } = peopleOf(preview.value);
  const view = previewView(preview.value, await nameThem(accountIds, unitIds));
  return { item, view, seen: preview.value.seen };
}
