import type { LoaderFunctionArgs } from '@remix-run/node';
import { Form, Link, useLoaderData } from '@remix-run/react';
import { getHistory } from '#app/features/authoring/index.server.ts';
import { Difference } from '#app/features/authoring/review/difference.tsx';
import { requireTopRight } from '#app/features/identity/guard.server.ts';
import { getFullNames } from '#app/features/identity/index.server.ts';
import { paths } from '#app/paths.ts';
import { now } from '#app/platform/clock.server.ts';
import { refusalPage } from '#app/platform/http/respond.server.ts';
import { authoringReviewText } from '#app/text/authoring-review.ts';
import { BankBreadcrumb } from '#app/ui/bank-breadcrumb.tsx';
import { deskStyles } from '#app/ui/desk-styles.ts';
import { formatExact } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import { pageTitle } from '#app/ui/page-title.ts';

export const links = deskStyles;
export const meta = pageTitle<typeof loader>(
  (locale, page) => page && authoringReviewText[locale].historyTitle(page.view.id),
);

/** Everything that happened to an item; ?from=1&to=3 compares two of its versions. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireTopRight(request, 'read-items', now());
  const query = new URL(request.url).searchParams;
  const numberOf = (name: string): number | undefined => Number(query.get(name)) || undefined;
  const view = await getHistory(params['itemId'] ?? '', { from: numberOf('from'), to: numberOf('to') });
  if (!view) throw refusalPage('not-found');
  const ids = [...view.events.map(({ actorId }) => actorId), ...view.versions.map(({ authorId }) => authorId)];
  return { view, names: Object.fromEntries(await getFullNames(ids.filter((id) => id !== undefined))) };
}

export default function HistoryPage() {
  const t = useText(authoringReviewText);
  const locale = useLocale();
  const { view, names } = useLoaderData<typeof loader>();
  const { versions, events, compared } = view;
  const choice = (name: 'from' | 'to', value: number | undefined) => (
    <div className="field">
      <label className="field__label" htmlFor={name}>
        {t[name]}
      </label>
      <select className="input" id={name} name={name} defaultValue={value} key={value}>
        {versions.map(({ id, number }) => (
          <option key={id} value={number}>
            {t.version(number)}
          </option>
        ))}
      </select>
    </div>
  );
  return (
    <div className="stack-l">
      <BankBreadcrumb here={t.historyTitle(view.id)} />
      <h1>{t.historyTitle(view.id)}</h1>
      <p className="row">
        <Link to={paths.manageItem(view.id)}>{t.back}</Link> <Link to={paths.reviewItem(view.id)}>{t.openReview}</Link>
      </p>
      <section className="stack" aria-labelledby="versions">
        <h2 id="versions">{t.versions}</h2>
        <ul>
          {versions.map(({ id, number, authorId, at, isCurrent }) => (
            <li key={id}>
              {t.version(number)}: {authorId === undefined ? t.noWriter : (names[authorId] ?? t.system)},{' '}
              {formatExact(at, locale)}
              {isCurrent && ` (${t.isCurrent})`}
            </li>
          ))}
        </ul>
        {versions.length > 1 && (
          <Form method="get" className="panel row">
            {choice('from', compared?.from)}
            {choice('to', compared?.to)}
            <button className="button button--quiet">{t.compare}</button>
          </Form>
        )}
        {compared && <Difference parts={compared.parts} />}
      </section>
      <section className="stack" aria-labelledby="events">
        <h2 id="events">{t.events}</h2>
        <ol className="stack-s">
          {events.map(({ id, kind, actorId, said, at }) => (
            <li key={id}>
              {formatExact(at, locale)}: {actorId === undefined ? t.system : (names[actorId] ?? t.system)}{' '}
              {t.kinds[kind]}
              {said !== '' && <span lang="vi">: {said}</span>}
            </li>
          ))}
        </ol>
      </section>
    </div>
  );
}
