import { Form, Link, useNavigation } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { rulingsText } from '#app/text/rulings.ts';
import { useText } from '#app/ui/locale.tsx';
import { ReasonField } from '#app/ui/reason-field.tsx';
import type { AttemptRecord } from './get-attempt-record.server.ts';

interface ProposeProps {
  readonly record: AttemptRecord;
  readonly signal: string;
  readonly faults: Readonly<Record<string, string>> | undefined;
  readonly reason: string | undefined;
}

/** Proposes that the attempt does not count, or counts again; or says why nothing can be proposed. */
export function ProposeRuling({ record, signal, faults, reason }: ProposeProps) {
  const t = useText(rulingsText);
  const isBusy = useNavigation().state === 'submitting';
  const { attempt, isOwn, isPractice, isSettled, waitingId } = record;
  if (waitingId !== undefined) {
    return (
      <p className="notice">
        {t.waitingNote} <Link to={paths.manageProposal(waitingId)}>{t.toWaiting}</Link>
      </p>
    );
  }
  if (isPractice || isOwn || attempt.finishedAt === undefined) {
    return <p className="notice">{isPractice ? t.practiceNote : isOwn ? t.ownNote : t.runningNote}</p>;
  }
  const act = attempt.isSetAside ? 'restored' : 'setAside';
  return (
    <Form method="post" className="stack-s decision-foot no-print measure" noValidate>
      <h2>{t.propose[act]}</h2>
      <p>{t.proposeHint[act]}</p>
      {isSettled && <p className="notice notice--warn">{t.settledNote}</p>}
      <input type="hidden" name="signal" value={signal} />
      <ReasonField id="reason" label={t.reason} hint={t.reasonHint} fault={faults?.['reason']} defaultValue={reason} />
      <button className="button" name="intent" value={act} disabled={isBusy}>
        {t.send}
      </button>
    </Form>
  );
}
