import { createHash } from 'node:crypto';
import { itemCount, type Quota, type Round } from '#app/domain/contests/contest.ts';
import { matchesQuota, poolFor, PRACTICE_TAG, type PoolItem } from '#app/domain/contests/draw-form.ts';
import { lineShortfalls } from '#app/domain/contests/line-shortfalls.ts';
import { paperOverlap, wantedItems, type PaperOverlap } from '#app/domain/contests/overlap.ts';
import { findContest } from '#app/features/contests/index.server.ts';
import { countBank, getItemLabels, getPool } from '#app/features/items/index.server.ts';

/** Two papers should share no more than this part of their items. */
const SHARE_WANTED = 0.2;
const MOST_NAMED = 20;

/** One line of a blueprint against the bank. */
export interface BlueprintLine {
  readonly section: string;
  readonly quota: Quota;
  /** Published items that fit. */
  readonly fits: number;
  /** Items that the line lacks, the lines above having theirs. */
  readonly missing: number;
  /** Items that should be added, so that papers differ enough. */
  readonly more: number;
}

/** How often an item is drawn. */
export interface ItemExposure {
  readonly itemId: string;
  readonly prompt: string;
  readonly share: number;
}

/** Why items of the bank are never on a paper of this round, with how many. */
export interface NeverDrawn {
  readonly inWork: number;
  readonly retired: number;
  readonly contested: number;
  /** Practice items in a contest round, and the other way round. */
  readonly otherKind: number;
  readonly noLine: number;
}

export interface BlueprintRound {
  readonly number: number;
  readonly title: string;
  readonly kind: Round['kind'];
  readonly size: number;
  readonly lines: readonly BlueprintLine[];
  /** Undefined where the bank cannot fill a paper. */
  readonly overlap: Omit<PaperOverlap, 'exposure'> | undefined;
  readonly exposures: readonly ItemExposure[];
  readonly drawable: number;
  readonly never: NeverDrawn;
}

export interface BlueprintPage {
  readonly title: string;
  readonly rounds: readonly BlueprintRound[];
  readonly shareWanted: number;
}

/** What the bank can do for each round of a contest: what is there, what is missing, how alike papers are. */
export async function getBlueprint(contestSlug: string): Promise<BlueprintPage | undefined> {
  const contest = await findContest({ slug: contestSlug });
  if (!contest) return undefined;
  const [pool, counts] = await Promise.all([getPool(), countBank()]);
  const outside = (status: string): number =>
    counts.filter((each) => each.status === status).reduce((sum, { count }) => sum + count, 0);
  const beside = {
    inWork: outside('draft') + outside('review'),
    retired: outside('retired'),
    contested: counts.filter(({ status, contested }) => status === 'published' && contested)[0]?.count ?? 0,
  };
  const rounds: BlueprintRound[] = [];
  for (const round of contest.rounds) rounds.push(await lookAtRound(round, pool, beside));
  return { title: contest.title, rounds, shareWanted: SHARE_WANTED };
}

async function lookAtRound(
  round: Round,
  pool: readonly PoolItem[],
  beside: Pick<NeverDrawn, 'inWork' | 'retired' | 'contested'>,
): Promise<BlueprintRound> {
  const { blueprint, kind } = round;
  const own = poolFor(pool, kind);
  const quotas = blueprint.sections.flatMap((section) => section.quotas);
  const drawable = own.filter((item) => quotas.some((quota) => matchesQuota(item, quota))).length;
  const overlap = rememberedOverlap(round, pool);
  const { exposure, ...shown } = overlap ?? { exposure: new Map<string, number>() };
  return {
    number: round.number,
    title: round.title,
    kind,
    size: itemCount(blueprint),
    lines: linesOf(round, pool, own),
    overlap: overlap && (shown as Omit<PaperOverlap, 'exposure'>),
    exposures: await nameMostDrawn(exposure),
    drawable,
    never: { ...beside, otherKind: pool.length - own.length, noLine: own.length - drawable },
  };
}

function linesOf({ blueprint, kind }: Round, pool: readonly PoolItem[], own: readonly PoolItem[]): BlueprintLine[] {
  const short = lineShortfalls(blueprint, pool, kind);
  const wanted = wantedItems(blueprint, pool, kind, SHARE_WANTED);
  return blueprint.sections.flatMap((each, section) =>
    each.quotas.map((quota, line) => {
      const isHere = (found: { section: number; line: number }): boolean =>
        found.section === section && found.line === line;
      const lack = short.find(isHere);
      return {
        section: each.title,
        quota,
        fits: own.filter((item) => matchesQuota(item, quota)).length,
        missing: lack ? quota.count - lack.left : 0,
        more: wanted.find(isHere)?.more ?? 0,
      };
    }),
  );
}

async function nameMostDrawn(exposure: ReadonlyMap<string, number>): Promise<ItemExposure[]> {
  const most = [...exposure].toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).slice(0, MOST_NAMED);
  const labels = await getItemLabels(most.map(([id]) => id));
  return most.flatMap(([id, share]) => {
    const label = labels.get(id);
    return label ? { itemId: label.itemId, prompt: label.prompt, share } : [];
  });
}

/** Simulated overlaps, by what they are made of: the same blueprint and bank give the same figures. */
const known = new Map<string, PaperOverlap | undefined>();
const MOST_KNOWN = 30;
/** Papers are drawn in this request: of a large bank fewer. */
const DRAWS = { few: 120, many: 300 } as const;
const LARGE = 3_000;

function rememberedOverlap({ blueprint, kind }: Round, pool: readonly PoolItem[]): PaperOverlap | undefined {
  const places = pool.map(({ itemVersionId, topicSlug, lessonSlug, difficulty, tags, interaction }) =>
    [itemVersionId, topicSlug, lessonSlug, difficulty, tags.join(), interaction].join(' '),
  );
  const key = createHash('sha256')
    .update(JSON.stringify([blueprint, kind, PRACTICE_TAG, places.toSorted()]))
    .digest('hex');
  if (known.has(key)) return known.get(key);
  const overlap = paperOverlap(blueprint, pool, kind, pool.length > LARGE ? DRAWS.few : DRAWS.many);
  for (const oldest of known.keys()) {
    if (known.size < MOST_KNOWN) break;
    known.delete(oldest);
  }
  known.set(key, overlap);
  return overlap;
}
