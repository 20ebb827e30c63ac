import type { LoaderFunctionArgs } from '@remix-run/node';
import { MethodList } from '#app/features/analysis/method-list.tsx';
import { requireTopRight } from '#app/features/identity/guard.server.ts';
import { paths } from '#app/paths.ts';
import { now } from '#app/platform/clock.server.ts';
import { analysisMethodText } from '#app/text/analysis-method.ts';
import { manageText } from '#app/text/manage.ts';
import { analysisStyles } from '#app/ui/analysis-styles.ts';
import { useText } from '#app/ui/locale.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { Breadcrumb } from '#app/ui/pieces.tsx';

export const links = analysisStyles;
export const meta = pageTitle<typeof loader>((locale) => analysisMethodText[locale].title);

/** How item analysis is computed. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireTopRight(request, 'see-contest-dashboard', now());
  return {};
}

export default function AnalysisMethodPage() {
  const t = useText(analysisMethodText);
  const manage = useText(manageText);
  return (
    <div className="stack-l">
      <Breadcrumb steps={[{ to: paths.manage(), name: manage.title }]} here={t.title} />
      <header className="stack-s">
        <h1>{t.title}</h1>
        <p className="measure">{t.lead}</p>
      </header>
      <MethodList />
    </div>
  );
}
