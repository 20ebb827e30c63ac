import { Form, Link } from '@remix-run/react';
import type { ItemState } from '#app/domain/items/lifecycle.ts';
import { paths } from '#app/paths.ts';
import { authoringReviewText } from '#app/text/authoring-review.ts';
import { authoringText } from '#app/text/authoring.ts';
import { useText } from '#app/ui/locale.tsx';

interface DeskActsProps {
  readonly id: string;
  readonly state: ItemState;
  readonly mayWrite: boolean;
  readonly mayPublish: boolean;
}

/** How far an item is, and what else can be done with it. */
export function DeskActs({ id, state, mayWrite, mayPublish }: DeskActsProps) {
  const t = useText(authoringText);
  const review = useText(authoringReviewText);
  const { status, work } = state;
  const act = (value: string, words: string) => (
    <button className="button button--quiet button--small" name="do" value={value}>
      {words}
    </button>
  );
  return (
    <Form method="post" className="stack-s">
      <p>
        {t.state}: <strong>{t.states[work === 'review' ? 'review' : status]}</strong>.{' '}
        {work === 'review' ? t.inReview : state.hasPublishedVersion && work === 'draft' ? t.revising : ''}
      </p>
      <div className="item-acts">
        <Link to={paths.reviewItem(id)}>{review.openReview}</Link>
        <Link to={paths.itemHistory(id)}>{review.history}</Link>
        {mayWrite && work === 'review' && act('withdraw', t.withdraw)}
        {mayWrite && act('duplicate', t.duplicate)}
        {mayPublish && status === 'published' && work === 'none' && act('retire', t.retire)}
        {mayPublish && status === 'retired' && act('restore', t.restore)}
      </div>
    </Form>
  );
}
