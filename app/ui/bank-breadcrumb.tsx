import { useRouteLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { bankText } from '#app/text/bank.ts';
import { manageText } from '#app/text/manage.ts';
import { useText } from './locale.tsx';
import { Breadcrumb } from './pieces.tsx';

interface BankBreadcrumbProps {
  /** Left out on the list itself. */
  readonly here?: string | undefined;
  readonly hereLang?: 'vi';
  /** Pages between the list and this one. */
  readonly steps?: readonly { readonly to: string; readonly name: string; readonly lang?: 'vi' }[];
}

/** Where a page of the question bank stands. Authors and reviewers, who do not organize contests, begin at the bank. */
export function BankBreadcrumb({ here, hereLang, steps = [] }: BankBreadcrumbProps) {
  const bank = useText(bankText);
  const manage = useText(manageText);
  const root: unknown = useRouteLoaderData('root');
  const seesDashboard =
    typeof root === 'object' && root !== null && 'seesDashboard' in root && root.seesDashboard === true;
  const above = seesDashboard ? [{ to: paths.manage(), name: manage.title }] : [];
  if (here === undefined) return <Breadcrumb steps={above} here={bank.title} />;
  const all = [...above, { to: paths.manageItems(), name: bank.title }, ...steps];
  return <Breadcrumb steps={all} here={here} {...(hereLang ? { hereLang } : {})} />;
}
