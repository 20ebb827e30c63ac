import { Form, Link, useNavigation } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { duplicatesText } from '#app/text/duplicates.ts';
import { useText } from '#app/ui/locale.tsx';
import { ReasonField } from '#app/ui/reason-field.tsx';
import type { PairView } from './get-pair.server.ts';
import { LETTERS } from './pair-view.tsx';

/** What was sent and came back with faults. */
export interface PairValues {
  readonly intent?: string | undefined;
  readonly keep?: string | undefined;
  readonly grants?: string | undefined;
  readonly reason?: string | undefined;
}

interface FormsProps {
  readonly pair: PairView;
  readonly values: PairValues;
  readonly faults: Readonly<Record<string, string>> | undefined;
  /** Where the person proves again who they are; undefined where that was done just now. */
  readonly stepUp: string | undefined;
}

/** Merging, keeping apart, or leaving it for later; where nothing can be merged, why. */
export function PairForms({ pair, values, faults, stepUp }: FormsProps) {
  const t = useText(duplicatesText);
  const isGone = pair.sides.some((side) => side.isGone);
  const hindrance = pair.isOwn
    ? t.own
    : isGone
      ? t.gone
      : pair.isRunning
        ? t.running
        : pair.hasOwnTime
          ? t.ownTime
          : undefined;
  return (
    <div className="sides decision-foot no-print">
      {hindrance === undefined ? (
        <MergeForm pair={pair} values={values} faults={faults} stepUp={stepUp} />
      ) : (
        <p className="notice notice--warn">{hindrance}</p>
      )}
      <div className="stack">
        {!pair.isOwn && <ApartForm values={values} faults={faults} />}
        <p>
          <Link to={paths.manageDuplicates()}>{t.later}</Link>
        </p>
      </div>
    </div>
  );
}

function MergeForm({ pair, values, faults, stepUp }: FormsProps) {
  const t = useText(duplicatesText);
  const isBusy = useNavigation().state === 'submitting';
  const isMine = values.intent === 'merge';
  const hasGrants = pair.sides.some(({ grants }) => grants.length > 0);
  return (
    <Form method="post" className="panel stack" noValidate>
      <h2>{t.merge}</h2>
      <p>{t.mergeLead}</p>
      <fieldset className="field" id="keep">
        <legend className="field__label">{t.keep}</legend>
        {faults?.['keep'] && <span className="field__fault">{faults['keep']}</span>}
        {pair.sides.map(({ accountId, name }, index) => (
          <label className="choice" key={accountId}>
            <input
              type="radio"
              name="keep"
              value={index === 0 ? 'a' : 'b'}
              defaultChecked={values.keep === (index === 0 ? 'a' : 'b')}
            />
            <span lang="vi">{t.keepSide(LETTERS[index] ?? '', name)}</span>
          </label>
        ))}
      </fieldset>
      {hasGrants && (
        <fieldset className="field">
          <legend className="field__label">{t.grants}</legend>
          <label className="choice">
            <input type="radio" name="grants" value="end" defaultChecked={values.grants === 'end'} />
            <span>{t.grantsNo}</span>
          </label>
          <label className="choice">
            <input type="radio" name="grants" value="take" defaultChecked={values.grants === 'take'} />
            <span>{t.grantsYes}</span>
          </label>
        </fieldset>
      )}
      <ReasonField
        id="merge-reason"
        label={t.reason}
        hint={t.mergeReasonHint}
        fault={isMine ? faults?.['merge-reason'] : undefined}
        defaultValue={isMine ? values.reason : undefined}
      />
      {stepUp !== undefined && (
        <p className="small quiet">
          {t.stepUpNote} <a href={stepUp}>{t.stepUp}</a>
        </p>
      )}
      <button className="button" name="intent" value="merge" disabled={isBusy}>
        {t.mergeButton}
      </button>
    </Form>
  );
}

function ApartForm({ values, faults }: Pick<FormsProps, 'values' | 'faults'>) {
  const t = useText(duplicatesText);
  const isBusy = useNavigation().state === 'submitting';
  const isMine = values.intent === 'apart';
  return (
    <Form method="post" className="panel stack" noValidate>
      <h2>{t.apart}</h2>
      <p>{t.apartLead}</p>
      <ReasonField
        id="apart-reason"
        label={t.reason}
        hint={t.apartReasonHint}
        fault={isMine ? faults?.['apart-reason'] : undefined}
        defaultValue={isMine ? values.reason : undefined}
      />
      <button className="button button--quiet" name="intent" value="apart" disabled={isBusy}>
        {t.apartButton}
      </button>
    </Form>
  );
}
