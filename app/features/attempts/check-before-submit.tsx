import { Form, Link, useNavigation, useSubmit } from '@remix-run/react';
import { useState, type FormEvent } from 'react';
import type { Instant } from '#app/domain/kernel/time.ts';
import { paths } from '#app/paths.ts';
import { attemptsText } from '#app/text/attempts.ts';
import { useText } from '#app/ui/locale.tsx';
import { SaveBadge } from './save-badge.tsx';
import { TimeLeft } from './time-left.tsx';
import { useAutosave } from './use-autosave.ts';

/** An attempt as the check shows it: the chosen words only. */
export interface CheckedAttempt {
  readonly attemptId: string;
  readonly deadlineAt: Instant;
  readonly sequence: number;
  readonly answers: readonly { readonly slot: number; readonly chosen: readonly string[] }[];
}

/** What is answered and what is not, once more before submitting. Submits only when nothing waits on the device. */
export function CheckBeforeSubmit({ attempt, serverNow }: { attempt: CheckedAttempt; serverNow: Instant }) {
  const t = useText(attemptsText);
  const { attemptId, deadlineAt, sequence, answers } = attempt;
  const autosave = useAutosave({ attemptId, sequence });
  const submit = useSubmit();
  const navigation = useNavigation();
  const [isHeldBack, setIsHeldBack] = useState(false);
  const blank = answers.filter((answer) => answer.chosen.length === 0);
  const questionPath = (slot: number): string => `${paths.attempt(attemptId)}?q=${slot}#question-${slot}`;

  const submitWhenSent = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    const form = event.currentTarget;
    event.preventDefault();
    const isSent = await autosave.flush();
    setIsHeldBack(!isSent);
    if (isSent) submit(form);
  };
  return (
    <div className="narrow stack-l">
      <div className="sheet__bar">
        <TimeLeft deadlineAt={deadlineAt} serverNow={serverNow} onOver={() => submit(null, { method: 'post' })} />
        <p className="sheet__count number">{t.answered(answers.length - blank.length, answers.length)}</p>
        {autosave.waiting.size > 0 && <SaveBadge autosave={autosave} attemptId={attemptId} />}
      </div>
      <h1>{t.checkTitle}</h1>
      {blank.length === 0 ? (
        <p className="notice notice--good">{t.checkAll}</p>
      ) : (
        <div className="notice notice--warn stack-s">
          <p>
            <strong>{t.checkBlank(blank.length)}</strong>
          </p>
          <ul className="blanks">
            {blank.map((question) => (
              <li key={question.slot}>
                <Link to={questionPath(question.slot)} aria-label={t.goToQuestion(question.slot)}>
                  {t.slot(question.slot)}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      )}
      {isHeldBack && (
        <p className="notice notice--bad" role="alert">
          {t.waitingBeforeSubmit}
        </p>
      )}
      <Form method="post" className="stack-s" onSubmit={(event) => void submitWhenSent(event)}>
        <button className="button button--large button--wide" disabled={navigation.state !== 'idle'}>
          {t.submit}
        </button>
        <p className="small quiet">{t.submitNote}</p>
        <Link className="button button--quiet button--wide" to={paths.attempt(attemptId)}>
          {t.goOn}
        </Link>
      </Form>
      <section className="stack-s" aria-labelledby="summary">
        <h2 id="summary">{t.summary}</h2>
        <ol className="answers">
          {answers.map(({ slot, chosen }) => (
            <li key={slot}>
              <span className="number">{slot}</span>
              {chosen.length === 0 ? (
                <span className="answers__blank">{t.blank}</span>
              ) : (
                <span lang="vi">{chosen.join('; ')}</span>
              )}
              <Link to={questionPath(slot)} aria-label={`${t.change} ${t.question(slot, answers.length)}`}>
                {t.change}
              </Link>
            </li>
          ))}
        </ol>
      </section>
    </div>
  );
}
