import { Form } from '@remix-run/react';
import type { ReportClock } from '#app/domain/reports/report-clock.ts';
import { reportsText } from '#app/text/reports.ts';
import { formatInstant } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import { FaultSummary } from '#app/ui/pieces.tsx';
import type { SnapshotHead } from './snapshots/snapshot.repo.server.ts';

const WEEKDAYS = ['1', '2', '3', '4', '5', '6', '7'] as const;
const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

/** When the figures of a contest are frozen every week. */
export function ClockForm({ clock, faults }: { clock: ReportClock; faults: Record<string, string> | undefined }) {
  const t = useText(reportsText);
  const sentences: Readonly<Record<string, string>> = t.faults;
  const said =
    faults &&
    Object.fromEntries(Object.entries(faults).map(([field, fault]) => [field, sentences[fault] ?? t.faults.form]));
  return (
    <Form method="post" className="panel stack">
      <FaultSummary faults={said} />
      <div className="report-choice">
        <div className="field">
          <label className="field__label" htmlFor="weekday">
            {t.weekday}
          </label>
          <select className="input" id="weekday" name="weekday" defaultValue={String(clock.weekday)}>
            {WEEKDAYS.map((day) => (
              <option key={day} value={day}>
                {t.weekdays[day]}
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label className="field__label" htmlFor="hour">
            {t.hour}
          </label>
          <select className="input" id="hour" name="hour" defaultValue={String(Math.floor(clock.minuteOfDay / 60))}>
            {HOURS.map((hour) => (
              <option key={hour} value={hour}>
                {t.hourOf(String(hour).padStart(2, '0'))}
              </option>
            ))}
          </select>
        </div>
        <button className="button">{t.setClock}</button>
      </div>
    </Form>
  );
}

/** What has been frozen, the newest first. */
export function SnapshotTable({ snapshots }: { snapshots: readonly SnapshotHead[] }) {
  const t = useText(reportsText);
  const locale = useLocale();
  return (
    <section className="stack-s">
      <h2 id="snapshots">{t.snapshots}</h2>
      {snapshots.length === 0 ? (
        <p className="notice">{t.noSnapshots}</p>
      ) : (
        <div className="table-scroll" role="region" tabIndex={0} aria-labelledby="snapshots">
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{t.at}</th>
                <th scope="col">{t.takenAt}</th>
                <th scope="col">{t.hash}</th>
              </tr>
            </thead>
            <tbody>
              {snapshots.map(({ id, at, takenAt, hash }) => (
                <tr key={id}>
                  <td className="number">{formatInstant(at, locale)}</td>
                  <td className="number">{formatInstant(takenAt, locale)}</td>
                  <td>
                    <code className="report-hash">{hash}</code>
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
