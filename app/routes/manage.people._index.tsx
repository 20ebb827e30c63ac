import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireDuties } from '#app/features/identity/guard.server.ts';
import { listPeople } from '#app/features/identity/index.server.ts';
import { PeopleList } from '#app/features/identity/people/people-list.tsx';
import { PeopleQuery } from '#app/features/identity/people/person.schema.ts';
import { recordLooks } from '#app/features/operations/index.server.ts';
import { paths } from '#app/paths.ts';
import { now } from '#app/platform/clock.server.ts';
import { refusalPage } from '#app/platform/http/respond.server.ts';
import { accountsText } from '#app/text/accounts.ts';
import { manageText } from '#app/text/manage.ts';
import { useText } from '#app/ui/locale.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { Breadcrumb } from '#app/ui/pieces.tsx';
import { recoveryStyles } from '#app/ui/recovery-styles.ts';

export const links = recoveryStyles;
export const meta = pageTitle<typeof loader>((locale) => accountsText[locale].title);

export async function loader({ request }: LoaderFunctionArgs) {
  const at = now();
  const actor = await requireDuties(request);
  const { q, unit, page } = PeopleQuery.parse(Object.fromEntries(new URL(request.url).searchParams));
  const listed = await listPeople({ actor, text: q, unitId: unit, page, now: at });
  if (!listed.ok) throw refusalPage(listed.error);
  const subject = `unit:${listed.value.unit?.id ?? actor.grants[0]?.unitId ?? actor.unitId}` as const;
  const accountIds = listed.value.people.map(({ accountId }) => accountId);
  await recordLooks({ actor, action: 'accounts.seen', subject, accountIds, now: at });
  return { list: listed.value, query: q };
}

export default function PeoplePage() {
  const t = useText(accountsText);
  const words = useText(manageText);
  const { list, query } = useLoaderData<typeof loader>();
  return (
    <div className="stack-l">
      <header className="stack-s">
        <Breadcrumb steps={[{ to: paths.manage(), name: words.title }]} here={t.title} />
        <h1>{t.title}</h1>
        <p className="measure quiet">{t.lead}</p>
      </header>
      <PeopleList list={list} query={query} />
    </div>
  );
}
