import { Form, useNavigation } from '@remix-run/react';
import type { ProposalKind } from '#app/domain/proposals/proposal.ts';
import type { RefusalCode } from '#app/domain/kernel/refusal.ts';
import { proposalsText } from '#app/text/proposals.ts';
import { refusalText } from '#app/text/refusals.ts';
import { useText } from '#app/ui/locale.tsx';
import { ReasonField } from '#app/ui/reason-field.tsx';

interface DecideProps {
  readonly kind: ProposalKind;
  readonly isOwn: boolean;
  /** How many corrections of keys the contest has, where the proposal is about one. */
  readonly seen: number | undefined;
  /** Why it cannot be carried out as things stand. */
  readonly impossible: RefusalCode | undefined;
  readonly faults: Readonly<Record<string, string>> | undefined;
  readonly reason: string | undefined;
  /** Where the person proves again who they are; undefined where that is not asked. */
  readonly stepUp: string | undefined;
}

/** Agreeing, refusing with a reason, or taking back: what who looks may do with a proposal that waits. */
export function DecideForm({ kind, isOwn, seen, impossible, faults, reason, stepUp }: DecideProps) {
  const t = useText(proposalsText);
  const refusals = useText(refusalText);
  const isBusy = useNavigation().state === 'submitting';
  if (isOwn) {
    return (
      <Form method="post" className="stack-s decision-foot no-print">
        <p className="measure">{t.ownNote}</p>
        <button className="button button--quiet" name="intent" value="withdraw" disabled={isBusy}>
          {t.withdraw}
        </button>
      </Form>
    );
  }
  return (
    <Form method="post" className="stack decision-foot no-print" noValidate>
      <h2>{t.decision}</h2>
      {seen !== undefined && <input type="hidden" name="seen" value={seen} />}
      {impossible ? (
        <p className="notice notice--warn">
          {t.impossible} {refusals[impossible]}
        </p>
      ) : (
        <div className="stack-s">
          <p className="measure">{t.agreeHint[kind]}</p>
          {stepUp !== undefined && (
            <p className="small quiet">
              {t.agreeAgain} <a href={stepUp}>{t.stepUp}</a>
            </p>
          )}
          <button className="button button--large" name="intent" value="agree" disabled={isBusy}>
            {t.agree}
          </button>
        </div>
      )}
      <details className="measure" open={faults?.['reason'] !== undefined}>
        <summary>{t.refuse}</summary>
        <div className="stack-s">
          <ReasonField
            id="reason"
            label={t.refuseReason}
            hint={t.refuseHint}
            fault={faults?.['reason']}
            defaultValue={reason}
          />
          <button className="button button--quiet" name="intent" value="refuse" disabled={isBusy}>
            {t.refuse}
          </button>
        </div>
      </details>
    </Form>
  );
}
