import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Form, Link, useLoaderData } from '@remix-run/react';
import { rollUp } from '#app/domain/units/tree.ts';
import { ChargeList } from '#app/features/identity/charges/charge-list.tsx';
import { getActor } from '#app/features/identity/guard.server.ts';
import { listCharges } from '#app/features/identity/index.server.ts';
import { findUnits, listUnits } from '#app/features/units/index.server.ts';
import { UnitHitList, UnitTree } from '#app/features/units/unit-list.tsx';
import { UnitQuery } from '#app/features/units/unit.schema.ts';
import { paths } from '#app/paths.ts';
import { now } from '#app/platform/clock.server.ts';
import { readPreferences } from '#app/platform/http/preferences.server.ts';
import { shellText } from '#app/text/shell.ts';
import { unitsText } from '#app/text/units.ts';
import { useText } from '#app/ui/locale.tsx';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: shellText[data?.locale ?? 'vi'].titleOf(unitsText[data?.locale ?? 'vi'].title) },
  { name: 'description', content: unitsText[data?.locale ?? 'vi'].lead },
];

export async function loader({ request }: LoaderFunctionArgs) {
  const at = now();
  const [{ locale }, actor] = await Promise.all([readPreferences(request), getActor(request)]);
  const query = UnitQuery.parse(new URL(request.url).searchParams.get('q')).trim();
  if (query !== '')
    return {
      locale,
      query,
      hits: await findUnits({ query, now: at, only: 'all' }),
      charges: [],
      units: [],
      isSample: false,
    };
  const [rows, charges] = await Promise.all([listUnits(at), listCharges(actor, at)]);
  const totals = rollUp(rows, new Map(rows.map((row) => [row.id, row.headcount])), 0, (a, b) => a + b);
  const units = rows.map(({ id, parentId, name, block }) => ({
    id,
    parentId,
    name,
    block,
    people: totals.get(id) ?? 0,
  }));
  return { locale, query, hits: undefined, charges, units, isSample: rows.some((row) => row.isSample) };
}

export default function UnitsPage() {
  const t = useText(unitsText);
  const { query, hits, charges, units, isSample } = useLoaderData<typeof loader>();
  return (
    <div className="stack-l">
      <header className="stack-s">
        <h1>{t.title}</h1>
        <p className="lead">{t.lead}</p>
      </header>
      <Form className="unit-picker__search measure" role="search">
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
      {hits && (
        <section className="stack" aria-labelledby="hits">
          <h2 id="hits">{t.searchResults}</h2>
          <p role="status">{hits.length === 0 ? t.nothing : t.found(hits.length)}</p>
          <UnitHitList hits={hits} />
          <p>
            <Link to={paths.units()}>{t.allUnits}</Link>
          </p>
        </section>
      )}
      {!hits && units.length === 0 && <p className="notice">{t.empty}</p>}
      {!hits && <UnitTree units={units} />}
      {isSample && <p className="small quiet">{t.sample}</p>}
    </div>
  );
}
