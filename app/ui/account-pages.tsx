import { Link } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { accountPagesText } from '#app/text/manage-tools.ts';
import { useText } from './locale.tsx';

/** Where the pages about the safety of the account and about own data are. */
export function AccountPages() {
  const t = useText(accountPagesText);
  const rows = [
    [paths.ownData(), t.data, t.dataAbout],
    [paths.sessions(), t.sessions, t.sessionsAbout],
    [paths.secondFactor(), t.secondFactor, t.secondFactorAbout],
    [paths.ownEmail(), t.email, t.emailAbout],
  ] as const;
  return (
    <section className="panel stack" aria-labelledby="account-pages">
      <h2 id="account-pages">{t.pages}</h2>
      <ul className="stack-s">
        {rows.map(([to, name, about]) => (
          <li key={to}>
            <Link to={to}>{name}</Link>
            <br />
            <span className="small quiet">{about}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
