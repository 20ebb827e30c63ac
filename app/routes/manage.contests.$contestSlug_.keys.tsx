import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { findContest } from '#app/features/contests/index.server.ts';
import { requireTopRight } from '#app/features/identity/guard.server.ts';
import { getFullNames } from '#app/features/identity/index.server.ts';
import { countWaitingOf } from '#app/features/proposals/index.server.ts';
import { CorrectionHistory } from '#app/features/regrading/views/correction-history.tsx';
import { getKeyItem, listKeyItems } from '#app/features/regrading/index.server.ts';
import { KeyForm } from '#app/features/regrading/views/key-form.tsx';
import { KeyItemView } from '#app/features/regrading/views/key-item-view.tsx';
import { KeyList } from '#app/features/regrading/views/key-list.tsx';
import { KeysFrame } from '#app/features/regrading/views/keys-frame.tsx';
import { valuesOf } from '#app/features/regrading/views/keys-page.ts';
import { paths } from '#app/paths.ts';
import { now } from '#app/platform/clock.server.ts';
import { pageOf } from '#app/platform/http/query.server.ts';
import { refusalPage } from '#app/platform/http/respond.server.ts';
import { proposalsText } from '#app/text/proposals.ts';
import { keysText } from '#app/text/keys.ts';
import { keysStyles } from '#app/ui/keys-styles.ts';
import { useText } from '#app/ui/locale.tsx';
import { pageTitle } from '#app/ui/page-title.ts';

export const links = keysStyles;
export const meta = pageTitle<typeof loader>((locale, page) => page && keysText[locale].pageTitle(page.contest.title));

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireTopRight(request, 'correct-keys', now());
  const contest = await findContest({ slug: params['contestSlug'] ?? '' });
  if (!contest) throw refusalPage('not-found');
  const query = new URL(request.url).searchParams;
  const words = (query.get('q') ?? '').slice(0, 200);
  const asked = query.get('item');
  const [item, list] = await Promise.all([
    asked === null ? undefined : getKeyItem(contest.slug, asked),
    listKeyItems(contest, { words, page: pageOf(request) }),
  ]);
  if (asked !== null && !item) throw refusalPage('not-found');
  const waiting = await countWaitingOf(contest.id, 'correctKey');
  const names = await getFullNames(list.history.map(({ actorId }) => actorId));
  return {
    contest: { slug: contest.slug, title: contest.title },
    item,
    values: item && valuesOf(item, query.get('kind') ?? ''),
    words,
    list,
    names: Object.fromEntries(names),
    waiting,
  };
}

export default function KeysPage() {
  const t = useText(keysText);
  const proposals = useText(proposalsText);
  const { contest, item, values, words, list, names, waiting } = useLoaderData<typeof loader>();
  const { slug } = contest;
  const history = item ? list.history.filter((row) => row.itemVersionId === item.itemVersionId) : list.history;
  const isGoing = list.history.some(({ of }) => of !== undefined);
  return (
    <KeysFrame contest={contest} here={item && t.itemTitle(item.itemId)} lead={t.lead}>
      {isGoing && (
        <p className="notice" role="status">
          {t.started}
        </p>
      )}
      {waiting > 0 && (
        <p className="notice">
          {proposals.waitingHere(waiting)} <Link to={paths.manageProposals()}>{proposals.toWaiting}</Link>
        </p>
      )}
      {item && values ? (
        <>
          <p className="no-print">
            <Link to={paths.keys(slug)}>{t.backToList}</Link>
          </p>
          <div className="keys-item">
            <KeyItemView item={item} editor={paths.manageItem(item.itemId)} />
            <KeyForm
              key={`${item.itemVersionId} ${values.kind}`}
              slug={slug}
              item={item}
              values={values}
              faults={undefined}
            />
          </div>
        </>
      ) : (
        <KeyList slug={slug} words={words} {...list} />
      )}
      <CorrectionHistory slug={slug} rows={history} names={names} />
    </KeysFrame>
  );
}
