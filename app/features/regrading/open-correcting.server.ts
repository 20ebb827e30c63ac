import type { Contest } from '#app/domain/contests/contest.ts';
import { LONGEST_REASON } from '#app/domain/contests/conduct.ts';
import type { Actor } from '#app/domain/identity/actor.ts';
import type { ItemBody } from '#app/domain/items/item.ts';
import { tidy } from '#app/domain/kernel/text.ts';
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import {
  checkCorrection,
  inForce,
  type Correction,
  type CorrectionRefusal,
  type Corrections,
} from '#app/domain/scoring/correction.ts';
import { isOnPaper } from '#app/features/attempts/index.server.ts';
import { findContest, type StoredCorrection } from '#app/features/contests/index.server.ts';
import { getBodies } from '#app/features/items/index.server.ts';
import { canBeKey } from '#app/platform/db/key-text.server.ts';

/** A correction as somebody asks for it. Who may ask is for the door to say: the right is correct-keys. */
export interface Correcting {
  readonly actor: Actor;
  readonly contestSlug: string;
  readonly itemVersionId: string;
  readonly correction: Correction;
  readonly now: Instant;
}

/** Why a correction is not looked at or made. */
export type CorrectingRefusal =
  CorrectionRefusal | 'not-found' | 'reason-missing' | 'regrading-under-way' | 'correction-changed';

const SHORTEST_REASON = 5;

/** A reason as it is stored; undefined for one that says nothing, or too much. */
export function reasonOf(reason: string): string | undefined {
  const text = tidy(reason);
  return text.length >= SHORTEST_REASON && text.length <= LONGEST_REASON ? text : undefined;
}

/** The contest and the item version, which must be on a paper of it. */
export async function openItem(
  contestSlug: string,
  itemVersionId: string,
): Promise<Result<{ contest: Contest; body: ItemBody }, 'not-found'>> {
  const contest = await findContest({ slug: contestSlug });
  const body = canBeKey(itemVersionId) ? (await getBodies([itemVersionId])).get(itemVersionId) : undefined;
  if (!contest || !body || !(await isOnPaper(contest.id, itemVersionId))) return refuse('not-found');
  return ok({ contest, body });
}

/**
 * Decides a correction by what was made before: one at a time is graded, and it must change something.
 * @returns it in the form in which it is kept, and what holds with it
 */
export function decideCorrection(
  all: readonly StoredCorrection[],
  { itemVersionId, correction }: Pick<Correcting, 'itemVersionId' | 'correction'>,
  body: ItemBody,
): Result<{ correction: Correction; before: Corrections; after: Corrections }, CorrectingRefusal> {
  if (all.some(({ doneAt }) => doneAt === undefined)) return refuse('regrading-under-way');
  const before = inForce(all);
  const checked = checkCorrection(body, correction, before.get(itemVersionId));
  if (!checked.ok) return checked;
  const after = inForce([...all, { ...checked.value, itemVersionId, at: 0 }]);
  return ok({ correction: checked.value, before, after });
}
