import { createHash } from 'node:crypto';
import { maxScoreOfBlueprint } from '#app/domain/contests/contest.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import type { BoardScope } from '#app/domain/results/board-scope.ts';
import { scoresShown } from '#app/domain/results/scores-shown.ts';
import { canonicalJson } from '#app/domain/reports/canonical-json.ts';
import { declaredInstants, DEFAULT_REPORT_CLOCK, type ReportSpan } from '#app/domain/reports/report-clock.ts';
import { takeFigures, type Snapshot, type SnapshotUnit } from '#app/domain/reports/snapshot.ts';
import { blockOf, listContests, type ContestNow } from '#app/features/contests/index.server.ts';
import { figureScopes, tallyAsOf } from '#app/features/participation/index.server.ts';
import { getUnitTree, type UnitTree } from '#app/features/units/index.server.ts';
import { recordAudit } from '#app/platform/db/audit.server.ts';
import { inTransaction } from '#app/platform/db/transaction.server.ts';
import { addSnapshot, findClock, findHeadcountsAsOf, findLast, findTargetsAsOf } from './snapshot.repo.server.ts';

/** A snapshot that was taken now. */
export interface TakenSnapshot {
  readonly contestSlug: string;
  readonly at: Instant;
  readonly hash: string;
}

interface Ask {
  readonly now: Instant;
  readonly signal?: AbortSignal | undefined;
  /** Left out, every contest that has begun. */
  readonly contestSlug?: string | undefined;
}

/**
 * Freezes the figures of every declared instant that has come and has no snapshot yet, also when the server was down then: they
 * are counted as of the instant. Called again, or in another process, it makes nothing twice.
 */
export async function takeSnapshots({ now, signal, contestSlug }: Ask): Promise<TakenSnapshot[]> {
  const taken: TakenSnapshot[] = [];
  for (const contestNow of await listContests(now)) {
    if (contestSlug !== undefined && contestNow.contest.slug !== contestSlug) continue;
    for (const at of await dueInstants(contestNow, now)) {
      if (signal?.aborted) return taken;
      const hash = await takeOne(contestNow, at, { now, signal });
      if (hash !== undefined) taken.push({ contestSlug: contestNow.contest.slug, at, hash });
    }
  }
  return taken;
}

/** From the opening of the first round that counts until nothing can change; undefined without such a round. */
export function reportSpan({ rounds }: ContestNow): ReportSpan | undefined {
  const counted = rounds.filter(({ round }) => round.kind === 'contest');
  if (counted.length === 0) return undefined;
  return {
    opensAt: Math.min(...counted.map(({ window }) => window.opensAt)),
    endsAt: Math.max(...counted.map(({ window, settlesAt }) => Math.max(window.closesAt, settlesAt))),
  };
}

async function dueInstants(contestNow: ContestNow, now: Instant): Promise<Instant[]> {
  const span = reportSpan(contestNow);
  if (!span || span.opensAt > now) return [];
  const { id } = contestNow.contest;
  const [clock, last] = await Promise.all([findClock(id), findLast(id)]);
  // why the setting too: a clock that was set today declares nothing for the past.
  const since = Math.max(last.at ?? 0, clock?.setAt ?? 0);
  return declaredInstants(clock ?? DEFAULT_REPORT_CLOCK, span, { since, until: now });
}

/** @returns the hash; undefined when there is one already, or when it was stopped */
async function takeOne(
  contestNow: ContestNow,
  at: Instant,
  { now, signal }: Pick<Ask, 'now' | 'signal'>,
): Promise<string | undefined> {
  const { contest } = contestNow;
  const figures = await figuresAt(contestNow, at, { now, signal });
  if (!figures) return undefined;
  const body = canonicalJson(figures);
  const hash = createHash('sha256').update(body).digest('hex');
  const isStored = await inTransaction(async (tx) => {
    const isNew = await addSnapshot(tx, { contestId: contest.id, at, takenAt: now, body, hash });
    const detail = { figuresOf: new Date(at).toISOString(), hash };
    if (isNew)
      await recordAudit(tx, {
        at: now,
        actorId: undefined,
        action: 'figures.frozen',
        subject: `contest:${contest.id}`,
        detail,
      });
    return isNew;
  });
  return isStored ? hash : undefined;
}

async function figuresAt(
  contestNow: ContestNow,
  at: Instant,
  { now, signal }: Pick<Ask, 'now' | 'signal'>,
): Promise<Snapshot | undefined> {
  const { contest } = contestNow;
  // why the last: it is all rounds together where there are several.
  const scope = figureScopes(contestNow).at(-1);
  const span = reportSpan(contestNow);
  if (!scope || !span) return undefined;
  const tallies = await tallyAsOf({ contestNow, scopeId: scope.id, until: at, now, signal });
  if (!tallies) return undefined;
  const [tree, headcounts, targets, last] = await Promise.all([
    getUnitTree(at, now),
    findHeadcountsAsOf(at),
    findTargetsAsOf(contest.id, at),
    findLast(contest.id),
  ]);
  const maxScore = maxScoreOf(contestNow, scope);
  return takeFigures({
    contest: { slug: contest.slug, title: contest.title, organizer: contest.rules.organizer },
    at,
    since: last.at ?? span.opensAt,
    number: last.count + 1,
    opensAt: span.opensAt,
    closesAt: scope.closesAt,
    ...(maxScore === undefined ? {} : { maxScore }),
    scoresShown: scoresShown(contest.rules, scope, at) === 'now',
    hasScores: scope.id !== contest.id || contest.rules.overall !== 'none',
    isSample: headcounts.isSample,
    units: unitsInOrder(tree, contestNow),
    headcounts: headcounts.byUnit,
    targets,
    tallies,
    unitOf: (unitId) => tree.remap(unitId),
  });
}

/** The most that can be earned where there is one round. */
function maxScoreOf({ contest, rounds }: ContestNow, scope: BoardScope): number | undefined {
  const of = rounds.find(({ round }) => round.id === scope.id)?.round;
  return of && maxScoreOfBlueprint(of.blueprint, contest.rules.marking.right);
}

type BareUnit = Omit<SnapshotUnit, 'own' | 'target' | 'headcounts'>;

/** Each branch after its top, neighbours by block and then by name, as lists of units are everywhere. */
function unitsInOrder(tree: UnitTree, { contest }: ContestNow): BareUnit[] {
  const { blocks } = contest.rules;
  const inOrder = (parentId: string | undefined): BareUnit[] => {
    const children = tree.childrenOf(parentId);
    const names = [...new Set(children.map(({ block }) => block ?? ''))].toSorted();
    return names.flatMap((name) =>
      children
        .filter(({ block }) => (block ?? '') === name)
        .flatMap(({ id, name: unitName, kind, block }) => [
          {
            id,
            ...(parentId === undefined ? {} : { parentId }),
            name: unitName,
            kind,
            ...(block === undefined ? {} : { block }),
            ...(blocks.length === 0 ? {} : { side: blockOf(blocks, { pathIds: tree.pathIds(id), block }) }),
          },
          ...inOrder(id),
        ]),
    );
  };
  return inOrder(undefined);
}
