import type { ReactNode } from 'react';
import type { RefusalCode } from '#app/domain/kernel/refusal.ts';
import { paths } from '#app/paths.ts';
import { manageText } from '#app/text/manage.ts';
import { proposalsText } from '#app/text/proposals.ts';
import { useText } from '#app/ui/locale.tsx';
import { Breadcrumb, FaultSummary } from '#app/ui/pieces.tsx';
import { DecideForm } from './decide-form.tsx';
import type { ProposalRow } from './list-proposals.server.ts';
import { ProposalFacts } from './proposal-list.tsx';

interface PageProps {
  readonly row: ProposalRow;
  /** What was just done, as the address says. */
  readonly done: string | null;
  readonly faults: Readonly<Record<string, string>> | undefined;
  readonly stepUp: string | undefined;
  readonly seen: number | undefined;
  readonly impossible: RefusalCode | undefined;
  readonly reason: string | undefined;
  /** What is proposed, with everything that judging it needs. */
  readonly children: ReactNode;
}

/** One proposal: who, why, what it does, and at the end the decision. */
export function ProposalPage({ row, done, faults, stepUp, seen, impossible, reason, children }: PageProps) {
  const t = useText(proposalsText);
  const manage = useText(manageText);
  const isWaiting = row.state === 'waiting';
  const said: string | undefined = { made: t.made, ...t.done }[done ?? ''];
  return (
    <div className="stack-l">
      <Breadcrumb
        steps={[
          { to: paths.manage(), name: manage.title },
          { to: paths.manageProposals(), name: t.title },
        ]}
        here={t.kinds[row.kind]}
      />
      <header className="stack-s">
        <h1>{t.kinds[row.kind]}</h1>
        {isWaiting && !row.isOwn && <p className="measure">{t.decisionLead}</p>}
      </header>
      {said && !faults && (
        <p className="notice notice--good" role="status">
          {said}
        </p>
      )}
      <FaultSummary faults={faults} />
      <section className="panel stack-s">
        <ProposalFacts row={row} />
      </section>
      {children}
      {isWaiting && (
        <DecideForm
          kind={row.kind}
          isOwn={row.isOwn}
          seen={seen}
          impossible={impossible}
          faults={faults}
          reason={reason}
          stepUp={stepUp}
        />
      )}
    </div>
  );
}
