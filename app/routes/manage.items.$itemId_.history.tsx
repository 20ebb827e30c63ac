import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { TriedQuestion } from '#app/features/attempts/tried-question.tsx';
import { getHistory } from '#app/features/authoring/index.server.ts';
import { PreviewFrame } from '#app/features/authoring/preview-frame.tsx';
import { ShownVersion } from '#app/features/authoring/review/shown-version.tsx';
import { VersionList } from '#app/features/authoring/review/version-list.tsx';
import { requireTopRight } from '#app/features/identity/guard.server.ts';
import { getFullNames } from '#app/features/identity/index.server.ts';
import { paths } from '#app/paths.ts';
import { now } from '#app/platform/clock.server.ts';
import { refusalPage } from '#app/platform/http/respond.server.ts';
import { authoringReviewText } from '#app/text/authoring-review.ts';
import { BankBreadcrumb } from '#app/ui/bank-breadcrumb.tsx';
import { deskStyles } from '#app/ui/desk-styles.ts';
import { formatInstant } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import { pageTitle } from '#app/ui/page-title.ts';

export const links = deskStyles;
export const meta = pageTitle<typeof loader>(
  (locale, page) => page && authoringReviewText[locale].historyTitle(page.view.id),
);

/** Everything that happened to an item; ?from=1&to=3 compares two of its versions, ?open=2 shows one in full. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireTopRight(request, 'read-items', now());
  const query = new URL(request.url).searchParams;
  const numberOf = (name: string): number | undefined => Number(query.get(name)) || undefined;
  const view = await getHistory(params['itemId'] ?? '', {
    from: numberOf('from'),
    to: numberOf('to'),
    open: numberOf('open'),
  });
  if (!view) throw refusalPage('not-found');
  const ids = [...view.events.map(({ actorId }) => actorId), ...view.versions.map(({ authorId }) => authorId)];
  return { view, names: Object.fromEntries(await getFullNames(ids.filter((id) => id !== undefined))) };
}

export default function HistoryPage() {
  const t = useText(authoringReviewText);
  const locale = useLocale();
  const { view, names } = useLoaderData<typeof loader>();
  const { events, opened } = view;
  return (
    <div className="stack-l">
      <BankBreadcrumb here={t.historyTitle(view.id)} />
      <h1>{t.historyTitle(view.id)}</h1>
      <p className="row">
        <Link to={paths.manageItem(view.id)}>{t.back}</Link> <Link to={paths.reviewItem(view.id)}>{t.openReview}</Link>
      </p>
      {opened && (
        <section className="stack" aria-labelledby="opened">
          <h2 id="opened">{t.version(opened.number)}</h2>
          <ShownVersion
            shown={opened.shown}
            preview={<PreviewFrame question={opened.shown.preview} as={TriedQuestion} />}
          />
        </section>
      )}
      <VersionList view={view} names={names} />
      <section className="stack" aria-labelledby="events">
        <h2 id="events">{t.events}</h2>
        {events.length === 0 && <p className="quiet">{t.noEvents}</p>}
        <ol className="stack-s">
          {events.map(({ id, kind, actorId, said, at }) => (
            <li key={id}>
              {formatInstant(at, locale)}: {actorId === undefined ? t.system : (names[actorId] ?? t.system)}{' '}
              {t.kinds[kind]}
              {said !== '' && <span lang="vi">: {said}</span>}
            </li>
          ))}
        </ol>
      </section>
    </div>
  );
}
