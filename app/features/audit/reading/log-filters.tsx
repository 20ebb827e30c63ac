import { Form, Link } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { actGroups } from '#app/text/acts.ts';
import { auditText } from '#app/text/audit.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import { Field } from '#app/ui/pieces.tsx';
import { logAddress, type LogQuery } from './log-query.ts';

interface LogFiltersProps {
  readonly query: LogQuery;
  readonly contests: readonly { readonly slug: string; readonly title: string }[];
}

/** What the log is asked for; it stands in the address, so that it can be sent to somebody. */
export function LogFilters({ query, contests }: LogFiltersProps) {
  const t = useText(auditText);
  const hasAny = logAddress(query) !== '';
  return (
    <Form className="panel stack no-print" method="get" action={paths.manageAudit()} aria-label={t.filters}>
      <div className="log-filters" key={logAddress(query)}>
        <ActChoice chosen={query.act} />
        <ContestChoice chosen={query.contest} contests={contests} />
        <Field name="who" label={t.who} hint={t.whoHint} defaultValue={query.who} autoComplete="off" />
        <Field name="subject" label={t.subject} hint={t.subjectHint} defaultValue={query.subject} autoComplete="off" />
        <Field name="from" label={t.from} type="date" defaultValue={query.from} />
        <Field name="to" label={t.to} type="date" defaultValue={query.to} />
      </div>
      <div className="row">
        <button className="button">{t.apply}</button>
        {hasAny && <Link to={paths.manageAudit()}>{t.clear}</Link>}
      </div>
    </Form>
  );
}

function ActChoice({ chosen }: { chosen: string }) {
  const t = useText(auditText);
  const locale = useLocale();
  return (
    <div className="field">
      <label className="field__label" htmlFor="act">
        {t.what}
      </label>
      <select className="input" id="act" name="act" defaultValue={chosen}>
        <option value="">{t.anyAct}</option>
        {actGroups(locale).map(({ name, acts }) => (
          <optgroup key={name} label={name}>
            {acts.map(({ action, words }) => (
              <option key={action} value={action}>
                {words}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </div>
  );
}

function ContestChoice({ chosen, contests }: { chosen: string; contests: LogFiltersProps['contests'] }) {
  const t = useText(auditText);
  return (
    <div className="field">
      <label className="field__label" htmlFor="contest">
        {t.contest}
      </label>
      <select className="input" id="contest" name="contest" defaultValue={chosen}>
        <option value="">{t.anyContest}</option>
        {contests.map(({ slug, title }) => (
          <option key={slug} value={slug} lang="vi">
            {title}
          </option>
        ))}
      </select>
    </div>
  );
}

/** Where the acts that are asked for are downloaded; a first day must be chosen. */
export function LogFiles({ query }: { query: LogQuery }) {
  const t = useText(auditText);
  return (
    <section className="stack-s no-print" aria-labelledby="log-file">
      <h2 id="log-file">{t.file}</h2>
      <p>{t.fileWhat}</p>
      {query.from !== '' && (
        <p className="row">
          <a className="button button--quiet" href={paths.auditFile(logAddress(query, { format: 'csv' }))} download>
            {t.csv}
          </a>
          <a className="button button--quiet" href={paths.auditFile(logAddress(query, { format: 'jsonl' }))} download>
            {t.jsonLines}
          </a>
        </p>
      )}
    </section>
  );
}
