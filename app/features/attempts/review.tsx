import { attemptResultText } from '#app/text/attempt-result.ts';
import { attemptsText } from '#app/text/attempts.ts';
import { ReviewedLines } from '#app/ui/answers/reviewed-lines.tsx';
import { ItemText } from '#app/ui/item-text.tsx';
import { useText } from '#app/ui/locale.tsx';
import type { ReviewedQuestion } from './get-result.server.ts';

/** Every question with its key and why; shown after the round has closed. */
export function Review({ questions }: { questions: readonly ReviewedQuestion[] }) {
  const t = useText(attemptResultText);
  const words = useText(attemptsText);
  return (
    <section className="stack" aria-labelledby="review">
      <h2 id="review">{t.reviewTitle}</h2>
      <ol className="review">
        {questions.map((question) => (
          <li className="panel stack-s" key={question.slot}>
            <p className="row row--apart">
              <span className="question__number number">{words.question(question.slot, questions.length)}</span>
              <Verdict fraction={question.fraction} />
            </p>
            <h3 className="question__prompt">
              <ItemText text={question.prompt} html={question.promptHtml} />
            </h3>
            <ReviewedLines {...question} showsWeights={question.isPartial} />
            <p>
              <strong>{t.why}:</strong> <ItemText text="" html={question.rationale} />
            </p>
            <p className="small quiet">
              {t.source}:{' '}
              <span lang="vi">
                {question.source.url ? (
                  <a href={question.source.url}>{question.source.title}</a>
                ) : (
                  question.source.title
                )}
                {question.source.page && `, ${question.source.page}`}
              </span>
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Verdict({ fraction }: { fraction: number }) {
  const t = useText(attemptResultText);
  if (fraction === 1) return <span className="badge badge--good">✓ {t.right}</span>;
  return <span className="badge badge--quiet">{fraction > 0 ? `◐ ${t.partly}` : `✗ ${t.wrong}`}</span>;
}
