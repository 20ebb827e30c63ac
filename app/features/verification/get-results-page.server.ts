import { createHash } from 'node:crypto';
import type { Instant } from '#app/domain/kernel/time.ts';
import { whenForgotten } from '#app/platform/db/forget.server.ts';
import { isFinal, readContestBasis, type ContestBasis } from './contest-basis.server.ts';
import { exportResults } from './export-results.server.ts';
import { countExported } from './exported-attempts.repo.server.ts';
import { rankingScopes } from './read-ranking.server.ts';

/** Up to so many attempts the checksum is there at once; beyond it must be asked for. */
const SOON = 2_000;

/** What the page of the results of a contest says. */
export interface ResultsPage {
  readonly title: string;
  readonly isFinal: boolean;
  readonly settledAt: Instant | undefined;
  readonly attempts: number;
  /** Finished attempts that the rankings do not know yet. */
  readonly waiting: number;
  readonly rankings: readonly {
    readonly scope: string;
    readonly title: string | undefined;
    readonly settledAt: Instant | undefined;
  }[];
  /** SHA-256 of the file as it would be downloaded now; undefined where it must be asked for. */
  readonly checksum: string | undefined;
}

/** Checksums of results that nothing but another correction of a key can change any more. */
const finals = new Map<string, string>();
whenForgotten(() => finals.clear());

/** What can be downloaded of a contest; undefined for one that does not exist. */
export async function getResultsPage(query: {
  slug: string;
  wantsChecksum: boolean;
  now: Instant;
}): Promise<ResultsPage | undefined> {
  const basis = await readContestBasis(query.slug, query.now);
  if (!basis) return undefined;
  const { contest, rounds } = basis;
  const counts = await countExported(rounds.map(({ id }) => id));
  return {
    title: contest.title,
    isFinal: isFinal(basis),
    settledAt: contest.settledAt,
    ...counts,
    rankings: rankingScopes(basis).map(({ scope, id }) => {
      const round = rounds.find((each) => each.id === id);
      return { scope: String(scope), title: round?.title, settledAt: (round ?? contest).settledAt };
    }),
    checksum:
      query.wantsChecksum || counts.attempts <= SOON
        ? await checksumOf(stateOf(basis), query, isFinal(basis))
        : finals.get(stateOf(basis)),
  };
}

/** The contest with its corrections, which change even what is final. */
const stateOf = ({ contest, corrections }: ContestBasis): string => `${contest.id} ${corrections.length}`;

async function checksumOf(
  state: string,
  query: { slug: string; now: Instant },
  canBeKept: boolean,
): Promise<string | undefined> {
  const known = finals.get(state);
  if (known !== undefined && canBeKept) return known;
  const pieces = await exportResults(query);
  if (!pieces) return undefined;
  const hash = createHash('sha256');
  for await (const piece of pieces) hash.update(piece);
  const checksum = hash.digest('hex');
  if (canBeKept) finals.set(state, checksum);
  return checksum;
}
