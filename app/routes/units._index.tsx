import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Form, Link, useLoaderData } from '@remix-run/react';
import { ChargeList } from '#app/features/identity/charges/charge-list.tsx';
import { getActor } from '#app/features/identity/guard.server.ts';
import { listCharges } from '#app/features/identity/index.server.ts';
import { dayOfTree, findUnits, getUnitBrowser } from '#app/features/units/index.server.ts';
import { TreeDayForm, UnitBrowser } from '#app/features/units/unit-browser.tsx';
import { UnitHitList } from '#app/features/units/unit-list.tsx';
import { UnitQuery } from '#app/features/units/unit.schema.ts';
import { unitsHref } from '#app/features/units/units-address.ts';
import { now } from '#app/platform/clock.server.ts';
import { readPreferences } from '#app/platform/http/preferences.server.ts';
import { shellText } from '#app/text/shell.ts';
import { unitsText } from '#app/text/units.ts';
import { formatDate } from '#app/ui/format.ts';
import { useText } from '#app/ui/locale.tsx';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: shellText[data?.locale ?? 'vi'].titleOf(unitsText[data?.locale ?? 'vi'].title) },
  { name: 'description', content: unitsText[data?.locale ?? 'vi'].lead },
];

/** ?q= searches, ?open= opens a branch, ?tree=2025-06-30 shows the tree of that day. */
export async function loader({ request }: LoaderFunctionArgs) {
  const serverNow = now();
  const [{ locale }, actor] = await Promise.all([readPreferences(request), getActor(request)]);
  const asked = new URL(request.url).searchParams;
  const query = UnitQuery.parse(asked.get('q')).trim();
  const given = asked.get('tree') || null;
  const day = dayOfTree(given);
  const at = day?.at ?? serverNow;
  const frame = {
    locale,
    query,
    tree: day?.text,
    day: day?.at,
    isNoDay: given !== null && !day,
  };
  if (query !== '') {
    return {
      ...frame,
      hits: await findUnits({ query, now: serverNow, at, only: 'all' }),
      browser: undefined,
      charges: [],
    };
  }
  const open = UnitQuery.parse(asked.get('open')) || undefined;
  const [browser, charges] = await Promise.all([
    getUnitBrowser({ open, at, now: serverNow }),
    open === undefined && !day ? listCharges(actor, serverNow) : [],
  ]);
  return { ...frame, hits: undefined, browser, charges };
}

export default function UnitsPage() {
  const t = useText(unitsText);
  const { query, hits, browser, charges, tree, day, isNoDay } = useLoaderData<typeof loader>();
  return (
    <div className="stack-l">
      <header className="stack-s">
        <h1>{t.title}</h1>
        <p className="lead">{t.lead}</p>
      </header>
      <Form className="unit-picker__search measure" role="search">
        {tree && <input type="hidden" name="tree" value={tree} />}
        <input
          className="input"
          type="search"
          name="q"
          key={query}
          defaultValue={query}
          maxLength={100}
          aria-label={t.search}
        />
        <button className="button">{t.find}</button>
      </Form>
      <ChargeList charges={charges} />
      {isNoDay && <p className="notice">{t.noDay}</p>}
      {day && (
        <p className="notice">
          {t.treeOf(formatDate(day))} <Link to={unitsHref({ q: query })}>{t.treeOfToday}</Link>
        </p>
      )}
      {hits && (
        <section className="stack" aria-labelledby="hits">
          <h2 id="hits">{t.searchResults}</h2>
          <p role="status">{hits.length === 0 ? t.nothing : t.found(hits.length)}</p>
          <UnitHitList hits={hits} tree={tree} />
          <p>
            <Link to={unitsHref({ tree })}>{t.allUnits}</Link>
          </p>
        </section>
      )}
      {browser && browser.groups.length === 0 && !browser.top && <p className="notice">{day ? t.emptyDay : t.empty}</p>}
      {browser && <UnitBrowser {...browser} tree={tree} />}
      {browser?.isSample && <p className="small quiet">{t.sample}</p>}
      <TreeDayForm tree={tree} />
    </div>
  );
}
