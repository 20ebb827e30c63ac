import type { PublishedCorrection, PublishedScore } from '#app/domain/results/results-file.ts';
import { acceptedBy, inForce } from '#app/domain/scoring/correction.ts';
import { findMarked, markAgain } from '#app/features/attempts/index.server.ts';
import { getBodies } from '#app/features/items/index.server.ts';
import { isFinal, type ContestBasis } from './contest-basis.server.ts';
import { isoOf } from './published-scopes.server.ts';

const versionsOf = ({ corrections }: ContestBasis): string[] => [
  ...new Set(corrections.map(({ itemVersionId }) => itemVersionId)),
];

/**
 * The corrections of a contest as they are published, with the keys that they replaced. Keys are kept back until everything
 * is final: the file of a contest that still runs may be shown to people who sit it.
 */
export async function publishedCorrections(basis: ContestBasis): Promise<PublishedCorrection[]> {
  const bodies = await getBodies(versionsOf(basis));
  const hasKeys = isFinal(basis);
  return basis.corrections.map((correction, index) => {
    const { itemVersionId, kind, accepted, reason, at, doneAt, attempts, changed } = correction;
    const body = bodies.get(itemVersionId);
    return {
      number: index + 1,
      itemVersionId,
      prompt: hasKeys ? (body?.prompt ?? '') : '',
      kind,
      originalKey: hasKeys && body ? acceptedBy(body) : null,
      key: hasKeys && kind === 'key' ? accepted : null,
      reason,
      at: isoOf(at),
      doneAt: doneAt === undefined ? null : isoOf(doneAt),
      attempts,
      changed,
    };
  });
}

/** What the attempts of some people earned, correction by correction; of those alone that have a corrected item. */
export async function scoreHistories(
  basis: ContestBasis,
  accountIds: readonly string[],
): Promise<ReadonlyMap<string, readonly PublishedScore[]>> {
  const itemVersionIds = versionsOf(basis);
  const { contest, corrections } = basis;
  if (itemVersionIds.length === 0) return new Map();
  const bodies = await getBodies(itemVersionIds);
  const attempts = await findMarked(undefined, contest.id, { itemVersionIds, accountIds });
  const states = [0, ...corrections.map((_, index) => index + 1)].map((number) => ({
    number,
    held: inForce(corrections.slice(0, number)),
  }));
  return new Map(
    attempts.map((attempt) => [
      attempt.id,
      states.map(({ number, held }) => {
        const { score, maxScore } = markAgain(attempt, bodies, contest.rules.marking, held);
        return { correction: number, score, maxScore };
      }),
    ]),
  );
}
