import { Form } from '@remix-run/react';
import { contestsText } from '#app/text/contests.ts';
import { participationText } from '#app/text/participation.ts';
import { formatFixed, formatNumber, formatRate } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import { Figure } from '#app/ui/pieces.tsx';
import { fullBar } from '#app/ui/rate-bar.tsx';
import type { RoundPhase } from '#app/domain/contests/phase.ts';
import type { UnitBoardRow } from './get-unit-board.server.ts';
import type { UnitOverview } from './get-unit-overview.server.ts';
import { UnitRateTable } from './unit-rate-table.tsx';

/** A contest that figures can be looked at for. */
export interface ContestOption {
  readonly slug: string;
  readonly title: string;
  readonly phase: RoundPhase;
}

/** Which contest the figures are of; with one contest there is nothing to choose. */
export function ContestChoice({ contests, chosen }: { contests: readonly ContestOption[]; chosen: string }) {
  const t = useText(participationText);
  const words = useText(contestsText);
  if (contests.length < 2) return null;
  return (
    <Form className="contest-choice measure no-print">
      <label>
        {t.contest}
        <select className="input" name="contest" key={chosen} defaultValue={chosen}>
          {contests.map(({ slug, title, phase }) => (
            <option key={slug} value={slug}>
              {`${words.phase[phase]}: ${title}`}
            </option>
          ))}
        </select>
      </label>
      <button className="button button--quiet">{t.chooseContest}</button>
    </Form>
  );
}

interface FiguresProps {
  readonly overview: Pick<
    UnitOverview,
    'headcount' | 'people' | 'rate' | 'missing' | 'mean' | 'allRight' | 'places' | 'finished'
  >;
  readonly showsScores: boolean;
  /** The most that can be earned; undefined where rounds differ. */
  readonly maxScore: number | undefined;
}

/** The figures of a unit in a contest, the number first, and its places. */
export function UnitFigures({ overview, showsScores, maxScore }: FiguresProps) {
  const t = useText(participationText);
  const locale = useLocale();
  const { headcount, people, rate, missing, mean, allRight, places } = overview;
  const meanText = mean === undefined ? '–' : formatFixed(mean, locale, 2);
  const block = places[0]?.block || t.otherBlock;
  return (
    <div className="stack">
      <dl className="figures figures--dense panel" aria-label={t.figures}>
        <Figure name={t.people}>{formatNumber(people, locale)}</Figure>
        <Figure name={t.headcount}>{headcount > 0 ? formatNumber(headcount, locale) : '–'}</Figure>
        <Figure name={t.rate}>{formatRate(rate, locale)}</Figure>
        <Figure name={t.missing}>{headcount > 0 ? formatNumber(missing, locale) : '–'}</Figure>
        {showsScores && (
          <>
            <Figure name={t.mean}>
              {mean === undefined || maxScore === undefined
                ? meanText
                : t.placeOf(meanText, formatNumber(maxScore, locale, 2))}
            </Figure>
            <Figure name={t.allRight}>{formatNumber(allRight, locale)}</Figure>
          </>
        )}
      </dl>
      {places.length > 0 && (
        <dl className="figures figures--dense panel own-unit" aria-label={t.placesIn(block)}>
          {places.map(({ criterion, rank, of }) => (
            <Figure key={criterion} name={t.placeBy[criterion]}>
              {t.placeOf(String(rank), String(of))}
            </Figure>
          ))}
        </dl>
      )}
      {headcount === 0 && <p className="notice">{t.noHeadcount}</p>}
      {rate !== undefined && rate > 1 && <p className="notice notice--warn">{t.overHundred}</p>}
    </div>
  );
}

/** The units directly below, by rate. */
export function SubUnits({
  rows,
  contestSlug,
  showsMeans,
}: {
  rows: readonly UnitBoardRow[];
  contestSlug: string;
  showsMeans: boolean;
}) {
  const t = useText(participationText);
  const locale = useLocale();
  if (rows.length === 0) return null;
  const full = fullBar(rows.map((row) => row.rate));
  return (
    <section className="stack" aria-labelledby="sub-units">
      <h2 id="sub-units">{t.subUnits}</h2>
      <UnitRateTable
        rows={rows}
        caption={t.listCaption(String(rows.length), formatRate(full, locale))}
        full={full}
        showsMeans={showsMeans}
        showsRanks={false}
        contestSlug={contestSlug}
      />
    </section>
  );
}
