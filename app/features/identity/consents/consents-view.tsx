import { Form, Link } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { consentsText } from '#app/text/consents.ts';
import { formatInstant } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import { FaultSummary } from '#app/ui/pieces.tsx';
import type { ConsentState, ConsentsView as View } from './get-consents.server.ts';
import { GuardianFields } from './guardian-fields.tsx';

interface ConsentsViewProps extends View {
  /** Contests in which the person may say who they are. */
  readonly entries: readonly { readonly slug: string; readonly title: string }[];
  readonly returnTo: string | undefined;
  readonly faults: Readonly<Record<string, string>> | undefined;
  readonly values: Readonly<Record<string, string | undefined>>;
}

/** What is to be asked first, then each purpose with what was agreed to and a button to change it. */
export function ConsentsView(props: ConsentsViewProps) {
  const { questions, purposes, returnTo, isMinor } = props;
  const t = useText(consentsText);
  const needsGuardian = questions.includes('guardian');
  return (
    <>
      {needsGuardian && <AskGuardian {...props} />}
      {questions.includes('withdrawn') && <p className="notice notice--warn">{t.blocked.withdrawn}</p>}
      {purposes
        .filter(({ purpose }) => !(purpose === 'contest:guardian' && needsGuardian))
        .map((state) => (
          <Purpose key={state.purpose} state={state} returnTo={returnTo} />
        ))}
      {isMinor && <p className="quiet">{t.minorName}</p>}
      <Categories entries={props.entries} />
      {returnTo !== undefined && !needsGuardian && !questions.includes('withdrawn') && (
        <p>
          <Link className="button button--quiet" to={returnTo}>
            {t.later}
          </Link>
        </p>
      )}
    </>
  );
}

function ReturnTo({ returnTo }: { returnTo: string | undefined }) {
  return returnTo === undefined ? null : <input type="hidden" name="returnTo" value={returnTo} />;
}

function AskGuardian({ returnTo, faults, values, agreesThemselves, purposes }: ConsentsViewProps) {
  const t = useText(consentsText);
  const words: Readonly<Record<string, string>> = t.guardian.faults;
  const said =
    faults &&
    Object.fromEntries(Object.entries(faults).map(([field, fault]) => [field, words[fault] ?? fault] as const));
  const own = purposes.find(({ purpose }) => purpose === 'contest');
  return (
    <>
      <FaultSummary faults={said} />
      <p className="notice notice--warn">{t.guardian.blocked}</p>
      <Form method="post" className="stack" noValidate>
        <ReturnTo returnTo={returnTo} />
        <GuardianFields values={values} faults={said} />
        {agreesThemselves && own?.state !== 'given' && (
          <label className="tick">
            <input type="checkbox" name="consent" value="yes" defaultChecked={values['consent'] === 'yes'} />
            <span>{t.wordings.contest}</span>
          </label>
        )}
        <button className="button button--large button--wide" name="intent" value="guardian">
          {returnTo === undefined ? t.agree : t.agreeAndGoOn}
        </button>
      </Form>
    </>
  );
}

const WARNINGS = {
  contest: 'withdrawContest',
  'contest:guardian': 'withdrawGuardian',
  email: 'withdrawEmail',
} as const;

function Purpose({ state, returnTo }: { state: ConsentState; returnTo: string | undefined }) {
  const { purpose, kind, guardian } = state;
  const t = useText(consentsText);
  const id = `consent-${purpose.replace(':', '-')}`;
  const warning = purpose in WARNINGS ? t[WARNINGS[purpose as keyof typeof WARNINGS]] : undefined;
  return (
    <section className="panel consent" aria-labelledby={id}>
      <div className="consent__head">
        <h2 id={id}>{t.names[purpose]}</h2>
        <span className="badge badge--quiet">{t[kind]}</span>
      </div>
      <p>{t.wordings[purpose]}</p>
      {kind !== 'notice' && <Given state={state} />}
      {guardian && <p className="small">{t.guardian.by(guardian.name, t.guardian.relations[guardian.relation])}</p>}
      {state.isOld && <p className="notice notice--warn">{t.oldWording}</p>}
      {kind !== 'notice' && (
        <Form method="post" className="stack-s">
          <ReturnTo returnTo={returnTo} />
          <input type="hidden" name="purpose" value={purpose} />
          {state.state === 'given' && warning && <p className="small quiet">{warning}</p>}
          <Buttons state={state} returnTo={returnTo} />
        </Form>
      )}
    </section>
  );
}

function Buttons({
  state: { purpose, state, isOld },
  returnTo,
}: {
  state: ConsentState;
  returnTo: string | undefined;
}) {
  const t = useText(consentsText);
  const isGiven = state === 'given';
  return (
    <p className="row">
      {(!isGiven || isOld) && purpose !== 'email' && purpose !== 'contest:guardian' && (
        <button className="button" name="intent" value="give">
          {isOld && returnTo !== undefined ? t.agreeAndGoOn : t.agree}
        </button>
      )}
      {!isGiven && purpose === 'email' && <Link to={paths.ownEmail()}>{t.giveEmail}</Link>}
      {isGiven && (
        <button className="button button--quiet" name="intent" value="withdraw">
          {t.withdraw} <span className="visually-hidden">{t.names[purpose]}</span>
        </button>
      )}
    </p>
  );
}

function Given({ state: { state, at, textVersion } }: { state: ConsentState }) {
  const t = useText(consentsText);
  const locale = useLocale();
  const when = at === undefined ? '' : formatInstant(at, locale);
  const said =
    state === 'withdrawn' && when !== ''
      ? t.withdrawn(when)
      : state === 'given' && textVersion !== undefined
        ? t.given(when, textVersion)
        : t.notGiven;
  return state === 'given' && textVersion === undefined ? null : <p className="small quiet">{said}</p>;
}

function Categories({ entries }: Pick<ConsentsViewProps, 'entries'>) {
  const t = useText(consentsText);
  return (
    <section className="panel stack-s" aria-labelledby="categories">
      <div className="consent__head">
        <h2 id="categories">{t.categories}</h2>
        <span className="badge badge--quiet">{t.optional}</span>
      </div>
      <p>{entries.length === 0 ? t.categoriesNone : t.categoriesLead}</p>
      {entries.length > 0 && (
        <ul>
          {entries.map(({ slug, title }) => (
            <li key={slug}>
              <Link to={paths.ownCategories(slug)}>{t.categoriesChange(title)}</Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
