import { Link } from '@remix-run/react';
import type { Instant } from '#app/domain/kernel/time.ts';
import { paths } from '#app/paths.ts';
import { signalText } from '#app/text/signal.ts';
import { useText } from '#app/ui/locale.tsx';
import type { SignalPage } from './get-signal-page.server.ts';
import { useSignalWords } from './use-signal-words.ts';

interface Row {
  readonly attemptId: string;
  readonly accountId: string;
  readonly unitId: string;
  readonly startedAt?: Instant;
  readonly finishedAt?: Instant;
}

/** Who a signal is about, with the attempts. */
export function SignalMembers({
  page,
  names,
}: {
  page: Pick<SignalPage, 'contest' | 'id' | 'evidence' | 'unitNames'>;
  /** By account. */
  names: Readonly<Record<string, string>>;
}) {
  const t = useText(signalText);
  const { number, at } = useSignalWords();
  const { contest, id, evidence, unitNames } = page;
  const rows: readonly Row[] = evidence.members;
  if (rows.length === 0) return null;
  const hasTimes = rows.some(({ startedAt }) => startedAt !== undefined);
  const size = evidence.kind === 'sameAnswers' ? evidence.size : rows.length;
  return (
    <section className="stack" aria-labelledby="people">
      <h2 id="people">{t.people}</h2>
      <p className="small quiet measure">
        {t.peopleNote} {size > rows.length && t.namedOf(number(rows.length), number(size))}
      </p>
      <div className="table-scroll" tabIndex={0} role="region" aria-label={t.person}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t.person}</th>
              <th scope="col">{t.unit}</th>
              {hasTimes && <th scope="col">{t.started}</th>}
              {hasTimes && <th scope="col">{t.finished}</th>}
              <th scope="col">{t.attempt}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ attemptId, accountId, unitId, startedAt, finishedAt }) => (
              <tr key={attemptId}>
                <th scope="row" lang="vi">
                  {names[accountId] ?? '–'}
                </th>
                <td lang="vi">{unitNames[unitId] ?? '–'}</td>
                {hasTimes && <td className="number">{startedAt === undefined ? '–' : at(startedAt)}</td>}
                {hasTimes && <td className="number">{finishedAt === undefined ? '–' : at(finishedAt)}</td>}
                <td>
                  <Link to={`${paths.managedAttempt(contest.slug, attemptId)}?signal=${id}`}>{t.seeAttempt}</Link>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
