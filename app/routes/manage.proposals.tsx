import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { PROPOSAL_KINDS } from '#app/domain/proposals/proposal.ts';
import { can } from '#app/domain/identity/permissions.ts';
import { requireActor } from '#app/features/identity/guard.server.ts';
import { listProposals, PROPOSALS_PER_PAGE, rightFor } from '#app/features/proposals/index.server.ts';
import { ProposalList } from '#app/features/proposals/proposal-list.tsx';
import { getTopUnit } from '#app/features/units/index.server.ts';
import { paths } from '#app/paths.ts';
import { now } from '#app/platform/clock.server.ts';
import { pageOf } from '#app/platform/http/query.server.ts';
import { refusalPage } from '#app/platform/http/respond.server.ts';
import { manageText } from '#app/text/manage.ts';
import { proposalsText } from '#app/text/proposals.ts';
import { decisionStyles } from '#app/ui/decisions-styles.ts';
import { useText } from '#app/ui/locale.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { Breadcrumb } from '#app/ui/pieces.tsx';

export const links = decisionStyles;
export const meta = pageTitle<typeof loader>((locale) => proposalsText[locale].title);

export async function loader({ request }: LoaderFunctionArgs) {
  const at = now();
  const actor = await requireActor(request);
  const topPath = (await getTopUnit(at))?.path ?? '';
  if (!PROPOSAL_KINDS.some((kind) => can(actor, rightFor(kind), topPath))) throw refusalPage('forbidden');
  const isWaiting = new URL(request.url).searchParams.get('state') !== 'decided';
  const page = pageOf(request);
  const { rows, total, waiting } = await listProposals({ actor, topPath, isWaiting, page, now: at });
  return { rows, waiting, isWaiting, page, pages: Math.max(1, Math.ceil(total / PROPOSALS_PER_PAGE)) };
}

export default function ProposalsPage() {
  const t = useText(proposalsText);
  const manage = useText(manageText);
  const list = useLoaderData<typeof loader>();
  return (
    <div className="stack-l">
      <Breadcrumb steps={[{ to: paths.manage(), name: manage.title }]} here={t.title} />
      <header className="stack-s">
        <h1>{t.title}</h1>
        <p className="lead measure">{t.lead}</p>
      </header>
      <ProposalList {...list} />
    </div>
  );
}
