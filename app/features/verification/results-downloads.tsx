import { paths } from '#app/paths.ts';
import { resultsFileText } from '#app/text/results-file.ts';
import { formatInstant, formatNumber } from '#app/ui/format.ts';
import { FileWithReason } from '#app/ui/file-with-reason.tsx';
import { useLocale, useText } from '#app/ui/locale.tsx';
import type { ResultsPage } from './get-results-page.server.ts';

interface ResultsDownloadsProps extends ResultsPage {
  readonly contestSlug: string;
}

/** What can be downloaded of a contest, whether it is final, and how others can check it. */
export function ResultsDownloads({ contestSlug, ...page }: ResultsDownloadsProps) {
  return (
    <>
      <ResultsState {...page} />
      <CompleteFile contestSlug={contestSlug} checksum={page.checksum} />
      <RankingFiles contestSlug={contestSlug} rankings={page.rankings} />
      <Recomputing contestSlug={contestSlug} />
    </>
  );
}

function ResultsState({ isFinal, settledAt, attempts, waiting }: ResultsPage) {
  const t = useText(resultsFileText);
  const locale = useLocale();
  return (
    <div className="notice stack-s">
      <p>
        <strong>{isFinal ? t.final : t.provisional}</strong>
      </p>
      <p>{isFinal && settledAt !== undefined ? t.finalSince(formatInstant(settledAt, locale)) : t.provisionalWhy}</p>
      <p className="number">{t.attempts(formatNumber(attempts, locale))}</p>
      {waiting > 0 && <p className="number">{t.waiting(formatNumber(waiting, locale))}</p>}
    </div>
  );
}

function CompleteFile({ contestSlug, checksum }: { contestSlug: string; checksum: string | undefined }) {
  const t = useText(resultsFileText);
  return (
    <section className="stack-s" aria-labelledby="complete-file">
      <h2 id="complete-file">{t.complete}</h2>
      <p>{t.completeWhat}</p>
      <p>
        <a className="button" href={paths.resultsJson(contestSlug)}>
          {t.downloadJson}
        </a>
      </p>
      <h3>{t.checksum}</h3>
      <p>{t.checksumWhat}</p>
      {checksum === undefined ? (
        <p>
          {t.checksumLater} <a href={`${paths.manageResults(contestSlug)}?checksum=1`}>{t.checksumNow}</a>
        </p>
      ) : (
        <p>
          <code className="checksum">{checksum}</code>
        </p>
      )}
    </section>
  );
}

function RankingFiles({ contestSlug, rankings }: Pick<ResultsDownloadsProps, 'contestSlug' | 'rankings'>) {
  const t = useText(resultsFileText);
  const locale = useLocale();
  return (
    <section className="stack-s" aria-labelledby="ranking-files">
      <h2 id="ranking-files">{t.rankings}</h2>
      <p>{t.rankingsWhat}</p>
      <div className="table-scroll" role="region" aria-label={t.files} tabIndex={0}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t.scope}</th>
              <th scope="col">{t.state}</th>
              <th scope="col">{t.files}</th>
            </tr>
          </thead>
          <tbody>
            {rankings.map(({ scope, title, settledAt }) => {
              const name = title ?? t.allRounds;
              return (
                <tr key={scope}>
                  <th scope="row" lang={title === undefined ? undefined : 'vi'}>
                    {name}
                  </th>
                  <td>{settledAt === undefined ? t.notSettled : t.settled(formatInstant(settledAt, locale))}</td>
                  <td>
                    <RankingLinks contestSlug={contestSlug} scope={scope} name={name} />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function RankingLinks({ contestSlug, scope, name }: { contestSlug: string; scope: string; name: string }) {
  const t = useText(resultsFileText);
  return (
    <span className="row">
      <a href={paths.resultsCsv(contestSlug, scope)}>
        {t.csv}
        <span className="visually-hidden">{t.ofScope(name)}</span>
      </a>
      <FileWithReason
        href={paths.resultsCsv(contestSlug, scope, { hasNames: true })}
        name={t.csvNames}
        about={t.ofScope(name)}
      />
    </span>
  );
}

function Recomputing({ contestSlug }: { contestSlug: string }) {
  const t = useText(resultsFileText);
  return (
    <section className="stack-s" aria-labelledby="recompute">
      <h2 id="recompute">{t.recompute}</h2>
      <p>{t.recomputeHow}</p>
      <pre className="command">
        <code>{`npm run app -- recompute-results --file ket-qua-${contestSlug}.json`}</code>
      </pre>
    </section>
  );
}
