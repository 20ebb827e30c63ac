import { Form } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { authoringReviewText } from '#app/text/authoring-review.ts';
import { authoringText } from '#app/text/authoring.ts';
import { useText } from '#app/ui/locale.tsx';

interface ReviewActsProps {
  readonly itemId: string;
  readonly versionId: string;
  /** The person wrote at this text: somebody else must decide. */
  readonly isWriter: boolean;
  readonly mayReview: boolean;
  readonly mayPublish: boolean;
  readonly hasErrors: boolean;
  /** A reason that was refused, as it was typed. */
  readonly typed: string;
}

/** What a second person can do with a frozen text. */
export function ReviewActs({ itemId, versionId, isWriter, mayReview, mayPublish, hasErrors, typed }: ReviewActsProps) {
  const t = useText(authoringReviewText);
  const desk = useText(authoringText);
  if (isWriter) {
    return (
      <div className="notice stack-s">
        <p>{t.ownText}</p>
        <Form method="post" action={paths.manageItem(itemId)}>
          <button className="button button--quiet" name="do" value="withdraw">
            {desk.withdraw}
          </button>
        </Form>
      </div>
    );
  }
  return (
    <div className="stack">
      <Form method="post" className="row">
        <input type="hidden" name="versionId" value={versionId} />
        {mayReview && (
          <button className="button button--quiet" name="do" value="endorse">
            {t.endorse}
          </button>
        )}
        {mayPublish && hasErrors && <p>{t.noPublish}</p>}
        {mayPublish && !hasErrors && (
          <button className="button" name="do" value="publish">
            {t.publish}
          </button>
        )}
      </Form>
      {mayReview && (
        <Form method="post" className="panel stack">
          <input type="hidden" name="versionId" value={versionId} />
          <div className="field">
            <label className="field__label" htmlFor="reason">
              {t.reason}
            </label>
            <textarea
              className="input"
              id="reason"
              name="reason"
              rows={3}
              minLength={5}
              maxLength={2_000}
              required
              defaultValue={typed}
            />
          </div>
          <div>
            <button className="button button--quiet" name="do" value="return">
              {t.returnIt}
            </button>
          </div>
        </Form>
      )}
    </div>
  );
}
