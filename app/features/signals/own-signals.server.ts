import type { Actor } from '#app/domain/identity/actor.ts';
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import {
  decideStatement,
  hearingEnds,
  LONGEST_STATEMENT,
  type SignalKind,
  type SignalState,
} from '#app/domain/signals/signal.ts';
import { findContest } from '#app/features/contests/index.server.ts';
import { recordAudit } from '#app/platform/db/audit.server.ts';
import { inTransaction } from '#app/platform/db/transaction.server.ts';
import { createStatement, findAskedOf, findStatements, loadSignal, type StoredSignal } from './signal.repo.server.ts';

/** What a person was asked about, as that person sees it: nothing of anybody else. */
export interface OwnSignal {
  readonly id: string;
  readonly kind: SignalKind;
  readonly state: Exclude<SignalState, 'open'>;
  readonly contestTitle: string;
  readonly roundTitle: string;
  readonly attemptId: string | undefined;
  readonly askedAt: Instant;
  readonly until: Instant;
  readonly decidedAt: Instant | undefined;
  /** Why it was decided so; empty until then. */
  readonly reason: string;
  readonly statements: readonly { readonly text: string; readonly at: Instant }[];
}

/** What a person is asked about now or was decided since, for the notice on the account page. */
export async function listOwnSignals({
  accountId,
}: Pick<Actor, 'accountId'>): Promise<Pick<OwnSignal, 'id' | 'state' | 'askedAt' | 'until'>[]> {
  const signals = await findAskedOf(accountId);
  return signals.flatMap(({ id, state, askedAt, evidence }) =>
    askedAt !== undefined && state !== 'open' && evidence.members.some((member) => member.accountId === accountId)
      ? [{ id, state, askedAt, until: hearingEnds(askedAt) }]
      : [],
  );
}

/** What this person was asked about; undefined for everybody whom it is not about, and before anybody asked. */
export async function getOwnSignal(
  { accountId }: Pick<Actor, 'accountId'>,
  signalId: string,
): Promise<OwnSignal | undefined> {
  const signal = await loadSignal(signalId);
  const member = signal?.evidence.members.find((each) => each.accountId === accountId);
  if (!signal || !member || signal.state === 'open' || signal.askedAt === undefined) return undefined;
  const [contest, statements] = await Promise.all([findContest({ id: signal.contestId }), findStatements(signal.id)]);
  return {
    ...shown(signal),
    state: signal.state,
    askedAt: signal.askedAt,
    until: hearingEnds(signal.askedAt),
    contestTitle: contest?.title ?? '',
    roundTitle: contest?.rounds.find(({ id }) => id === signal.roundId)?.title ?? '',
    attemptId: member.attemptId,
    statements: statements.filter(({ authorId }) => authorId === accountId).map(({ text, at }) => ({ text, at })),
  };
}

const shown = ({ id, kind, decidedAt, reason }: StoredSignal) => ({ id, kind, decidedAt, reason });

export type StatementRefusal =
  'not-found' | 'signal-decided' | 'too-many-statements' | 'statement-missing' | 'statement-too-long';

/** Writes down what a person who was asked says. It is kept as it was sent and cannot be changed. */
export async function makeStatement({
  actor,
  signalId,
  text,
  now,
}: {
  actor: Pick<Actor, 'accountId'>;
  signalId: string;
  text: string;
  now: Instant;
}): Promise<Result<undefined, StatementRefusal>> {
  const { accountId } = actor;
  const said = text.normalize('NFC').replace(/\r\n?/gu, '\n').trim();
  return inTransaction(async (tx) => {
    const signal = await loadSignal(signalId, tx);
    if (!signal) return refuse('not-found');
    const own = (await findStatements(signalId, tx)).filter(({ authorId }) => authorId === accountId);
    // why not a second time: the form was sent twice, and what it asks for has come about.
    if (own.some((each) => each.text === said)) return ok(undefined);
    const decided = decideStatement(
      { state: signal.state, members: signal.evidence.members },
      { accountId, written: own.length },
    );
    if (!decided.ok) return decided;
    if (said === '') return refuse('statement-missing');
    if (said.length > LONGEST_STATEMENT) return refuse('statement-too-long');
    await createStatement(tx, { signalId, authorId: accountId, isContestant: true, text: said, at: now });
    await recordAudit(tx, {
      at: now,
      actorId: accountId,
      action: 'signal.answered',
      subject: `signal:${signalId}`,
      detail: { characters: said.length },
    });
    return ok(undefined);
  });
}
