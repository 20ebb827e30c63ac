import type { Contest } from '#app/domain/contests/contest.ts';
import type { Actor } from '#app/domain/identity/actor.ts';
import { ok, type Result } from '#app/domain/kernel/result.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import type { Evidence } from '#app/domain/signals/evidence.ts';
import { hearingEnds, isHeard, type SignalKind, type SignalState } from '#app/domain/signals/signal.ts';
import { getContest } from '#app/features/contests/index.server.ts';
import { getItemLabels } from '#app/features/items/index.server.ts';
import { getUnitNames } from '#app/features/units/index.server.ts';
import { getSameAnswers, type SameAnswerRow } from './get-same-answers.server.ts';
import { caseOf, hasTopRight, openSignal } from './open-signals.server.ts';
import { findStatements, type Statement } from './signal.repo.server.ts';

/** A signal with everything that a decision needs. Names are the caller's to add, and to record. */
export interface SignalPage {
  readonly contest: Pick<Contest, 'id' | 'slug' | 'title'>;
  readonly roundTitle: string;
  readonly id: string;
  readonly kind: SignalKind;
  readonly state: SignalState;
  readonly strength: number;
  readonly foundAt: Instant;
  readonly askedAt: Instant | undefined;
  /** Until when those who are asked are waited for. */
  readonly until: Instant | undefined;
  readonly decidedAt: Instant | undefined;
  readonly decidedById: string | undefined;
  readonly reason: string;
  readonly evidence: Evidence;
  readonly unitNames: Readonly<Record<string, string>>;
  /** Questions by item version, once the round is over. */
  readonly prompts: Readonly<Record<string, string>>;
  /** What was answered alike, once the round is over. */
  readonly same: readonly SameAnswerRow[];
  readonly isOver: boolean;
  readonly statements: readonly Statement[];
  readonly mayDecide: boolean;
  /** Everybody whom it is about has said something, or had the time to. */
  readonly isHeard: boolean;
  /** The actor is one of those, or of their unit. */
  readonly conflict: 'own' | 'unit' | undefined;
}

/** A signal of a contest, for who may see signals. */
export async function getSignalPage(
  address: { actor: Actor; contestSlug: string; signalId: string },
  now: Instant,
): Promise<Result<SignalPage, 'forbidden' | 'not-found'>> {
  const { actor } = address;
  const opened = await openSignal(address, 'see-signals', now);
  if (!opened.ok) return opened;
  const { contest, signal } = opened.value;
  const { evidence } = signal;
  const members: readonly { accountId: string; unitId: string }[] = evidence.members;
  const roundNow = (await getContest(contest.slug, now))?.rounds.find(({ round }) => round.id === signal.roundId);
  const isOver = roundNow?.phase === 'closed' && now >= roundNow.settlesAt;
  const [statements, seen, mayDecide, names, labels, same] = await Promise.all([
    findStatements(signal.id),
    caseOf(signal),
    hasTopRight(actor, 'decide-signals', now),
    getUnitNames([...members.map(({ unitId }) => unitId), ...(signal.unitId ? [signal.unitId] : [])]),
    isOver ? getItemLabels(itemsOf(evidence)) : undefined,
    // why only then: nobody shall learn answers of a round that can still be sat.
    isOver && evidence.kind === 'sameAnswers' ? getSameAnswers(contest.id, evidence) : [],
  ]);
  return ok({
    contest: { id: contest.id, slug: contest.slug, title: contest.title },
    roundTitle: roundNow?.round.title ?? '',
    id: signal.id,
    kind: signal.kind,
    state: signal.state,
    strength: signal.strength,
    foundAt: signal.foundAt,
    askedAt: signal.askedAt,
    until: signal.askedAt === undefined ? undefined : hearingEnds(signal.askedAt),
    decidedAt: signal.decidedAt,
    decidedById: signal.decidedById,
    reason: signal.reason,
    evidence,
    unitNames: Object.fromEntries(names),
    prompts: Object.fromEntries([...(labels ?? [])].map(([id, { prompt }]) => [id, prompt])),
    same,
    isOver,
    statements,
    mayDecide,
    isHeard: isHeard(seen, now),
    conflict: members.some(({ accountId }) => accountId === actor.accountId)
      ? 'own'
      : members.some(({ unitId }) => unitId === actor.unitId)
        ? 'unit'
        : undefined,
  });
}

function itemsOf(evidence: Evidence): string[] {
  if (evidence.kind === 'speed') return evidence.items.map(({ itemVersionId }) => itemVersionId);
  return evidence.kind === 'jump' && evidence.scope === 'item' ? [evidence.scopeId] : [];
}
