import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireTopRight } from '#app/features/identity/guard.server.ts';
import { ManagedUnitView } from '#app/features/units/changing/managed-unit-view.tsx';
import { getManagedUnit } from '#app/features/units/index.server.ts';
import { paths } from '#app/paths.ts';
import { now } from '#app/platform/clock.server.ts';
import { refusalPage } from '#app/platform/http/respond.server.ts';
import { manageText } from '#app/text/manage.ts';
import { unitChangesText } from '#app/text/unit-changes.ts';
import { useText } from '#app/ui/locale.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { Breadcrumb } from '#app/ui/pieces.tsx';
import { unitChangeStyles } from '#app/ui/unit-change-styles.ts';

export const links = unitChangeStyles;
export const meta = pageTitle<typeof loader>((_, page) => page?.unit.name);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const at = now();
  await requireTopRight(request, 'change-units', at);
  const unit = await getManagedUnit(params['unitId'] ?? '', at);
  if (!unit) throw refusalPage('not-found');
  return { unit };
}

export default function ManageUnitPage() {
  const t = useText(unitChangesText);
  const manage = useText(manageText);
  const { unit } = useLoaderData<typeof loader>();
  const steps = [
    { to: paths.manage(), name: manage.title },
    { to: paths.manageUnits(), name: t.title },
    ...unit.above.map(({ id, name }) => ({ to: paths.manageUnit(id), name, lang: 'vi' as const })),
  ];
  return (
    <div className="stack-l">
      <Breadcrumb steps={steps} here={unit.name} hereLang="vi" />
      <h1 lang="vi">{unit.name}</h1>
      <ManagedUnitView unit={unit} />
    </div>
  );
}
