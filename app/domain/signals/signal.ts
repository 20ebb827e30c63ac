import { ok, refuse, type Result } from '../kernel/result.ts';
import type { Instant } from '../kernel/time.ts';
import { THRESHOLDS } from './thresholds.ts';

export const SIGNAL_KINDS = ['speed', 'sameAnswers', 'jump', 'manyAccounts', 'distantNetworks'] as const;
export type SignalKind = (typeof SIGNAL_KINDS)[number];

/** open → asked → dismissed or upheld. Nothing follows from a signal by itself; people decide. */
export const SIGNAL_STATES = ['open', 'asked', 'dismissed', 'upheld'] as const;
export type SignalState = (typeof SIGNAL_STATES)[number];

/** An attempt that a signal is about. */
export interface Member {
  readonly attemptId: string;
  readonly accountId: string;
  readonly unitId: string;
}

/** A signal as far as what may be done with it goes. */
export interface SignalCase {
  readonly kind: SignalKind;
  readonly state: SignalState;
  /** None where it is about questions or a moment, and about no person. */
  readonly members: readonly Member[];
  readonly askedAt: Instant | undefined;
  /** Who of those asked has said something. */
  readonly heard: readonly string[];
}

export type SignalRefusal =
  | 'signal-decided'
  | 'signal-own'
  | 'hearing-open'
  | 'nobody-to-ask'
  | 'already-asked'
  | 'nobody-chosen'
  | 'changed-since';

/** Until when who is asked is waited for. */
export const hearingEnds = (askedAt: Instant): Instant => askedAt + THRESHOLDS.hearing;

/** Whether everybody who could be heard was, or had the time to say something. */
export const isHeard = ({ members, heard, askedAt }: SignalCase, now: Instant): boolean =>
  members.length === 0 ||
  (askedAt !== undefined &&
    (now >= hearingEnds(askedAt) || members.every(({ accountId }) => heard.includes(accountId))));

/** What somebody wants to do with a signal. */
export type SignalAct =
  | { readonly kind: 'ask' }
  | { readonly kind: 'dismiss' }
  /** @see Member: attempts that shall not count any more; some of those that the signal is about */
  | { readonly kind: 'uphold'; readonly attemptIds: readonly string[] };

/**
 * Whether an act may be done, by the rules of a fair hearing: nobody decides about their own account, and nothing is upheld
 * about a person who had no chance to say something.
 */
export function decideSignal(
  signal: SignalCase,
  act: SignalAct,
  { accountId, now }: { accountId: string; now: Instant },
): Result<SignalState, SignalRefusal> {
  if (signal.state === 'dismissed' || signal.state === 'upheld') return refuse('signal-decided');
  if (signal.members.some((member) => member.accountId === accountId)) return refuse('signal-own');
  switch (act.kind) {
    case 'ask':
      if (signal.members.length === 0) return refuse('nobody-to-ask');
      return signal.state === 'asked' ? refuse('already-asked') : ok('asked');
    case 'dismiss':
      return ok('dismissed');
    case 'uphold': {
      const known = new Set(signal.members.map(({ attemptId }) => attemptId));
      if (!act.attemptIds.every((id) => known.has(id))) return refuse('changed-since');
      if (signal.members.length > 0 && act.attemptIds.length === 0) return refuse('nobody-chosen');
      return isHeard(signal, now) ? ok('upheld') : refuse('hearing-open');
    }
  }
}

/** A statement is no longer than this, and nobody writes more of them about one signal. */
export const LONGEST_STATEMENT = 2_000;
export const MOST_STATEMENTS = 5;

/** Whether who is asked may say something now. After the deadline too, as long as nobody has decided. */
export function decideStatement(
  signal: Pick<SignalCase, 'state' | 'members'>,
  { accountId, written }: { accountId: string; written: number },
): Result<undefined, 'not-found' | 'signal-decided' | 'too-many-statements'> {
  const isMember = signal.members.some((member) => member.accountId === accountId);
  if (!isMember || signal.state === 'open') return refuse('not-found');
  if (signal.state !== 'asked') return refuse('signal-decided');
  return written >= MOST_STATEMENTS ? refuse('too-many-statements') : ok(undefined);
}
