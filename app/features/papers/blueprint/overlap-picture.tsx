import { blueprintText } from '#app/text/blueprint.ts';
import { formatNumber, formatRate } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import { RateBar } from '#app/ui/rate-bar.tsx';
import type { BlueprintRound } from './get-blueprint.server.ts';

/** Rows beyond are said by the last one. */
const RARE = 0.0005;

interface PictureProps {
  readonly overlap: NonNullable<BlueprintRound['overlap']>;
  readonly roundTitle: string;
}

/** How likely two papers share so many items: bars with their numbers, and by what they were counted. */
export function OverlapPicture({ overlap, roundTitle }: PictureProps) {
  const t = useText(blueprintText);
  const locale = useLocale();
  const { chances, method, papers } = overlap;
  const atLeast = chances.map((_, shared) =>
    Math.min(
      1,
      chances.slice(shared).reduce((sum, each) => sum + each, 0),
    ),
  );
  const first = Math.max(
    0,
    chances.findIndex((chance) => chance >= RARE),
  );
  const shown = chances
    .map((chance, shared) => ({ chance, shared, least: atLeast[shared] ?? 0 }))
    .filter(({ shared, least }) => shared >= first && least >= RARE);
  const full = Math.max(...shown.map(({ chance }) => chance));
  return (
    <div className="stack-s">
      <h3>{t.overlap}</h3>
      <p className="measure">{method === 'exact' ? t.exact : t.simulated(formatNumber(papers, locale))}</p>
      <div className="table-scroll" role="region" aria-label={`${t.chancesCaption}: ${roundTitle}`} tabIndex={0}>
        <table className="table">
          <caption>{t.chancesCaption}</caption>
          <thead>
            <tr>
              <th scope="col" className="is-number">
                {t.sharedItems}
              </th>
              <th scope="col">{t.chance}</th>
              <th scope="col" className="is-number">
                {t.chanceAtLeast}
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ shared, chance, least }) => (
              <tr key={shared}>
                <th scope="row" className="is-number">
                  {formatNumber(shared, locale)}
                </th>
                <td>
                  <RateBar rate={chance} full={full} />
                </td>
                <td className="is-number">{formatRate(least, locale)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
