import { Form, Link } from '@remix-run/react';
import type { RefusalCode } from '#app/domain/kernel/refusal.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import type { RoundPhase } from '#app/domain/contests/phase.ts';
import { paths, withReturn } from '#app/paths.ts';
import { refusalText } from '#app/text/refusals.ts';
import { contestsText } from '#app/text/contests.ts';
import { formatClock, formatInstant } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';

export interface OwnAttempt {
  readonly id: string;
  readonly isRunning: boolean;
  readonly deadlineAt: Instant;
}

interface LobbyProps {
  readonly slug: string;
  readonly phase: RoundPhase;
  readonly opensAt: Instant;
  readonly limit: number;
  readonly isSignedIn: boolean;
  readonly own: readonly OwnAttempt[];
  /** Why the attempt did not start, when somebody has just tried. */
  readonly refusal: RefusalCode | undefined;
}

/** The one thing to do first on the contest's page, large: go on, start, sign in, or look at the result. */
export function LobbyAction({ slug, phase, opensAt, limit, isSignedIn, own, refusal }: LobbyProps) {
  const t = useText(contestsText);
  const sentences = useText(refusalText);
  const locale = useLocale();
  const running = own.find((attempt) => attempt.isRunning);
  const last = own.at(-1);
  if (running) {
    return (
      <div className="stack-s">
        <Link className="button button--large button--wide" to={paths.attempt(running.id)}>
          {t.resume}
        </Link>
        <p>{t.resumeUntil(formatClock(running.deadlineAt))}</p>
      </div>
    );
  }
  const mayStart = phase === 'open' && own.length < limit;
  return (
    <div className="stack-s">
      {refusal && (
        <p className="notice notice--bad lobby__refusal" role="alert">
          {sentences[refusal]}
        </p>
      )}
      {phase === 'upcoming' && <p>{t.notOpenYet(formatInstant(opensAt, locale))}</p>}
      {phase === 'closed' && <p>{t.closedNow}</p>}
      {!isSignedIn && phase !== 'closed' && (
        <>
          <Link className="button button--large button--wide" to={withReturn(paths.signIn(), paths.contest(slug))}>
            {t.signInToEnter}
          </Link>
          <p>
            <Link to={withReturn(paths.register(), paths.contest(slug))}>{t.registerToEnter}</Link>
          </p>
        </>
      )}
      {isSignedIn && mayStart && (
        <Form method="post" className="stack-s">
          <button className="button button--large button--wide">{own.length > 0 ? t.startAgain : t.start}</button>
          <p className="small">{t.beforeStart}</p>
        </Form>
      )}
      {isSignedIn && phase === 'open' && !mayStart && <p>{t.allUsed}</p>}
      {last && (
        <Link
          className={`button button--wide ${mayStart ? 'button--quiet' : 'button--large'}`}
          to={paths.result(last.id)}
        >
          {t.seeResult}
        </Link>
      )}
    </div>
  );
}
