import { attemptResultText } from '#app/text/attempt-result.ts';
import { attemptsText } from '#app/text/attempts.ts';
import { markChangesText } from '#app/text/mark-changes.ts';
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
              <Verdict fraction={question.fraction} isVoid={question.correction?.kind === 'void'} />
            </p>
            <h3 className="question__prompt">
              <ItemText text={question.prompt} html={question.promptHtml} />
            </h3>
            {question.correction && <Corrected {...question.correction} />}
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

/** That the question was corrected after attempts, and why. */
function Corrected({ kind, reason }: NonNullable<ReviewedQuestion['correction']>) {
  const t = useText(markChangesText);
  return (
    <p className="notice notice--warn">
      {t.reviewKind[kind]} {t.reviewReason}: <span lang="vi">{reason}</span>
    </p>
  );
}

function Verdict({ fraction, isVoid }: { fraction: number; isVoid: boolean }) {
  const t = useText(attemptResultText);
  const corrected = useText(markChangesText);
  if (isVoid) return <span className="badge badge--quiet">{corrected.notCounted}</span>;
  if (fraction === 1) return <span className="badge badge--good">✓ {t.right}</span>;
  return <span className="badge badge--quiet">{fraction > 0 ? `◐ ${t.partly}` : `✗ ${t.wrong}`}</span>;
}
