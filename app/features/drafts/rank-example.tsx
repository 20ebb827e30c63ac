import type { RankCriterion } from '#app/domain/contests/contest.ts';
import { partingCriterion, rankKey, type RankFacts } from '#app/domain/results/rank-key.ts';
import { rankRows } from '#app/domain/results/rank.ts';
import { draftRankingText } from '#app/text/drafts-ranking.ts';
import { formatClock, formatDuration, formatNumber } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';

const MINUTE = 60_000;
const MORNING = Date.parse('2026-12-01T08:14:07+07:00');

/** What two people share, and what the first has that is better by each criterion. */
const SHARED: RankFacts = {
  score: 18,
  predictionDistance: 40,
  duration: 6 * MINUTE,
  submittedAt: MORNING,
  attempts: 2,
  birthYear: 1985,
  lot: 'b7',
};

const BETTER: Record<RankCriterion, Partial<RankFacts>> = {
  score: { score: 20 },
  predictionDistance: { predictionDistance: 12 },
  duration: { duration: 4 * MINUTE + 31_000 },
  submittedAt: { submittedAt: MORNING - 9 * MINUTE },
  fewerAttempts: { attempts: 1 },
  older: { birthYear: 1972 },
  younger: { birthYear: 1996 },
  lot: { lot: '1c' },
};

/** Two people who are equal in all but the last criterion, put in order by the rule that ranks everybody. */
export function RankExample({ chain }: { chain: readonly RankCriterion[] }) {
  const t = useText(draftRankingText);
  const last = chain.at(-1);
  if (last === undefined) return null;
  const people = [
    { name: t.names.second, facts: SHARED },
    { name: t.names.first, facts: { ...SHARED, ...BETTER[last] } },
  ];
  const rows = rankRows(
    people,
    ({ facts }) => rankKey(facts, chain),
    ({ name }) => name,
  );
  const [above, below] = rows;
  if (!above || !below) return null;
  const parting = partingCriterion(rankKey(above.row.facts, chain), rankKey(below.row.facts, chain), chain);
  const names = [above.row.name, below.row.name] as const;
  return (
    <div className="example stack-s">
      <h2 className="form-group__title">{t.example}</h2>
      <p>{t.exampleLead}</p>
      <div className="table-scroll" role="region" aria-label={t.example} tabIndex={0}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col" className="is-number">
                {t.rank}
              </th>
              <th scope="col">{t.person}</th>
              {chain.map((criterion) => (
                <th scope="col" className="is-number" key={criterion}>
                  {t.values[criterion]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ row, rank }) => (
              <tr key={row.name}>
                <td className="is-number">{rank}</td>
                <th scope="row">{row.name}</th>
                {chain.map((criterion) => (
                  <td className={criterion === parting ? 'is-number example__parting' : 'is-number'} key={criterion}>
                    <Value criterion={criterion} facts={row.facts} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p>
        <strong>{parting ? t.verdict(...names, t.criteria[parting].name) : t.tie(...names)}</strong>
      </p>
      <p className="small quiet">{t.equal}</p>
    </div>
  );
}

function Value({ criterion, facts }: { criterion: RankCriterion; facts: RankFacts }) {
  const locale = useLocale();
  switch (criterion) {
    case 'score':
      return formatNumber(facts.score, locale);
    case 'predictionDistance':
      return formatNumber(facts.predictionDistance ?? 0, locale);
    case 'duration':
      return formatDuration(facts.duration, locale);
    case 'submittedAt':
      return formatClock(facts.submittedAt);
    case 'fewerAttempts':
      return facts.attempts;
    case 'older':
    case 'younger':
      return facts.birthYear;
    case 'lot':
      return facts.lot;
  }
}
