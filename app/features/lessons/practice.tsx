import { useFetcher } from '@remix-run/react';
import { useState } from 'react';
import { isChosen, isTyped, type Interaction } from '#app/domain/items/item.ts';
import type { RefusalCode } from '#app/domain/kernel/refusal.ts';
import { paths } from '#app/paths.ts';
import { lessonsText } from '#app/text/lessons.ts';
import { ReviewedLines } from '#app/ui/answers/reviewed-lines.tsx';
import { ItemText } from '#app/ui/item-text.tsx';
import { useText } from '#app/ui/locale.tsx';
import { CrossIcon, TickIcon } from '#app/ui/tick-icon.tsx';
import type { PracticeOutcome, PracticeResult } from './check-practice.server.ts';
import type { LessonView, PracticeQuestion } from './get-lesson.server.ts';
import { ANSWER_PREFIX, responseIn, ROWS_PREFIX } from './practice-answer.ts';
import { PracticeFields } from './practice-fields.tsx';

/** What the action of the lesson page answers to a practice form. */
export interface PracticeAnswer {
  readonly asked?: string | undefined;
  readonly practice?: PracticeResult | undefined;
  readonly refusal?: RefusalCode | undefined;
}

type Answers = Readonly<Record<string, readonly string[]>>;

/**
 * The practice questions of a lesson. Each is a form of its own that also carries the answers given before, so that the
 * server keeps no state: without scripts the page comes back with all explanations, with them they appear in place.
 */
export function Practice({ lesson, answer: posted }: { lesson: LessonView; answer: PracticeAnswer | undefined }) {
  const t = useText(lessonsText);
  const fetcher = useFetcher<PracticeAnswer>();
  const answer = fetcher.data ?? posted;
  const outcomes = new Map((answer?.practice?.outcomes ?? []).map((outcome) => [outcome.itemId, outcome]));
  const [given, setGiven] = useState<Answers>(() =>
    Object.fromEntries((posted?.practice?.outcomes ?? []).map(({ itemId, chosen }) => [itemId, chosen])),
  );
  if (lesson.practice.length === 0) return null;
  return (
    <section className="practice stack no-print" aria-labelledby="practice">
      <div className="stack-s">
        <h2 id="practice" tabIndex={-1}>
          {t.practice}
        </h2>
        <p className="quiet">{t.practiceLead}</p>
      </div>
      {lesson.practice.map((question, index) => (
        <fetcher.Form
          className="panel question stack"
          id={`q-${question.id}`}
          key={question.id}
          method="post"
          action={`${paths.lesson(lesson.topic.slug, lesson.slug)}#q-${question.id}`}
          onSubmit={(event) => {
            const data = new FormData(event.currentTarget);
            const rows = data.get(ROWS_PREFIX + question.id);
            const chosen = responseIn(
              data.getAll(ANSWER_PREFIX + question.id).map(String),
              typeof rows === 'string' ? rows : undefined,
            );
            setGiven((before) => ({ ...before, [question.id]: chosen }));
          }}
        >
          <input type="hidden" name="intent" value="practice" />
          <input type="hidden" name="asked" value={question.id} />
          <EarlierAnswers given={given} except={question.id} />
          <Question
            question={question}
            name={t.questionOf(index + 1, lesson.practice.length)}
            outcome={outcomes.get(question.id)}
            isChecking={fetcher.state !== 'idle' && fetcher.formData?.get('asked') === question.id}
            fault={faultOf(answer, question.id)}
          />
        </fetcher.Form>
      ))}
      <Score answer={answer} best={lesson.progress} />
    </section>
  );
}

function faultOf(answer: PracticeAnswer | undefined, itemId: string): 'chooseFirst' | 'checkFailed' | undefined {
  if (answer?.asked !== itemId) return undefined;
  if (answer.refusal) return 'checkFailed';
  return answer.practice?.outcomes.some((outcome) => outcome.itemId === itemId) ? undefined : 'chooseFirst';
}

function EarlierAnswers({ given, except }: { given: Answers; except: string }) {
  return Object.entries(given)
    .filter(([itemId]) => itemId !== except)
    .flatMap(([itemId, chosen]) =>
      chosen.map((id) => <input key={`${itemId} ${id}`} type="hidden" name={ANSWER_PREFIX + itemId} value={id} />),
    );
}

interface QuestionProps {
  readonly question: PracticeQuestion;
  readonly name: string;
  readonly outcome: PracticeOutcome | undefined;
  readonly isChecking: boolean;
  readonly fault: 'chooseFirst' | 'checkFailed' | undefined;
}

function Question({ question, name, outcome, isChecking, fault }: QuestionProps) {
  const t = useText(lessonsText);
  const isMultiple = question.interaction === 'multipleChoice';
  const isChoice = isChosen(question.interaction);
  const isSingle = isChoice && !isMultiple;
  const resultId = `result-${question.id}`;
  return (
    <>
      <fieldset aria-describedby={resultId}>
        <legend className="question__prompt stack-s">
          <span className="small quiet number">{name}</span>
          <ItemText className="question__words" text={question.prompt} html={question.promptHtml} />
          {/* why not for several: the prompt of such a question asks for all right options itself */}
          {isSingle && <span className="small quiet">{t.chooseOne}</span>}
        </legend>
        {!isChoice && <PracticeFields question={question} chosen={outcome?.chosen ?? []} />}
        {(isChoice ? question.optionIds : []).map((optionId, index) => (
          <label className={`choice ${markOf(outcome, optionId)}`} key={optionId}>
            <input
              type={isMultiple ? 'checkbox' : 'radio'}
              name={ANSWER_PREFIX + question.id}
              value={optionId}
              defaultChecked={outcome?.chosen.includes(optionId) ?? false}
            />
            <span className="choice__words">
              <ItemText text={question.options[index] ?? ''} html={question.optionsHtml?.[index]} />
              {outcome && <OptionWords outcome={outcome} optionId={optionId} />}
            </span>
          </label>
        ))}
      </fieldset>
      <button className="button button--quiet" aria-disabled={isChecking}>
        {isChecking ? t.checking : outcome ? t.checkAgain : t.check}
      </button>
      <div id={resultId} role="status">
        {fault && <p className="field__fault">{t[fault]}</p>}
        {outcome && <Explanation outcome={outcome} interaction={question.interaction} />}
      </div>
    </>
  );
}

function markOf(outcome: PracticeOutcome | undefined, optionId: string): string {
  if (outcome?.key.includes(optionId)) return 'choice--key';
  return outcome?.chosen.includes(optionId) ? 'choice--wrong' : '';
}

function OptionWords({ outcome, optionId }: { outcome: PracticeOutcome; optionId: string }) {
  const t = useText(lessonsText);
  const isKey = outcome.key.includes(optionId);
  const isOwn = outcome.chosen.includes(optionId);
  if (!isKey && !isOwn) return null;
  const words = [isKey ? t.isKey : t.wrong, isOwn ? t.yourChoice : ''].filter(Boolean).join(' · ');
  return (
    <span className="choice__mark small">
      {isKey ? <TickIcon /> : <CrossIcon />}
      {words}
      {outcome.optionRationales[optionId] && <ItemText text="" html={outcome.optionRationales[optionId]} />}
    </span>
  );
}

function Explanation({ outcome, interaction }: { outcome: PracticeOutcome; interaction: Interaction }) {
  const t = useText(lessonsText);
  return (
    <div className={`notice stack-s ${outcome.isRight ? 'notice--good' : 'notice--warn'}`}>
      <p className="verdict">
        {outcome.isRight ? <TickIcon /> : <CrossIcon />}
        <strong>{outcome.isRight ? t.right : t.wrong}</strong>
      </p>
      {outcome.lines.length > 0 && (
        <ReviewedLines
          interaction={interaction}
          lines={outcome.lines}
          typed={isTyped(interaction) ? outcome.chosen[0] : undefined}
          showsWeights={false}
        />
      )}
      <p>
        <ItemText text="" html={outcome.rationale} />
      </p>
      <p className="small quiet">
        {t.source}{' '}
        <span lang="vi">
          {outcome.source.url ? (
            <a href={outcome.source.url} rel="noreferrer">
              {outcome.source.title}
            </a>
          ) : (
            outcome.source.title
          )}
        </span>
      </p>
    </div>
  );
}

function Score({ answer, best }: { answer: PracticeAnswer | undefined; best: LessonView['progress'] }) {
  const t = useText(lessonsText);
  const result = answer?.practice;
  const answered = result?.outcomes.length ?? 0;
  return (
    <p className="number" role="status">
      {result && answered > 0 && (
        <strong>
          {answered === result.total
            ? t.practiceDone(result.right, result.total)
            : t.practiceScore(result.right, answered, result.total)}
        </strong>
      )}{' '}
      {best && best.practiceTotal > 0 && (
        <span className="quiet">{t.practiceBest(best.practiceRight, best.practiceTotal)}</span>
      )}
    </p>
  );
}
