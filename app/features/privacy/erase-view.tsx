import { Form, Link } from '@remix-run/react';
import { ERASED_NAME } from '#app/domain/identity/board-name.ts';
import type { KeptBecause } from '#app/domain/privacy/register.ts';
import { paths, withReturn } from '#app/paths.ts';
import { dataColumnsText } from '#app/text/data-columns.ts';
import { dataRegisterText } from '#app/text/data-register.ts';
import { identityText } from '#app/text/identity.ts';
import { ownDataText } from '#app/text/own-data.ts';
import { useText } from '#app/ui/locale.tsx';
import { Breadcrumb, FaultSummary, Field } from '#app/ui/pieces.tsx';

interface EraseViewProps {
  readonly fullName: string;
  readonly contests: readonly { readonly slug: string; readonly title: string }[];
  /** Tables by the register. */
  readonly goes: readonly string[];
  readonly stays: readonly { readonly model: string; readonly because: KeptBecause }[];
  readonly code: string | undefined;
  readonly fault: string | undefined;
  readonly choice: 'withdraw' | 'wait' | undefined;
}

/** What goes, what stays and why, and the form that does it: two choices and the own name. */
export function EraseView({ fullName, contests, goes, stays, code, fault, choice }: EraseViewProps) {
  const t = useText(ownDataText);
  const identity = useText(identityText);
  const steps = [
    { to: paths.account(), name: identity.accountTitle },
    { to: paths.ownData(), name: t.title },
  ];
  const isOfName = code === 'name-differs';
  const place = isOfName ? 'typedName' : code === 'choice-missing' ? 'contests' : 'form';
  return (
    <div className="narrow stack-l">
      <header className="stack-s">
        <Breadcrumb steps={steps} here={t.erase.title} />
        <h1>{t.erase.title}</h1>
        <p className="lead">{t.erase.lead}</p>
      </header>
      <FaultSummary faults={fault === undefined ? undefined : { [place]: fault }} />
      {code === 'step-up-needed' && (
        <p>
          <Link to={withReturn(paths.stepUp(), paths.eraseOwnData())}>{t.erase.title}</Link>
        </p>
      )}
      <GoesAndStays goes={goes} stays={stays} />
      <Form method="post" className="stack" noValidate>
        {contests.length > 0 && <OpenContests contests={contests} choice={choice} />}
        <Field
          name="typedName"
          label={t.erase.typeName}
          hint={t.erase.typeHint(fullName)}
          fault={isOfName ? fault : undefined}
          autoComplete="off"
          maxLength={100}
        />
        <button className="button button--wide">{t.erase.button}</button>
      </Form>
    </div>
  );
}

function GoesAndStays({ goes, stays }: Pick<EraseViewProps, 'goes' | 'stays'>) {
  const t = useText(ownDataText);
  const { tables } = useText(dataColumnsText);
  const { erasing } = useText(dataRegisterText);
  const kept = new Map<KeptBecause, string[]>();
  for (const { model, because } of stays) {
    if (model !== 'Account') kept.set(because, [...(kept.get(because) ?? []), tables[model] ?? model]);
  }
  return (
    <div className="goes-and-stays">
      <section className="stack-s" aria-labelledby="goes">
        <h2 id="goes">{t.erase.goes}</h2>
        <ul>
          {['fullName', 'birthYear', 'signInName', 'phoneSealed', 'emailSealed'].map((column) => (
            <Column key={column} column={column} />
          ))}
          {goes.map((model) => (
            <li key={model}>{tables[model] ?? model}</li>
          ))}
        </ul>
      </section>
      <section className="stack-s" aria-labelledby="stays">
        <h2 id="stays">{t.erase.stays}</h2>
        <dl className="stack-s">
          {[...kept].map(([because, names]) => (
            <div key={because} className="stays">
              <dt>{names.join(', ')}</dt>
              <dd className="small quiet">{erasing[because]}</dd>
            </div>
          ))}
        </dl>
        <p>{t.erase.shownAs(ERASED_NAME)}</p>
      </section>
    </div>
  );
}

function Column({ column }: { column: string }) {
  const { columns } = useText(dataColumnsText);
  return <li>{columns[column] ?? column}</li>;
}

function OpenContests({ contests, choice }: Pick<EraseViewProps, 'contests' | 'choice'>) {
  const { erase: t } = useText(ownDataText);
  return (
    <fieldset className="panel stack-s" id="contests">
      <legend className="field__label">{t.open}</legend>
      <p>{t.openLead}</p>
      <ul>
        {contests.map(({ slug, title }) => (
          <li key={slug} lang="vi">
            {title}
          </li>
        ))}
      </ul>
      {(['withdraw', 'wait'] as const).map((way) => (
        <label className="tick" key={way}>
          <input type="radio" name="contests" value={way} defaultChecked={choice === way} />
          <span>{t[way]}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** Said to who was erased a moment ago. */
export function EraseDone() {
  const { erase: t } = useText(ownDataText);
  return (
    <div className="narrow stack">
      <h1>{t.doneTitle}</h1>
      <p className="lead">{t.doneLead}</p>
      <p>
        <Link to={paths.privacy()}>{useText(identityText).privacyLink}</Link>
      </p>
    </div>
  );
}
