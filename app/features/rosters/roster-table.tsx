import { Form } from '@remix-run/react';
import { rostersText } from '#app/text/rosters.ts';
import { useText } from '#app/ui/locale.tsx';
import type { RosterLine, RosterState } from './roster-list.repo.server.ts';

const BADGES: Record<RosterState, string> = {
  review: 'badge badge--gold',
  noAccount: 'badge badge--quiet',
  notTaken: 'badge',
  taken: 'badge badge--good',
};

/** The people of a roster with how far each of them is. */
export function RosterTable({ lines, caption }: { lines: readonly RosterLine[]; caption: string }) {
  const t = useText(rostersText);
  return (
    <div className="table-scroll roster-list" role="region" aria-label={caption} tabIndex={0}>
      <table className="table">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col" className="is-number list-number">
              {t.number}
            </th>
            <th scope="col">{t.fullName}</th>
            <th scope="col" className="is-number">
              {t.birthYear}
            </th>
            <th scope="col">{t.state}</th>
            <th scope="col">{t.position}</th>
            <th scope="col">{t.categories}</th>
            <th scope="col" className="no-print">
              <span className="visually-hidden">{t.reopen}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Row key={line.id} line={line} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ line }: { line: RosterLine }) {
  const t = useText(rostersText);
  const canReopen = line.match === 'confirmed' || line.match === 'sure' || line.match === 'refused';
  return (
    <tr>
      <td className="is-number list-number">{line.number}</td>
      <th scope="row" lang="vi">
        {line.fullName}
      </th>
      <td className="is-number">{line.birthYear ?? '–'}</td>
      <td>
        <span className={BADGES[line.state]}>{t.states[line.state]}</span>
        {line.match === 'confirmed' && <span className="small quiet roster-note">{t.confirmedByHand}</span>}
      </td>
      <td lang="vi">{line.position}</td>
      <td>{line.categories.map((category) => t.categoryNames[category]).join(', ')}</td>
      <td className="no-print">
        {canReopen && (
          <Form method="post">
            <input type="hidden" name="personId" value={line.id} />
            <button
              className="button button--plain button--small"
              name="intent"
              value="reopen"
              aria-label={t.reopenOf(line.fullName)}
            >
              {t.reopen}
            </button>
          </Form>
        )}
      </td>
    </tr>
  );
}
