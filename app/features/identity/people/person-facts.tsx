import { Link } from '@remix-run/react';
import { accountsText } from '#app/text/accounts.ts';
import { identityText } from '#app/text/identity.ts';
import { formatInstant } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import type { PersonPage } from './get-person.server.ts';

/** What those who look after accounts see of one. */
export function PersonFacts({ person }: { person: PersonPage }) {
  const t = useText(accountsText);
  const locale = useLocale();
  const { access, disabledAt, lastSeenAt } = person;
  const { hasTotp: totp, passkeys, spareCodes: spare } = access;
  const has = { totp, passkeys, spare };
  const rows: [string, string][] = [
    [t.signInName, person.signInName],
    [t.birthYear, String(person.birthYear)],
    [t.unit, person.unitName],
    [t.state, disabledAt === undefined ? t.on : t.offSince(formatInstant(disabledAt, locale))],
    [t.registeredAt, formatInstant(person.createdAt, locale)],
    [t.lastSeenAt, lastSeenAt === undefined ? t.unknown : formatInstant(lastSeenAt, locale)],
    [t.sessions, String(access.sessions)],
    [t.factor, t.factorOf(has) || t.factorNone],
    [t.email, person.hasEmail ? t.emailYes : t.emailNo],
    [t.provider, access.identities > 0 ? t.linked : t.notLinked],
  ];
  return (
    <section className="panel stack" aria-labelledby="facts">
      <h2 id="facts">{t.facts}</h2>
      <dl className="facts">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

type Held = PersonPage['roles'][number];

/** The address that asks before a role is taken: which, where, and which block. */
const takeHref = ({ role, unitId, block }: Held): string =>
  `?${new URLSearchParams({ take: role, at: unitId, ...(block === undefined ? {} : { block }) }).toString()}`;

/** Roles that the person has, and who gave them. */
export function HeldRoles({ roles }: { roles: PersonPage['roles'] }) {
  const t = useText(accountsText);
  const words = useText(identityText);
  const locale = useLocale();
  return (
    <section className="panel stack" aria-labelledby="roles">
      <h2 id="roles">{t.heldRoles}</h2>
      {roles.length === 0 ? (
        <p className="quiet">{t.none}</p>
      ) : (
        <ul className="found-people">
          {roles.map((held) => {
            const { role, unitId, unitName, block, grantedAt, grantedBy, canTake } = held;
            return (
              <li key={`${role} ${unitId} ${block}`}>
                <span>
                  <strong lang="vi">{words.roleAt(words.role[role], unitName)}</strong>
                  <span className="field__hint">{block === undefined ? t.wholeBranch : t.onlyBlock(block)}</span>
                  <span className="field__hint">
                    {t.givenAt(
                      formatInstant(grantedAt, locale),
                      grantedBy === undefined ? t.byOperator : t.by(grantedBy),
                    )}
                  </span>
                </span>
                {canTake ? (
                  <Link
                    className="button button--quiet no-print"
                    to={takeHref(held)}
                    aria-label={t.takeOf(words.role[role], unitName)}
                  >
                    {t.take}
                  </Link>
                ) : (
                  <span className="small quiet">{t.beyond}</span>
                )}
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
