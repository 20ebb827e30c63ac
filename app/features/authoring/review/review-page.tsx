import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import type { RefusalCode } from '#app/domain/kernel/refusal.ts';
import { paths } from '#app/paths.ts';
import { authoringReviewText } from '#app/text/authoring-review.ts';
import { refusalText } from '#app/text/refusals.ts';
import { formatInstant } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import { Comments } from './comments.tsx';
import { Difference } from './difference.tsx';
import type { ReviewView } from './get-review.server.ts';
import { ReviewActs } from './review-acts.tsx';
import { ShownVersion } from './shown-version.tsx';

/** What the last posted form was refused for, with what was typed in it. */
export interface ReviewAnswer {
  readonly refusal: RefusalCode;
  readonly reason: string;
  readonly text: string;
}

interface ReviewPageProps {
  readonly view: Omit<ReviewView, 'text'>;
  readonly names: Readonly<Record<string, string>>;
  /** The person wrote at the text. */
  readonly isWriter: boolean;
  readonly mayWrite: boolean;
  readonly mayReview: boolean;
  readonly mayPublish: boolean;
  readonly said: ReviewAnswer | undefined;
  readonly preview: ReactNode;
  /** What in the bank resembles it. */
  readonly similar: ReactNode;
}

/** The page on which a second person decides about a frozen text. */
export function ReviewPage({ view, names, said, preview, similar, ...may }: ReviewPageProps) {
  const t = useText(authoringReviewText);
  const refusals = useText(refusalText);
  const locale = useLocale();
  const { waiting, shown } = view;
  const nameOf = (id: string | undefined): string => (id === undefined ? t.noWriter : (names[id] ?? t.system));
  return (
    <>
      <h1>{t.reviewTitle(view.id)}</h1>
      {said && (
        <p className="notice notice--bad" role="alert">
          {refusals[said.refusal]}
        </p>
      )}
      <p>
        {waiting
          ? t.frozen(waiting.number, nameOf(waiting.authorId), formatInstant(waiting.at, locale))
          : t.nothingWaits}
      </p>
      <p className="row">
        <Link to={paths.manageItem(view.id)}>{t.back}</Link> <Link to={paths.itemHistory(view.id)}>{t.history}</Link>
      </p>
      {similar}
      <ShownVersion shown={shown} preview={preview} />
      <section className="stack" aria-labelledby="difference">
        <h2 id="difference">{t.difference}</h2>
        {view.difference ? <Difference parts={view.difference} /> : <p>{t.firstVersion}</p>}
      </section>
      <p>
        {t.endorsements}: {view.endorserIds.length === 0 ? t.noEndorsement : view.endorserIds.map(nameOf).join(', ')}
      </p>
      {waiting && (
        <ReviewActs
          itemId={view.id}
          versionId={waiting.id}
          isWriter={may.isWriter}
          mayReview={may.mayReview}
          mayPublish={may.mayPublish}
          hasErrors={shown.findings.some(({ level }) => level === 'error')}
          typed={said?.reason ?? ''}
        />
      )}
      <Comments
        comments={view.comments}
        names={names}
        action={paths.reviewItem(view.id)}
        mayComment={may.mayWrite || may.mayReview}
        typed={said?.text ?? ''}
      />
    </>
  );
}
