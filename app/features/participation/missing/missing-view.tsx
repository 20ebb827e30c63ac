import { Form, Link } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { fileReasonText } from '#app/text/file-reason.ts';
import { missingText } from '#app/text/missing.ts';
import { formatInstant, formatNumber } from '#app/ui/format.ts';
import { FileWithReason } from '#app/ui/file-with-reason.tsx';
import { useLocale, useText } from '#app/ui/locale.tsx';
import { Figure, Pager } from '#app/ui/pieces.tsx';
import { fullBar, RateBar } from '#app/ui/rate-bar.tsx';
import type { MissingPage } from './get-missing-page.server.ts';
import type { ReminderFacts } from './get-reminder.server.ts';
import { MissingNames } from './missing-names.tsx';
import { ReminderPanel } from './reminder.tsx';

interface MissingViewProps {
  readonly unit: { readonly id: string; readonly name: string };
  readonly page: MissingPage;
  readonly reminder: ReminderFacts;
  /** "contest=…&round=…" or "topic=…" */
  readonly subject: string;
  readonly query: string;
  /** People of the roster without an account; undefined where the unit has no roster. */
  readonly roster?: { readonly withoutAccount: number } | undefined;
}

/** The page of who is missing below its head and its choice. */
export function MissingView({ unit, page, reminder, subject, query, roster }: MissingViewProps) {
  const isOver = reminder.round?.phase === 'closed';
  return (
    <>
      <MissingFigures page={page} isTopic={reminder.round === undefined} roster={roster} />
      <NamesPanel unitId={unit.id} page={page} reminder={reminder} subject={subject} query={query} />
      {page.units.total > 0 && <MissingUnits units={page.units} subject={subject} />}
      {!isOver && (
        <ReminderPanel
          facts={reminder}
          unitName={unit.name}
          branch={page.branch}
          codeFile={paths.unitCode(unit.id, `?${subject}`)}
        />
      )}
    </>
  );
}

function MissingFigures({
  page,
  isTopic,
  roster,
}: {
  page: MissingPage;
  isTopic: boolean;
  roster: MissingViewProps['roster'];
}) {
  const t = useText(missingText);
  const locale = useLocale();
  const n = (value: number | undefined): string => (value === undefined ? '–' : formatNumber(value, locale));
  const hasBelow = page.units.total > 0;
  return (
    <section className="stack-s" aria-label={t.figures}>
      <dl className="figures figures--dense panel">
        <Figure name={isTopic ? t.absentTopic : t.absent}>{n(page.absent)}</Figure>
        <Figure name={t.registered}>{n(page.registered)}</Figure>
        <Figure name={t.headcount}>{n(page.headcount > 0 ? page.headcount : undefined)}</Figure>
        <Figure name={t.withoutAccount}>{n(page.withoutAccount)}</Figure>
      </dl>
      {page.withoutAccount !== undefined && page.withoutAccount > 0 && (
        <p className="small quiet">{t.withoutAccountWhy}</p>
      )}
      {roster && <p>{t.notInRoster(n(roster.withoutAccount))}</p>}
      {hasBelow && page.branch.headcount > 0 && <p>{t.branch(n(page.branch.people), n(page.branch.headcount))}</p>}
    </section>
  );
}

interface NamesPanelProps extends Pick<MissingViewProps, 'page' | 'reminder' | 'subject' | 'query'> {
  readonly unitId: string;
}

function NamesPanel({ unitId, page, reminder, subject, query }: NamesPanelProps) {
  const reasons = useText(fileReasonText);
  const t = useText(missingText);
  const locale = useLocale();
  const { list, registered, absent } = page;
  const n = (value: number): string => formatNumber(value, locale);
  return (
    <section className="stack" aria-labelledby="names">
      <h2 id="names">{t.listHeading}</h2>
      {registered === 0 && <p className="notice">{page.units.total > 0 ? t.nobodyAbove : t.nobody}</p>}
      {registered > 0 && absent === 0 && <p className="notice notice--good">{t.allDone(n(registered))}</p>}
      {reminder.round?.phase === 'upcoming' && absent > 0 && (
        <p className="notice">{t.upcoming(formatInstant(reminder.round.opensAt, locale))}</p>
      )}
      {absent > 0 && (
        <>
          <Form className="contest-choice measure no-print" role="search">
            {[...new URLSearchParams(subject)].map(([name, value]) => (
              <input key={name} type="hidden" name={name} value={value} />
            ))}
            <label>
              {t.search}
              <input className="input" type="search" name="q" defaultValue={query} key={query} maxLength={100} />
            </label>
            <button className="button button--quiet">{t.find}</button>
            {query !== '' && <Link to={`?${subject}`}>{t.clear}</Link>}
          </Form>
          {list.total === 0 ? (
            <p className="notice">{t.nothing}</p>
          ) : (
            <MissingNames people={list.rows} caption={t.caption(n(list.rows.length), n(list.total))} />
          )}
          <Pager
            page={list.page}
            pages={list.pages}
            hrefOf={(to) => `?${subject}&q=${encodeURIComponent(query)}&page=${to}`}
          />
          <div className="row no-print">
            {list.total > 50 ? (
              <FileWithReason
                href={`${paths.unitPage(unitId, 'missing')}?${subject}&view=print`}
                name={t.paper}
                button={reasons.show}
              />
            ) : (
              <Link className="button button--quiet" to={`?${subject}&view=print`}>
                {t.paper}
              </Link>
            )}
            <FileWithReason href={paths.missingFile(unitId, `?${subject}`)} name={t.file} />
          </div>
          <p className="small quiet no-print">{t.logged}</p>
        </>
      )}
    </section>
  );
}

function MissingUnits({ units, subject }: { units: MissingPage['units']; subject: string }) {
  const t = useText(missingText);
  const locale = useLocale();
  const n = (value: number | undefined): string => (value === undefined ? '–' : formatNumber(value, locale));
  const full = fullBar(units.rows.map(({ rate }) => rate));
  const caption = t.unitsCaption(n(units.rows.length), n(units.total));
  return (
    <section className="stack" aria-labelledby="units-below">
      <h2 id="units-below">{t.unitsTitle}</h2>
      <div className="table-scroll" role="region" aria-label={caption} tabIndex={0}>
        <table className="table unit-rates">
          <caption>{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{t.unit}</th>
              <th scope="col" className="is-number">
                {t.missing}
              </th>
              <th scope="col" className="rate-cell">
                {t.rate}
              </th>
              <th scope="col" className="is-number">
                {t.people}
              </th>
            </tr>
          </thead>
          <tbody>
            {units.rows.map(({ unitId, name, missing, rate, people }) => (
              <tr key={unitId}>
                <th scope="row">
                  <Link to={`${paths.unitPage(unitId, 'missing')}?${subject}`} lang="vi">
                    {name}
                  </Link>
                </th>
                <td className="is-number">
                  <strong>{n(missing)}</strong>
                </td>
                <td className="rate-cell">
                  <RateBar rate={rate} full={full} />
                </td>
                <td className="is-number">{n(people)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Pager page={units.page} pages={units.pages} hrefOf={(to) => `?${subject}&units=${to}`} />
    </section>
  );
}
