import type { Actor } from '#app/domain/identity/actor.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { getFullNames } from '#app/features/identity/index.server.ts';
import { findRulings, type StoredRuling } from '#app/features/attempts/index.server.ts';
import { findWaiting, type StoredProposal } from '#app/features/proposals/index.server.ts';
import { getUnitIndex } from '#app/features/units/index.server.ts';
import { countTraces, findStepFacts, type AttemptFacts, type StepFacts } from './attempt-record.repo.server.ts';
import { openAttempt } from './rule.server.ts';

/** A ruling as pages show it. */
export interface RulingView extends Pick<StoredRuling, 'id' | 'kind' | 'cause' | 'causeId' | 'reason' | 'at'> {
  readonly byName: string;
}

/** A step in the list, without what was answered. */
export type StepView = Omit<StepFacts, 'device'> & {
  /** Time since the step before, in ms. */
  readonly after: number | undefined;
  /** 1, 2, 3 in the order in which tabs appear. */
  readonly tab: number | undefined;
};

/** An attempt as those see it who decide whether it counts. */
export interface AttemptRecord {
  readonly attempt: AttemptFacts;
  readonly contest: { readonly id: string; readonly slug: string; readonly title: string };
  readonly roundTitle: string;
  readonly isPractice: boolean;
  readonly isSettled: boolean;
  readonly person: { readonly id: string; readonly name: string; readonly unitName: string };
  readonly isOwn: boolean;
  readonly traces: { readonly devices: number; readonly networks: number };
  readonly steps: readonly StepView[];
  readonly rulings: readonly RulingView[];
  /** The proposal about it that waits for a second person. */
  readonly waitingId: string | undefined;
}

/** The rulings on an attempt, in the order in which they were made. */
export async function getRulingsOf(attemptId: string): Promise<RulingView[]> {
  return rulingViews(await findRulings(undefined, [attemptId]));
}

/** Rulings with the names of those who made them. */
export async function rulingViews(rulings: readonly StoredRuling[]): Promise<RulingView[]> {
  const names = await getFullNames(rulings.map(({ actorId }) => actorId));
  return rulings.map(({ id, kind, cause, causeId, reason, at, actorId }) => ({
    id,
    kind,
    cause,
    causeId,
    reason,
    at,
    byName: names.get(actorId) ?? '',
  }));
}

/** Everything that a decision on an attempt needs; what was answered is not in it. Undefined where there is none in that contest. */
export async function getAttemptRecord(query: {
  actor: Actor;
  contestSlug: string;
  attemptId: string;
  now: Instant;
}): Promise<AttemptRecord | undefined> {
  const { actor, contestSlug, attemptId, now } = query;
  const opened = await openAttempt(undefined, attemptId);
  if (!opened || opened.contest.slug !== contestSlug) return undefined;
  const { attempt, contest, isPractice } = opened;
  const { accountId, unitId, roundId } = attempt;
  const [names, index, steps, traces, rulings, waiting] = await Promise.all([
    getFullNames([accountId]),
    getUnitIndex(now),
    findStepFacts(attemptId),
    countTraces(attemptId),
    getRulingsOf(attemptId),
    findWaiting(undefined, ['setAside', 'restoreAttempt'], `attempt:${attemptId}`),
  ]);
  const round = contest.rounds.find(({ id }) => id === roundId);
  return {
    attempt,
    contest: { id: contest.id, slug: contest.slug, title: contest.title },
    roundTitle: round?.title ?? '',
    isPractice,
    isSettled: round?.settledAt !== undefined,
    person: { id: accountId, name: names.get(accountId) ?? '', unitName: index.get(unitId)?.name ?? '' },
    isOwn: accountId === actor.accountId,
    traces,
    steps: stepViews(steps),
    rulings,
    waitingId: waiting?.id,
  };
}

function stepViews(steps: readonly StepFacts[]): StepView[] {
  const tabs = [...new Set(steps.flatMap(({ device }) => device ?? []))];
  return steps.map(({ device, ...step }, at) => {
    const before = steps[at - 1];
    return {
      ...step,
      after: before && step.receivedAt - before.receivedAt,
      tab: device === undefined ? undefined : tabs.indexOf(device) + 1,
    };
  });
}

/** The attempt that a proposal is about; undefined for one that is about something else. */
export async function getProposedAttempt(
  actor: Actor,
  { subject }: Pick<StoredProposal, 'subject'>,
  now: Instant,
): Promise<AttemptRecord | undefined> {
  const attemptId = /^attempt:(.+)$/u.exec(subject)?.[1];
  const opened = attemptId === undefined ? undefined : await openAttempt(undefined, attemptId);
  if (attemptId === undefined || !opened) return undefined;
  return getAttemptRecord({ actor, contestSlug: opened.contest.slug, attemptId, now });
}
