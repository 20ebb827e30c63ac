import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { can } from '#app/domain/identity/permissions.ts';
import { TriedQuestion } from '#app/features/attempts/tried-question.tsx';
import { Findings } from '#app/features/authoring/item-editor.tsx';
import { actInReview, getReview, seenNames } from '#app/features/authoring/index.server.ts';
import { PreviewFrame } from '#app/features/authoring/preview-frame.tsx';
import { Comments } from '#app/features/authoring/review/comments.tsx';
import { Difference } from '#app/features/authoring/review/difference.tsx';
import { ReviewActs } from '#app/features/authoring/review/review-acts.tsx';
import { requireTopRight } from '#app/features/identity/guard.server.ts';
import { getFullNames } from '#app/features/identity/index.server.ts';
import { getTopUnit } from '#app/features/units/index.server.ts';
import { paths } from '#app/paths.ts';
import { now } from '#app/platform/clock.server.ts';
import { hasFaults } from '#app/platform/http/fault-title.server.ts';
import { refusalPage, statusOf } from '#app/platform/http/respond.server.ts';
import { authoringReviewText } from '#app/text/authoring-review.ts';
import { refusalText } from '#app/text/refusals.ts';
import { ReviewedLines } from '#app/ui/answers/reviewed-lines.tsx';
import { BankBreadcrumb } from '#app/ui/bank-breadcrumb.tsx';
import { deskStyles } from '#app/ui/desk-styles.ts';
import { formatInstant } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
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
  const top = (await getTopUnit(at))?.path ?? '';
  const may = { mayReview: can(actor, 'review-items', top), mayPublish: can(actor, 'publish-items', top) };
  const names = Object.fromEntries(await getFullNames(seenNames(view)));
  const isWriter = view.state.writerIds.includes(actor.accountId);
  return { view, names, isWriter, ...may, isFaulted: hasFaults(context) };
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
  if (!done.ok) return data({ refusal: done.error }, { status: statusOf(done.error) });
  throw redirect(act === 'publish' || act === 'return' ? paths.itemHistory(itemId) : paths.reviewItem(itemId));
}

export default function ReviewPage() {
  const t = useText(authoringReviewText);
  const refusals = useText(refusalText);
  const locale = useLocale();
  const { view, names, isWriter, mayReview, mayPublish } = useLoaderData<typeof loader>();
  const said = useActionData<typeof action>();
  const { waiting } = view;
  const nameOf = (id: string | undefined): string => (id === undefined ? t.noWriter : (names[id] ?? t.system));
  return (
    <div className="stack-l">
      <BankBreadcrumb here={t.reviewTitle(view.id)} />
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
      <div className="item-desk">
        <PreviewFrame
          phone={<TriedQuestion question={view.preview} of={1} />}
          wide={<TriedQuestion question={{ ...view.preview, slot: 2 }} of={2} />}
        />
        <section className="stack" aria-labelledby="answer">
          <h2 id="answer">{t.answer}</h2>
          <ReviewedLines interaction={view.interaction} lines={view.lines} showsWeights />
          <div lang="vi" dangerouslySetInnerHTML={{ __html: view.rationale }} />
          <p className="small quiet" lang="vi">
            {view.source}
          </p>
          <Findings findings={view.findings} />
        </section>
      </div>
      <section className="stack" aria-labelledby="difference">
        <h2 id="difference">{t.difference}</h2>
        {view.difference ? <Difference parts={view.difference} /> : <p>{t.firstVersion}</p>}
      </section>
      <p>
        {t.endorsements}: {view.endorserIds.length === 0 ? t.noEndorsement : view.endorserIds.map(nameOf).join(', ')}
      </p>
      {waiting && (
        <ReviewActs
          {...{ isWriter, mayReview, mayPublish, versionId: waiting.id }}
          hasErrors={view.findings.some(({ level }) => level === 'error')}
        />
      )}
      <Comments comments={view.comments} names={names} action={paths.reviewItem(view.id)} mayComment />
    </div>
  );
}
