import { Form } from '@remix-run/react';
import { ITEM_FIELDS } from '#app/domain/items/finding.ts';
import { authoringReviewText } from '#app/text/authoring-review.ts';
import { findingsText } from '#app/text/findings.ts';
import { formatInstant } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import type { CommentLine } from '../talk/comment.repo.server.ts';

interface CommentsProps {
  readonly comments: readonly CommentLine[];
  readonly names: Readonly<Record<string, string>>;
  /** Where the forms are posted. */
  readonly action: string;
  readonly mayComment: boolean;
  /** A comment that was refused, as it was typed. */
  readonly typed?: string;
}

/** What author and reviewers say to one another, by the part that it is about. */
export function Comments({ comments, names, action, mayComment, typed = '' }: CommentsProps) {
  const t = useText(authoringReviewText);
  const { field: fields } = useText(findingsText);
  const locale = useLocale();
  return (
    <section className="stack" aria-labelledby="comments">
      <h2 id="comments">{t.comments}</h2>
      {comments.length === 0 && <p className="quiet">{t.noComments}</p>}
      <ul className="stack">
        {comments.map(({ id, authorId, field, text, at, resolvedAt }) => (
          <li key={id} className="panel stack-s">
            <p className="small quiet">
              {names[authorId] ?? t.system} · {formatInstant(at, locale)} · {field === '' ? t.whole : fields[field]}
              {resolvedAt !== undefined && ` · ${t.resolved}`}
            </p>
            <p lang="vi">{text}</p>
            {mayComment && resolvedAt === undefined && (
              <Form method="post" action={action}>
                <input type="hidden" name="commentId" value={id} />
                <button className="button button--quiet button--small" name="do" value="resolve">
                  {t.resolve}
                </button>
              </Form>
            )}
          </li>
        ))}
      </ul>
      {mayComment && (
        <Form method="post" action={action} className="panel stack" key={comments.length}>
          <div className="field">
            <label className="field__label" htmlFor="field">
              {t.commentField}
            </label>
            <select className="input" id="field" name="field" defaultValue="">
              <option value="">{t.whole}</option>
              {ITEM_FIELDS.map((field) => (
                <option key={field} value={field}>
                  {fields[field]}
                </option>
              ))}
            </select>
          </div>
          <div className="field">
            <label className="field__label" htmlFor="comment">
              {t.comment}
            </label>
            <textarea
              className="input"
              id="comment"
              name="text"
              rows={3}
              maxLength={2_000}
              required
              defaultValue={typed}
            />
          </div>
          <div>
            <button className="button button--quiet" name="do" value="comment">
              {t.send}
            </button>
          </div>
        </Form>
      )}
    </section>
  );
}
