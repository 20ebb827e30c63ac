import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { can } from '#app/domain/identity/permissions.ts';
import { TriedQuestion } from '#app/features/attempts/tried-question.tsx';
import { actInReview, getReview, seenNames } from '#app/features/authoring/index.server.ts';
import { PreviewFrame } from '#app/features/authoring/preview-frame.tsx';
import { ReviewPage } from '#app/features/authoring/review/review-page.tsx';
import { findSimilar } from '#app/features/bank/index.server.ts';
import { SimilarList } from '#app/features/bank/similar-list.tsx';
import { requireTopRight } from '#app/features/identity/guard.server.ts';
import { getFullNames } from '#app/features/identity/index.server.ts';
import { getTopUnit } from '#app/features/units/index.server.ts';
import { paths } from '#app/paths.ts';
import { now } from '#app/platform/clock.server.ts';
import { hasFaults } from '#app/platform/http/fault-title.server.ts';
import { refusalPage, statusOf } from '#app/platform/http/respond.server.ts';
import { authoringReviewText } from '#app/text/authoring-review.ts';
import { BankBreadcrumb } from '#app/ui/bank-breadcrumb.tsx';
import { deskStyles } from '#app/ui/desk-styles.ts';
import { formTitle } from '#app/ui/page-title.ts';

export const links = deskStyles;
export const meta = formTitle<typeof loader>(
  (locale, page) => page && authoringReviewText[locale].reviewTitle(page.view.id),
);

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const at = now();
  const actor = await requireTopRight(request, 'read-items', at);
  const view = await getReview(params['itemId'] ?? '');
  if (!view) throw refusalPage('not-found');
  const { text, ...shown } = view;
  const top = (await getTopUnit(at))?.path ?? '';
  const [similar, names] = await Promise.all([
    findSimilar({ body: text.body, excludeItemId: view.id }),
    getFullNames(seenNames(view)),
  ]);
  return {
    view: shown,
    similar,
    names: Object.fromEntries(names),
    isWriter: view.state.writerIds.includes(actor.accountId),
    mayWrite: can(actor, 'write-items', top),
    mayReview: can(actor, 'review-items', top),
    mayPublish: can(actor, 'publish-items', top),
    isFaulted: hasFaults(context),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const at = now();
  const form = Object.fromEntries(await request.formData().catch(() => new FormData()));
  const act = typeof form['do'] === 'string' ? form['do'] : '';
  const right =
    act === 'publish' ? 'publish-items' : act === 'endorse' || act === 'return' ? 'review-items' : 'read-items';
  const actor = await requireTopRight(request, right, at);
  const itemId = params['itemId'] ?? '';
  const text = (name: string): string => (typeof form[name] === 'string' ? form[name] : '');
  const done = await actInReview({ actor, itemId, act, text, now: at });
  if (!done.ok) {
    const said = { refusal: done.error, reason: text('reason'), text: text('text') };
    return data(said, { status: statusOf(done.error) });
  }
  throw redirect(act === 'publish' || act === 'return' ? paths.itemHistory(itemId) : paths.reviewItem(itemId));
}

export default function ItemReviewPage() {
  const { similar, ...page } = useLoaderData<typeof loader>();
  const said = useActionData<typeof action>();
  const { id, shown } = page.view;
  const preview = <PreviewFrame question={shown.preview} as={TriedQuestion} />;
  return (
    <div className="stack-l">
      <BankBreadcrumb here={id} />
      <ReviewPage {...page} said={said} preview={preview} similar={<SimilarList similar={similar} />} />
    </div>
  );
}
