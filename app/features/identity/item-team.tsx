import { Form } from '@remix-run/react';
import { authoringReviewText } from '#app/text/authoring-review.ts';
import { useText } from '#app/ui/locale.tsx';
import { Field } from '#app/ui/pieces.tsx';
import type { GrantLine } from './grant.repo.server.ts';

type Team = readonly GrantLine[];

/** Who works on questions, and how a role is given and taken. */
export function ItemTeam({ team, fault }: { readonly team: Team; readonly fault: string | undefined }) {
  const t = useText(authoringReviewText);
  const words = (role: string): string => (Object.hasOwn(t.roles, role) ? t.roles[role as keyof typeof t.roles] : role);
  return (
    <>
      <Form method="post" className="panel stack" key={team.length}>
        <Field name="signInName" label={t.signInName} fault={fault} required maxLength={60} autoComplete="off" />
        <div className="field">
          <label className="field__label" htmlFor="role">
            {t.role}
          </label>
          <select className="input" id="role" name="role">
            {Object.entries(t.roles).map(([role, name]) => (
              <option key={role} value={role}>
                {name}
              </option>
            ))}
          </select>
        </div>
        <div>
          <button className="button" name="do" value="give">
            {t.give}
          </button>
        </div>
      </Form>
      <section className="stack" aria-labelledby="members">
        <h2 id="members">{t.members}</h2>
        {team.length === 0 && <p className="quiet">{t.nobody}</p>}
        <ul className="stack-s">
          {team.map(({ accountId, fullName, role }) => (
            <li key={`${accountId} ${role}`}>
              <Form method="post" className="row row--apart">
                <span>
                  {fullName} <span className="badge">{words(role)}</span>
                </span>
                <input type="hidden" name="accountId" value={accountId} />
                <input type="hidden" name="role" value={role} />
                <button
                  className="button button--quiet button--small"
                  name="do"
                  value="take"
                  aria-label={t.takeOf(words(role), fullName)}
                >
                  {t.take}
                </button>
              </Form>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
