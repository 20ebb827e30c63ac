import type { LoaderFunctionArgs } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';
import { CHANGE_KINDS } from '#app/domain/units/change-command.ts';
import { requireTopRight } from '#app/features/identity/guard.server.ts';
import { ChangeList } from '#app/features/units/changing/change-list.tsx';
import { findUnitHit, listUnitChanges } from '#app/features/units/index.server.ts';
import { paths } from '#app/paths.ts';
import { now } from '#app/platform/clock.server.ts';
import { pageOf } from '#app/platform/http/query.server.ts';
import { manageText } from '#app/text/manage.ts';
import { unitChangesText } from '#app/text/unit-changes.ts';
import { formatNumber } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { Breadcrumb, Pager } from '#app/ui/pieces.tsx';
import { unitChangeStyles } from '#app/ui/unit-change-styles.ts';

export const links = unitChangeStyles;
export const meta = pageTitle<typeof loader>((locale) => unitChangesText[locale].changesTitle);

export async function loader({ request }: LoaderFunctionArgs) {
  await requireTopRight(request, 'change-units', now());
  const asked = new URL(request.url).searchParams;
  const kind = CHANGE_KINDS.find((each) => each === asked.get('kind'));
  const unit = await findUnitHit(asked.get('unit') ?? '');
  const page = pageOf(request);
  return { kind, unit, page, ...(await listUnitChanges({ unitId: unit?.id, kind, page })) };
}

export default function UnitChangesPage() {
  const t = useText(unitChangesText);
  const manage = useText(manageText);
  const locale = useLocale();
  const { kind, unit, page, pages, total, changes } = useLoaderData<typeof loader>();
  const hrefOf = (next: number): string => {
    const query = new URLSearchParams({
      page: String(next),
      ...(kind ? { kind } : {}),
      ...(unit ? { unit: unit.id } : {}),
    });
    return `${paths.unitChanges()}?${query.toString()}`;
  };
  const steps = [
    { to: paths.manage(), name: manage.title },
    { to: paths.manageUnits(), name: t.title },
  ];
  return (
    <div className="stack-l">
      <Breadcrumb steps={steps} here={t.changesTitle} />
      <header className="stack-s">
        <h1>{t.changesTitle}</h1>
        <p className="lead measure">{t.changesLead}</p>
      </header>
      <Form className="row no-print">
        {unit && <input type="hidden" name="unit" value={unit.id} />}
        <label className="field__label" htmlFor="kind">
          {t.filterKind}
        </label>
        <select className="input input--short" id="kind" name="kind" defaultValue={kind ?? ''}>
          <option value="">{t.anyKind}</option>
          {CHANGE_KINDS.map((each) => (
            <option key={each} value={each}>
              {t.kinds[each]}
            </option>
          ))}
        </select>
        <button className="button button--quiet">{t.filter}</button>
      </Form>
      {unit && <p lang="vi">{t.onlyUnit(unit.name)}</p>}
      {total === 0 ? (
        <p className="notice">{t.changesEmpty}</p>
      ) : (
        <p className="quiet number">{t.changesCount(formatNumber(total, locale))}</p>
      )}
      <ChangeList changes={changes} />
      <Pager page={page} pages={pages} hrefOf={hrefOf} />
    </div>
  );
}
