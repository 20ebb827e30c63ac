import { Form, Link, useNavigation, useSubmit } from '@remix-run/react';
import { useState, type FormEvent } from 'react';
import type { Instant } from '#app/domain/kernel/time.ts';
import { paths } from '#app/paths.ts';
import { attemptsText } from '#app/text/attempts.ts';
import { useText } from '#app/ui/locale.tsx';
import type { AnswerSheet } from './get-answer-sheet.server.ts';
import { SaveBadge } from './save-badge.tsx';
import { TimeLeft } from './time-left.tsx';
import { useAutosave } from './use-autosave.ts';

/** What is answered and what is not, once more before submitting. Submits only when nothing waits on the device. */
export function CheckBeforeSubmit({ sheet, serverNow }: { sheet: AnswerSheet; serverNow: Instant }) {
  const t = useText(attemptsText);
  const { attemptId, questions } = sheet;
  const autosave = useAutosave({ attemptId, sequence: sheet.sequence });
  const submit = useSubmit();
  const navigation = useNavigation();
  const [isHeldBack, setIsHeldBack] = useState(false);
  const blank = questions.filter((question) => question.places.length === 0);
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
        <TimeLeft deadlineAt={sheet.deadlineAt} serverNow={serverNow} onOver={() => submit(null, { method: 'post', action: paths.submitAttempt(attemptId) })} />
        <p className="sheet__count number">{t.answered(questions.length - blank.length, questions.length)}</p>
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
          <ul>
            {blank.map((question) => (
              <li key={question.slot}>
                <Link to={questionPath(question.slot)}>{t.goToQuestion(question.slot)}</Link>
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
      <Form
        method="post"
        action={paths.submitAttempt(attemptId)}
        className="stack-s"
        onSubmit={(event) => void submitWhenSent(event)}
      >
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
          {questions.map((question) => (
            <li key={question.slot}>
              <span className="number">{question.slot}</span>
              <span className={question.places.length === 0 ? 'answers__blank' : undefined}>
                {question.places.length === 0
                  ? t.blank
                  : question.places.map((place) => question.options[place - 1]).join('; ')}
              </span>
              <Link to={questionPath(question.slot)} aria-label={`${t.change} ${t.question(question.slot, questions.length)}`}>
                {t.change}
              </Link>
            </li>
          ))}
        </ol>
      </section>
    </div>
  );
}
