import { Link } from '@remix-run/react';
import { lazy, Suspense, type ReactNode } from 'react';
import { useHasScripts } from '#app/ui/use-has-scripts.ts';
import { paths } from '#app/paths.ts';
import { sheetText } from '#app/text/sheet.ts';
import { formatClock, formatDuration } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import type { TimeChange } from './device/live-state.ts';
import type { AnswerSheet } from './get-answer-sheet.server.ts';
import { namesOf } from './names-of.ts';
import { Notices } from './notices.tsx';
import type { Sheet } from './use-sheet.ts';

// why lazily: few sheets ever show these, and both come when the server has just been heard.
const RefusedAnswers = lazy(() => import('./refused-answers.tsx').then((file) => ({ default: file.RefusedAnswers })));
const SignInHere = lazy(() => import('./sign-in-here.tsx').then((file) => ({ default: file.SignInHere })));

interface MessagesProps {
  readonly sheet: AnswerSheet;
  readonly state: Sheet;
}

/** What has to be said above the questions: one state at a time, and what the organizers tell. */
export function SheetMessages({ sheet, state }: MessagesProps) {
  const words = useText(sheetText);
  const { live, view, autosave } = state;
  // why not on the server: a boundary that changes before it is hydrated is a fault to React, and it has nothing to say there.
  const hasScripts = useHasScripts();
  return (
    <div className="sheet__messages">
      <div role="status" className="stack-s">
        {live.change && live.leftInPause === undefined && <TimeSentence change={live.change} />}
        <StateMessage sheet={sheet} state={state} />
        {view.elsewhere.length > 0 && view.leads && (
          <p className="message">{words.answeredElsewhere(namesOf(view.elsewhere, words))}</p>
        )}
        {view.isInMemoryOnly && (
          <Message kind="warn" title={words.inMemoryTitle}>
            <p>{words.inMemory}</p>
          </Message>
        )}
      </div>
      <Notices attemptId={sheet.attemptId} notices={live.notices} />
      {hasScripts && (
        <Suspense fallback={null}>
          {view.refused.size > 0 && (
            <RefusedAnswers refused={view.refused} onUnderstood={() => autosave.forgetRefused()} />
          )}
          {!live.isSignedIn && <SignInHere onSignedIn={() => live.ask()} />}
        </Suspense>
      )}
    </div>
  );
}

/** The weightiest of what is to be said about the sheet as a whole; nothing while all is well. */
function StateMessage({ sheet, state }: MessagesProps) {
  const words = useText(sheetText);
  const { autosave, lock, isCut } = state;
  switch (lock) {
    case 'finished':
      return (
        <Message kind="good" title={words.finishedTitle}>
          <p>{words.finished}</p>
          <Link className="button" to={paths.result(sheet.attemptId)}>
            {words.seeResult}
          </Link>
        </Message>
      );
    case 'submitting':
      if (!isCut) return <p className="message">{words.submitting}</p>;
      return (
        <Message kind="warn" title={words.submitWaitsTitle}>
          <p>{words.submitWaits}</p>
          <button type="button" className="button button--quiet" onClick={() => void autosave.goOn()}>
            {words.notYet}
          </button>
        </Message>
      );
    case 'over':
      return <OverMessage sheet={sheet} state={state} />;
    case 'elsewhere':
      return (
        <Message kind="warn" title={words.elsewhereTitle}>
          <p>{words.elsewhere}</p>
          <button type="button" className="button" onClick={() => void autosave.takeOver()}>
            {words.goOnHere}
          </button>
        </Message>
      );
    case 'paused':
      return (
        <Message kind="calm" title={words.pausedTitle}>
          <p>{words.paused}</p>
        </Message>
      );
    case undefined:
      return isCut ? <OfflineMessage sheet={sheet} state={state} /> : null;
  }
}

function OfflineMessage({ sheet: { grace }, state: { live } }: MessagesProps) {
  const words = useText(sheetText);
  const end = formatClock(live.deadlineAt);
  return (
    <Message kind="warn" title={words.offlineTitle}>
      <p>{words.offline}</p>
      <p>{grace > 0 ? words.offlineGrace(end, formatClock(live.deadlineAt + grace)) : words.offlineNoGrace(end)}</p>
    </Message>
  );
}

/** Time is over: what still happens to what was chosen in time, by the late-sync policy of the contest. */
function OverMessage({ sheet: { grace }, state }: MessagesProps) {
  const words = useText(sheetText);
  const { autosave, view, live, isCut, isGraceOver } = state;
  const last = formatClock(live.deadlineAt + grace);
  if (view.waiting.size > 0) {
    return (
      <Message kind={isGraceOver ? 'bad' : 'warn'} title={words.overTitle}>
        <p>
          {isGraceOver
            ? words.overTooLate(namesOf(view.waiting, words).toLocaleLowerCase('vi'), last)
            : words.overWaiting(view.waiting.size, last)}
        </p>
      </Message>
    );
  }
  if (isGraceOver || grace === 0) {
    return (
      <Message kind="calm" title={words.overTitle}>
        <p>{words.overClosing}</p>
      </Message>
    );
  }
  return (
    <Message kind="calm" title={words.overTitle}>
      <p>{words.overSaved(last)}</p>
      {!isCut && (
        <button type="button" className="button" onClick={() => void autosave.submit()}>
          {words.submitNow}
        </button>
      )}
    </Message>
  );
}

function TimeSentence({ change: { kind, by, endsAt } }: { change: TimeChange }) {
  const words = useText(sheetText);
  const locale = useLocale();
  const end = formatClock(endsAt);
  const length = formatDuration(Math.round(by / 1_000) * 1_000, locale);
  const sentence =
    kind === 'resumed'
      ? words.resumed(end)
      : kind === 'more'
        ? words.moreTime(length, end)
        : words.lessTime(length, end);
  return <p className="message message--time">{sentence}</p>;
}

interface MessageProps {
  readonly kind: 'good' | 'warn' | 'bad' | 'calm';
  readonly title: string;
  readonly children: ReactNode;
}

function Message({ kind, title, children }: MessageProps) {
  return (
    <section className={`message message--${kind} stack-s`}>
      <h2 className="message__title">{title}</h2>
      {children}
    </section>
  );
}
