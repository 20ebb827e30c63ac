import type { LoaderFunctionArgs } from '@remix-run/node';
import { Form, Link, useLoaderData } from '@remix-run/react';
import { requireTopRight } from '#app/features/identity/guard.server.ts';
import { BranchView, ManagedHits } from '#app/features/units/changing/branch-view.tsx';
import { findUnits, listManagedUnits } from '#app/features/units/index.server.ts';
import { UnitQuery } from '#app/features/units/unit.schema.ts';
import { paths } from '#app/paths.ts';
import { now } from '#app/platform/clock.server.ts';
import { pageOf } from '#app/platform/http/query.server.ts';
import { manageText } from '#app/text/manage.ts';
import { unitChangesText } from '#app/text/unit-changes.ts';
import { useText } from '#app/ui/locale.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { Breadcrumb } from '#app/ui/pieces.tsx';
import { unitChangeStyles } from '#app/ui/unit-change-styles.ts';

export const links = unitChangeStyles;
export const meta = pageTitle<typeof loader>((locale) => unitChangesText[locale].title);

export async function loader({ request }: LoaderFunctionArgs) {
  const at = now();
  await requireTopRight(request, 'change-units', at);
  const asked = new URL(request.url).searchParams;
  const query = UnitQuery.parse(asked.get('q') ?? '').trim();
  const hits = query === '' ? undefined : await findUnits({ query, now: at, only: 'all' });
  const page = pageOf(request);
  const branch = hits ? undefined : await listManagedUnits({ unitId: asked.get('open') ?? undefined, page, now: at });
  return { query, hits, branch, page };
}

export default function ManageUnitsPage() {
  const t = useText(unitChangesText);
  const manage = useText(manageText);
  const { query, hits, branch, page } = useLoaderData<typeof loader>();
  return (
    <div className="stack-l">
      <Breadcrumb steps={[{ to: paths.manage(), name: manage.title }]} here={t.title} />
      <header className="stack-s">
        <h1>{t.title}</h1>
        <p className="lead measure">{t.lead}</p>
        <p className="row no-print">
          <Link className="button button--quiet" to={paths.importUnits()}>
            {t.importLink}
          </Link>
          <Link to={paths.unitChanges()}>{t.history}</Link>
          <a href={paths.unitTree('xlsx')}>{t.exportXlsx}</a>
          <a href={paths.unitTree('csv')}>{t.exportCsv}</a>
        </p>
      </header>
      <Form className="unit-picker__search measure no-print" role="search">
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
      {hits && <ManagedHits hits={hits} />}
      {branch && <BranchView branch={branch} page={page} />}
      {!hits && !branch && <p className="notice">{t.empty}</p>}
    </div>
  );
}
