import { Form, Link, useNavigation } from '@remix-run/react';
import type { ReactNode } from 'react';
import type { Instant } from '#app/domain/kernel/time.ts';
import { paths } from '#app/paths.ts';
import { conductActsText } from '#app/text/conduct-acts.ts';
import { formatInstant, formatNumber } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import { FaultSummary } from '#app/ui/pieces.tsx';
import { ReasonField } from './act-fields.tsx';

interface Member {
  readonly accountId: string;
  readonly fullName: string;
  readonly unitName: string;
  readonly addedAt: Instant;
}

/** Who is on the organizing board. */
export function MemberTable({ contestSlug, members }: { contestSlug: string; members: readonly Member[] }) {
  const t = useText(conductActsText);
  const locale = useLocale();
  const here = paths.conductAct(contestSlug, 'board');
  const caption = t.membersCaption(formatNumber(members.length, locale));
  if (members.length === 0) return <p className="quiet">{t.membersEmpty}</p>;
  return (
    <section className="stack" aria-labelledby="members">
      <h2 id="members">{t.members}</h2>
      <div className="table-scroll" role="region" aria-label={caption} tabIndex={0}>
        <table className="table">
          <caption>{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{t.name}</th>
              <th scope="col">{t.unit}</th>
              <th scope="col">{t.addedAt}</th>
              <th scope="col">{t.remove}</th>
            </tr>
          </thead>
          <tbody>
            {members.map(({ accountId, fullName, unitName, addedAt }) => (
              <tr key={accountId}>
                <th scope="row" lang="vi">
                  {fullName}
                </th>
                <td lang="vi">{unitName}</td>
                <td className="number">{formatInstant(addedAt, locale)}</td>
                <td>
                  <Link to={`${here}?remove=${encodeURIComponent(accountId)}`} aria-label={t.removeOf(fullName)}>
                    {t.remove}
                  </Link>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

interface FormProps {
  readonly faults: Record<string, string> | undefined;
  readonly reason: string | undefined;
}

/** Adds a person; somebody who has entered only after a tick. */
export function AddMember({
  faults,
  reason,
  asksForce,
  children,
}: FormProps & { asksForce: boolean; children: ReactNode }) {
  const t = useText(conductActsText);
  const isBusy = useNavigation().state === 'submitting';
  return (
    <section className="panel stack-l" aria-labelledby="add">
      <h2 id="add">{t.addHeading}</h2>
      <FaultSummary faults={faults} />
      <Form className="stack-l" method="post" noValidate>
        {/* The button that Enter presses: the first of a form. It must not be that of a search of units. */}
        <button className="visually-hidden" name="intent" value="find-person" tabIndex={-1} aria-hidden="true" />
        {children}
        <ReasonField value={reason} fault={faults?.['reason']} hint={t.reasonHintBoard} />
        {asksForce && (
          <label className="tick">
            <input type="checkbox" name="force" value="yes" />
            <span>{t.force}</span>
          </label>
        )}
        <button className="button" name="intent" value="add" disabled={isBusy}>
          {t.add}
        </button>
      </Form>
    </section>
  );
}

/** Takes a person off. */
export function RemoveMember({ member, faults, reason }: FormProps & { member: Member }) {
  const t = useText(conductActsText);
  const isBusy = useNavigation().state === 'submitting';
  return (
    <section className="panel stack" aria-labelledby="remove">
      <h2 id="remove" lang="vi">
        {t.removeHeading(member.fullName)}
      </h2>
      <FaultSummary faults={faults} />
      <Form className="stack" method="post" noValidate>
        <input type="hidden" name="accountId" value={member.accountId} />
        <ReasonField value={reason} fault={faults?.['reason']} hint={t.reasonHintBoard} />
        <button className="button" name="intent" value="remove" disabled={isBusy}>
          {t.remove}
        </button>
      </Form>
    </section>
  );
}
