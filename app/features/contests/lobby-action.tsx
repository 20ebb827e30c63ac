import { Form, Link, useSearchParams } from '@remix-run/react';
import { lacksConsent } from '#app/domain/contests/entry.ts';
import { startsAgainAt, type FirstStep, type LobbyRound } from '#app/domain/contests/lobby.ts';
import type { ContestantRefusalCode } from '#app/domain/kernel/refusal.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { paths, withReturn } from '#app/paths.ts';
import { lobbyText } from '#app/text/lobby.ts';
import { openConfirmationText } from '#app/text/open-confirmation.ts';
import { contestantRefusalText } from '#app/text/contestant-refusals.ts';
import { formatClock, formatInstant, formatLength } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import { useHasScripts } from '#app/ui/use-has-scripts.ts';
import type { EntryView } from './enter-contest.server.ts';
import { EntryPapers } from './entry-papers.tsx';
import { useHasOpened } from './use-lobby-clock.ts';

interface LobbyProps {
  readonly slug: string;
  readonly first: FirstStep;
  /** Of the contest, practice left out. */
  readonly rounds: readonly LobbyRound[];
  readonly entry: EntryView;
  readonly hasPractice: boolean;
  readonly isSignedIn: boolean;
  readonly serverNow: Instant;
  /** Why the attempt did not start, when somebody has just tried. */
  readonly refusal: ContestantRefusalCode | undefined;
}

/** The one thing to do first on the contest's page, large: go on, start, wait for the opening, or look at the result. */
export function LobbyAction(props: LobbyProps) {
  const { first, rounds, refusal, slug } = props;
  const t = useText(lobbyText);
  const confirmation = useText(openConfirmationText);
  const sentences = useText(contestantRefusalText);
  const last = rounds.flatMap((round) => round.own).toSorted((a, b) => b.deadlineAt - a.deadlineAt)[0];
  const isFirst = first.kind !== 'start' && first.kind !== 'wait';
  return (
    <div className="stack-s">
      {refusal && (
        <p className="notice notice--bad lobby__refusal" role="alert">
          {sentences[refusal]}
        </p>
      )}
      <Step {...props} />
      {last && first.kind !== 'resume' && (
        <Link
          className={`button button--wide ${isFirst ? 'button--large' : 'button--quiet'}`}
          to={paths.result(last.id)}
        >
          {t.seeResult}
        </Link>
      )}
      {rounds.some((round) => round.attempts > 0) && (
        <p>
          <Link to={paths.confirmation(slug)}>{confirmation.open}</Link>
        </p>
      )}
    </div>
  );
}

function Resume({ attempt, serverNow }: { attempt: { id: string; deadlineAt: Instant }; serverNow: Instant }) {
  const t = useText(lobbyText);
  return (
    <>
      <Link className="button button--large button--wide" to={paths.attempt(attempt.id)}>
        {t.resume}
      </Link>
      <p>{serverNow < attempt.deadlineAt ? t.resumeUntil(formatClock(attempt.deadlineAt)) : t.resumeSending}</p>
    </>
  );
}

function Step(props: LobbyProps) {
  const { first, isSignedIn, hasPractice } = props;
  const t = useText(lobbyText);
  switch (first.kind) {
    case 'resume':
      return <Resume attempt={first.attempt} serverNow={props.serverNow} />;
    case 'closed':
      return <p>{t.closed}</p>;
    case 'refused':
      return (
        <p className="notice lobby__refusal">
          {t.refused[first.refusal]} {first.refusal === 'organizing-member' && hasPractice && t.mayPractise}
          {lacksConsent(first.refusal) && (
            <Link to={withReturn(paths.ownConsents(), paths.contest(props.slug))}>{t.toConsents}</Link>
          )}
        </p>
      );
    case 'paused':
      return <p>{t.paused}</p>;
    case 'entryOver':
      return <p>{t.entryOver}</p>;
    case 'noneLeft':
      return <NoneLeft round={first.round} rounds={props.rounds} />;
    case 'start':
      return isSignedIn ? <Start {...props} round={first.round} /> : <SignIn {...props} />;
    case 'wait':
      return <Wait {...props} round={first.round} />;
  }
}

function SignIn({ slug, entry }: Pick<LobbyProps, 'slug' | 'entry'>) {
  const t = useText(lobbyText);
  // why: who comes by the code of a unit finds that unit chosen in the form; the person still confirms it.
  const unitId = useSearchParams()[0].get('unit');
  const register = withReturn(paths.register(), paths.contest(slug));
  return (
    <>
      <Link className="button button--large button--wide" to={withReturn(paths.signIn(), paths.contest(slug))}>
        {t.signInToEnter}
      </Link>
      <p>
        <Link to={unitId ? `${register}&unit=${encodeURIComponent(unitId)}` : register}>{t.registerToEnter}</Link>
      </p>
      {entry.needsCode && <p className="small">{t.codeNeeded}</p>}
    </>
  );
}

type StartProps = LobbyProps & { readonly round: LobbyRound };

function Start({ round, entry, serverNow }: StartProps) {
  const t = useText(lobbyText);
  return (
    <Form method="post" className="stack-s">
      <input type="hidden" name="roundId" value={round.id} />
      <EntryPapers entry={entry} of={round.id} />
      <button className="button button--large button--wide">{round.attempts > 0 ? t.startAgain : t.start}</button>
      <BeforeStart round={round} serverNow={serverNow} />
    </Form>
  );
}

/** What somebody must know before the button: when time is over, and how many more attempts there are. */
function BeforeStart({ round, serverNow }: { round: LobbyRound; serverNow: Instant }) {
  const t = useText(lobbyText);
  const locale = useLocale();
  const { duration, isFixed, endsIfStartedNow, left } = round;
  const end = endsIfStartedNow ?? serverNow + duration;
  const isCut = end - serverNow < duration;
  const clock = isFixed ? t.beforeStartFixed : t.beforeStartCut;
  const sentence = isFixed || isCut ? clock(formatInstant(end, locale)) : t.beforeStart(formatLength(duration, locale));
  const tellsLeft = left.left !== undefined && left.limit && (left.left > 1 || round.attempts > 0);
  return (
    <>
      <p className="small">{sentence}</p>
      {tellsLeft && left.limit && <p className="small">{t.left[left.limit.per](left.left ?? 0)}</p>}
    </>
  );
}

/** The waiting page: the button is there before the opening and becomes active with it; without scripts, by a reload. */
function Wait(props: StartProps) {
  const { round, isSignedIn, serverNow, entry } = props;
  const t = useText(lobbyText);
  const hasScripts = useHasScripts();
  const hasOpened = useHasOpened(round.opensAt, serverNow);
  if (!isSignedIn) {
    return (
      <>
        <p className="small">{t.waitSignedOut}</p>
        <SignIn {...props} />
      </>
    );
  }
  return (
    <Form method="post" className="stack-s">
      <input type="hidden" name="roundId" value={round.id} />
      <EntryPapers entry={entry} of={round.id} />
      <p className="small" id="wait">
        {hasOpened ? t.waitOver : hasScripts ? t.waitHere : t.waitReload}
      </p>
      <button className="button button--large button--wide" disabled={!hasOpened} aria-describedby="wait">
        {round.attempts > 0 ? t.startAgain : t.start}
      </button>
    </Form>
  );
}

function NoneLeft({ round, rounds }: { round: LobbyRound; rounds: readonly LobbyRound[] }) {
  const t = useText(lobbyText);
  const locale = useLocale();
  const againAt = startsAgainAt(round);
  const next = rounds
    .filter(({ phase, left }) => phase === 'upcoming' && left.left !== 0)
    .toSorted((a, b) => a.opensAt - b.opensAt)[0];
  return (
    <p>
      {t.noneLeft[round.left.limit?.per ?? 'round']}{' '}
      {againAt !== undefined && t.againAt(formatInstant(againAt, locale))}{' '}
      {againAt === undefined && next && t.nextRound(next.title, formatInstant(next.opensAt, locale))}
    </p>
  );
}
