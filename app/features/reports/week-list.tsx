import { Form, Link, useRevalidator } from '@remix-run/react';
import { useEffect } from 'react';
import { paths } from '#app/paths.ts';
import { reportsText } from '#app/text/reports.ts';
import { formatInstant } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import type { FileProgress, WeekRow } from './get-report-page.server.ts';

const FORMATS = ['docx', 'xlsx', 'pdf'] as const;
const ASK_EVERY_MS = 1_000;

interface WeekListProps {
  readonly weeks: readonly WeekRow[];
  readonly unitId: string;
  /** Of contest, block and page, as the address has them. */
  readonly query: Readonly<Record<string, string>>;
}

const isBusy = (file: FileProgress | undefined): boolean => file?.state === 'waiting' || file?.state === 'making';

/** The weeks of a contest with what can be had of each: made files to download, others to be made. */
export function WeekList({ weeks, unitId, query }: WeekListProps) {
  const t = useText(reportsText);
  const locale = useLocale();
  const isWaiting = weeks.some(({ files }) => FORMATS.some((format) => isBusy(files[format])));
  return (
    <section className="stack" aria-labelledby="weeks">
      <h2 id="weeks">{t.weeks}</h2>
      {isWaiting && <Waiting here={paths.unitReports(unitId, `?${new URLSearchParams(query)}`)} />}
      <ol className="report-weeks">
        {weeks.map((week) => (
          <li className="panel report-week" key={week.id} id={week.id}>
            <h3 className="number">{t.week(formatInstant(week.at, locale))}</h3>
            <p className="row">
              <Link to={paths.reportPreview(unitId, `?${new URLSearchParams({ ...query, week: week.id })}`)}>
                {t.preview}
              </Link>
            </p>
            <div className="row report-week__files">
              {FORMATS.map((format) => (
                <WeekFile key={format} week={week} format={format} unitId={unitId} query={query} />
              ))}
            </div>
            <p className="small quiet report-week__hash">
              {t.hash}: <code>{week.hash.slice(0, 16)}…</code>
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Asks again by itself; without scripts the browser does, by the refresh in the head. */
function Waiting({ here }: { here: string }) {
  const t = useText(reportsText);
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    if (state !== 'idle') return;
    const timer = setTimeout(revalidate, ASK_EVERY_MS);
    return () => clearTimeout(timer);
  }, [revalidate, state]);
  return (
    <div className="notice stack-s" role="status">
      <p>{t.makingNote}</p>
      <noscript>
        <meta httpEquiv="refresh" content="3" />
        <Link to={here}>{t.reload}</Link>
      </noscript>
    </div>
  );
}

interface WeekFileProps extends Pick<WeekListProps, 'unitId' | 'query'> {
  readonly week: WeekRow;
  readonly format: (typeof FORMATS)[number];
}

function WeekFile({ week, format, unitId, query }: WeekFileProps) {
  const t = useText(reportsText);
  const locale = useLocale();
  const file = week.files[format];
  const name = t.formatNames[format];
  const of = <span className="visually-hidden">, {t.week(formatInstant(week.at, locale))}</span>;
  if (file?.state === 'made') {
    return (
      <a
        className="button"
        href={paths.reportFile(unitId, `?${new URLSearchParams({ ...query, week: week.id, format })}`)}
      >
        {t.download(name)}
        {of}
      </a>
    );
  }
  if (file && isBusy(file)) {
    const words = file.state === 'waiting' ? t.waiting : t.making(String(file.progress));
    return (
      <span className="report-week__busy">
        {name}: {words} <progress max={100} value={file.progress} aria-label={`${name}: ${words}`} />
      </span>
    );
  }
  return (
    <Form method="post" preventScrollReset>
      <input type="hidden" name="week" value={week.id} />
      {file?.state === 'failed' && <p className="small field__fault">{t.failed}</p>}
      <button className="button button--quiet" name="format" value={format}>
        {file?.state === 'failed' ? t.again(name) : t.make(name)}
        {of}
      </button>
    </Form>
  );
}
