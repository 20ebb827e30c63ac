import { Form, Link } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { rostersText } from '#app/text/rosters.ts';
import { formatInstant, formatNumber } from '#app/ui/format.ts';
import { FileWithReason } from '#app/ui/file-with-reason.tsx';
import { useLocale, useText } from '#app/ui/locale.tsx';
import { Figure, Pager } from '#app/ui/pieces.tsx';
import type { RosterView } from './get-roster.server.ts';
import type { RosterState } from './roster-list.repo.server.ts';
import { RosterTable } from './roster-table.tsx';

/** What the address of a roster's page asks for. */
export interface RosterAddress {
  readonly contest: string | undefined;
  readonly state: RosterState | undefined;
  readonly name: string;
}

/** The query of an address: "?contest=…&state=…&q=…". */
export function rosterQuery({ contest, state, name }: RosterAddress, page = 1): string {
  const asked = new URLSearchParams();
  if (contest !== undefined) asked.set('contest', contest);
  if (state !== undefined) asked.set('state', state);
  if (name !== '') asked.set('q', name);
  if (page > 1) asked.set('page', String(page));
  return asked.size === 0 ? '' : `?${asked.toString()}`;
}

interface RosterPageProps {
  readonly unitId: string;
  readonly roster: RosterView;
  readonly contests: readonly { readonly slug: string; readonly title: string }[];
  readonly address: RosterAddress;
}

/** A unit's roster: numbers first, then who they are. */
export function RosterPage({ unitId, roster, contests, address }: RosterPageProps) {
  const t = useText(rostersText);
  const locale = useLocale();
  const { counts, people, found, page, pages } = roster;
  const number = (count: number): string => formatNumber(count, locale);
  return (
    <>
      <dl className="figures">
        <Figure name={t.people}>{number(people)}</Figure>
        <Figure name={t.withAccount}>{number(counts.taken + counts.notTaken)}</Figure>
        <Figure name={t.taken}>{number(counts.taken)}</Figure>
        <Figure name={t.notTaken}>{number(counts.notTaken)}</Figure>
      </dl>
      {counts.review > 0 && (
        <p className="notice notice--warn row row--apart no-print">
          <span>{t.review(number(counts.review))}</span>
          <Link className="button" to={paths.reviewRoster(unitId)}>
            {t.reviewLink}
          </Link>
        </p>
      )}
      <section className="stack" aria-label={t.title}>
        <RosterFilters contests={contests} address={address} />
        <StateTabs counts={counts} people={people} address={address} />
        {roster.lines.length === 0 ? (
          <p className="notice">{t.nobody}</p>
        ) : (
          <>
            <FileWithReason href={paths.rosterFile(unitId, rosterQuery(address))} name={t.export} />
            <RosterTable lines={roster.lines} caption={t.caption(number(found), number(people))} />
          </>
        )}
        <Pager page={page} pages={pages} hrefOf={(each) => rosterQuery(address, each) || '?'} />
      </section>
      <p className="small quiet">{t.fromFile(roster.fileName, formatInstant(roster.takenAt, locale))}</p>
    </>
  );
}

function RosterFilters({ contests, address }: Pick<RosterPageProps, 'contests' | 'address'>) {
  const t = useText(rostersText);
  return (
    <Form className="roster-search no-print" role="search" aria-label={t.search}>
      {address.state !== undefined && <input type="hidden" name="state" value={address.state} />}
      <div className="field">
        <label className="field__label" htmlFor="roster-query">
          {t.search}
        </label>
        <input
          className="input"
          id="roster-query"
          name="q"
          type="search"
          maxLength={100}
          autoComplete="off"
          key={address.name}
          defaultValue={address.name}
        />
      </div>
      {contests.length > 0 && (
        <div className="field">
          <label className="field__label" htmlFor="roster-contest">
            {t.contest}
          </label>
          <select
            className="input"
            id="roster-contest"
            name="contest"
            key={address.contest}
            defaultValue={address.contest}
          >
            {contests.map(({ slug, title }) => (
              <option key={slug} value={slug} lang="vi">
                {title}
              </option>
            ))}
          </select>
        </div>
      )}
      <button className="button button--quiet">{t.find}</button>
    </Form>
  );
}

const STATES = ['noAccount', 'notTaken', 'taken', 'review'] as const;

function StateTabs({
  counts,
  people,
  address,
}: {
  counts: RosterView['counts'];
  people: number;
  address: RosterAddress;
}) {
  const t = useText(rostersText);
  const locale = useLocale();
  return (
    <nav className="tabs no-print" aria-label={t.filterTitle}>
      {([undefined, ...STATES] as const).map((state) => (
        <Link
          key={state ?? ''}
          to={rosterQuery({ ...address, state }) || '?'}
          preventScrollReset
          aria-current={state === address.state ? 'true' : undefined}
        >
          {state === undefined ? t.all : t.states[state]}{' '}
          <span className="number">({formatNumber(state === undefined ? people : counts[state], locale)})</span>
        </Link>
      ))}
    </nav>
  );
}
