import { Form } from '@remix-run/react';
import { headcountsText } from '#app/text/headcounts.ts';
import { formatDate, formatInstant, formatNumber } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import type { HeadcountPage } from './get-headcount-page.server.ts';

const BADGE = { waiting: 'badge--gold', approved: 'badge--good', returned: 'badge--bad', withdrawn: 'badge--quiet' };

/** What the unit proposed, and what became of it. */
export function ProposalList({
  proposals,
  names,
}: {
  proposals: HeadcountPage['proposals'];
  names: Readonly<Record<string, string>>;
}) {
  const t = useText(headcountsText);
  const locale = useLocale();
  const nameOf = (id: string): string => names[id] ?? t.somebody;
  const caption = t.proposalsCaption(formatNumber(proposals.length, locale));
  return (
    <section className="stack" aria-labelledby="proposals">
      <h2 id="proposals">{t.proposalsTitle}</h2>
      {proposals.length === 0 ? (
        <p className="quiet">{t.proposalsNone}</p>
      ) : (
        <div className="table-scroll" role="region" aria-label={caption} tabIndex={0}>
          <table className="table table--wrap">
            <caption>{caption}</caption>
            <thead>
              <tr>
                <th scope="col">{t.category}</th>
                <th scope="col" className="is-number">
                  {t.proposed}
                </th>
                <th scope="col">{t.stateHead}</th>
                <th scope="col">{t.source}</th>
                <th scope="col">{t.proposedBy}</th>
              </tr>
            </thead>
            <tbody>
              {proposals.map((each) => (
                <tr key={each.id}>
                  <th scope="row">{t.categories[each.category]}</th>
                  <td className="is-number">{formatNumber(each.people, locale)}</td>
                  <td>
                    <span className={`badge ${BADGE[each.state]}`}>{t.state[each.state]}</span>
                    {each.decidedAt !== undefined && each.decidedById !== undefined && (
                      <span className="field__hint number">
                        {t.by(nameOf(each.decidedById), formatInstant(each.decidedAt, locale))}
                      </span>
                    )}
                    {each.reason !== '' && (
                      <span className="field__hint" lang="vi">
                        {each.reason}
                      </span>
                    )}
                    {each.state === 'waiting' && (
                      <Form method="post" className="no-print">
                        <input type="hidden" name="proposalId" value={each.id} />
                        <button
                          className="button button--plain"
                          name="intent"
                          value="withdraw"
                          aria-label={t.withdrawOf(t.categories[each.category], formatNumber(each.people, locale))}
                        >
                          {t.withdraw}
                        </button>
                      </Form>
                    )}
                  </td>
                  <td>
                    <span lang="vi">{each.source}</span>
                    <span className="field__hint number">
                      {t.asOf} {formatDate(each.asOf)}
                    </span>
                  </td>
                  <td>
                    <span lang="vi">{nameOf(each.proposedById)}</span>
                    <span className="field__hint number">{formatInstant(each.proposedAt, locale)}</span>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
