import { Form } from '@remix-run/react';
import { authoringReviewText } from '#app/text/authoring-review.ts';
import { useText } from '#app/ui/locale.tsx';

interface ReviewActsProps {
  readonly versionId: string;
  /** The person wrote at this text: somebody else must decide. */
  readonly isWriter: boolean;
  readonly mayReview: boolean;
  readonly mayPublish: boolean;
  readonly hasErrors: boolean;
}

/** What a second person can do with a frozen text. */
export function ReviewActs({ versionId, isWriter, mayReview, mayPublish, hasErrors }: ReviewActsProps) {
  const t = useText(authoringReviewText);
  if (isWriter) return <p className="notice">{t.ownText}</p>;
  return (
    <div className="stack">
      <Form method="post" className="row">
        <input type="hidden" name="versionId" value={versionId} />
        {mayReview && (
          <button className="button button--quiet" name="do" value="endorse">
            {t.endorse}
          </button>
        )}
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
            <textarea className="input" id="reason" name="reason" rows={3} maxLength={2_000} required />
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
