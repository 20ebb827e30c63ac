import { Form, Link } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { accountsText } from '#app/text/accounts.ts';
import { identityText } from '#app/text/identity.ts';
import { useText } from '#app/ui/locale.tsx';
import { Pager } from '#app/ui/pieces.tsx';
import type { ListedPerson, PeopleList as List } from './get-person.server.ts';

const addressOf = (query: Record<string, string>): string => `?${new URLSearchParams(query).toString()}`;

/** People by search; without one, those who have a role. The search is the address. */
export function PeopleList({ list, query }: { list: List; query: string }) {
  const t = useText(accountsText);
  const { people, count, isCut, isTooShort, page, pages, unit } = list;
  const inUnit: Record<string, string> = unit ? { unit: unit.id } : {};
  const nothing = isTooShort ? t.tooShort : query === '' ? t.nobodyWithRoles : t.nobody;
  return (
    <>
      <Form className="field measure no-print" role="search">
        <label className="field__label" htmlFor="q">
          {t.searchLabel}
        </label>
        <span className="field__hint" id="q-hint">
          {t.searchHint}
        </span>
        {unit && <input type="hidden" name="unit" value={unit.id} />}
        <div className="unit-picker__search">
          <input
            className="input"
            id="q"
            name="q"
            type="search"
            autoComplete="off"
            maxLength={100}
            defaultValue={query}
            key={query}
            aria-describedby="q-hint"
          />
          <button className="button">{t.search}</button>
        </div>
        {unit && (
          <p className="small">
            <span lang="vi">{t.onlyIn(unit.name)}</span> · <Link to={addressOf({ q: query })}>{t.allUnits}</Link>
          </p>
        )}
      </Form>
      <section className="stack" aria-labelledby="people">
        <h2 id="people">{query === '' ? t.withRoles : t.found}</h2>
        {isCut && <p className="notice notice--warn">{t.cut}</p>}
        {people.length === 0 ? (
          <p className="quiet">{nothing}</p>
        ) : (
          <div className="table-scroll" role="region" aria-label={t.caption(count)} tabIndex={0}>
            <table className="table">
              <caption>{t.caption(count)}</caption>
              <thead>
                <tr>
                  <th scope="col">{t.name}</th>
                  <th scope="col">{t.roles}</th>
                  <th scope="col">{t.unit}</th>
                </tr>
              </thead>
              <tbody>
                {people.map((person) => (
                  <Row key={person.accountId} person={person} />
                ))}
              </tbody>
            </table>
          </div>
        )}
        <Pager page={page} pages={pages} hrefOf={(to) => addressOf({ q: query, ...inUnit, page: String(to) })} />
      </section>
    </>
  );
}

function Row({ person }: { person: ListedPerson }) {
  const t = useText(accountsText);
  const words = useText(identityText);
  const { accountId, fullName, birthYear, signInName, unitName, roles, isOff, isOwn } = person;
  return (
    <tr>
      <th scope="row">
        <Link to={paths.managePerson(accountId)} lang="vi">
          {fullName}
        </Link>{' '}
        {isOwn && <span className="badge">{t.you}</span>} {isOff && <span className="badge badge--bad">{t.off}</span>}
        <span className="field__hint">
          {t.bornIn(birthYear)} · {signInName}
        </span>
      </th>
      <td>
        {roles.length === 0 ? (
          <span className="quiet">{t.noRoles}</span>
        ) : (
          roles.map(({ role, unitName: at, block }) => (
            <span key={`${role} ${at} ${block}`} className="field__hint">
              {block === undefined
                ? words.roleAt(words.role[role], at)
                : words.roleOfBlock(words.role[role], at, block)}
            </span>
          ))
        )}
      </td>
      <td lang="vi">{unitName}</td>
    </tr>
  );
}
