import { Link } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { blueprintText } from '#app/text/blueprint.ts';
import { formatFixed, formatNumber, formatRate } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import { Figure } from '#app/ui/pieces.tsx';
import type { BlueprintLine, BlueprintRound, NeverDrawn } from './get-blueprint.server.ts';
import { OverlapPicture } from './overlap-picture.tsx';
import { quotaWords, type LessonNames } from './quota-words.ts';

interface RoundProps {
  readonly round: BlueprintRound;
  readonly names: LessonNames;
  /** Which part of their items two papers should share at most. */
  readonly shareWanted: number;
}

/** One round against the bank: a sentence of advice, the lines, how alike papers are, what is drawn most and what never. */
export function RoundBlueprint({ round, names, shareWanted }: RoundProps) {
  const t = useText(blueprintText);
  const locale = useLocale();
  const { overlap } = round;
  const half = Math.ceil(round.size / 2);
  const atLeastHalf = overlap?.chances.slice(half).reduce((sum, chance) => sum + chance, 0);
  return (
    <section className="stack" aria-labelledby={`round-${round.number}`}>
      <h2 id={`round-${round.number}`} lang="vi">
        {round.title} {round.kind === 'practice' && <span className="badge badge--quiet">{t.practice}</span>}
      </h2>
      <Advice round={round} names={names} shareWanted={shareWanted} />
      <dl className="figures">
        <Figure name={t.size}>{formatNumber(round.size, locale)}</Figure>
        <Figure name={t.drawable}>{formatNumber(round.drawable, locale)}</Figure>
        {overlap && (
          <>
            <Figure name={t.shared}>{formatFixed(overlap.mean, locale, 2)}</Figure>
            <Figure name={t.sharedShare}>{formatRate(overlap.mean / round.size, locale)}</Figure>
            <Figure name={t.atLeastHalf}>{formatRate(Math.min(1, atLeastHalf ?? 0), locale)}</Figure>
          </>
        )}
      </dl>
      <Lines round={round} names={names} />
      <p className="small quiet measure">{t.moreNote(formatRate(shareWanted, locale))}</p>
      {overlap && <OverlapPicture overlap={overlap} roundTitle={round.title} />}
      {round.exposures.length > 0 && <Exposures round={round} />}
      <Never never={round.never} />
    </section>
  );
}

function Advice({ round, names, shareWanted }: RoundProps) {
  const t = useText(blueprintText);
  const locale = useLocale();
  const number = (value: number): string => formatNumber(value, locale);
  const said = (pick: (line: BlueprintLine) => number): { sum: string; lines: string } => {
    const some = round.lines.filter((line) => pick(line) > 0);
    const lines = some.map((line) => t.advice.line(number(pick(line)), quotaWords(line.quota, t, names)));
    return { sum: number(some.reduce((sum, line) => sum + pick(line), 0)), lines: lines.join('; ') };
  };
  if (!round.overlap) {
    const { sum, lines } = said(({ missing }) => missing);
    return <p className="notice notice--bad">{t.advice.short(sum, lines)}</p>;
  }
  const part = round.overlap.mean / round.size;
  const share = formatRate(part, locale);
  if (part <= shareWanted) return <p className="notice notice--good">{t.advice.good(share)}</p>;
  const { sum, lines } = said(({ more }) => more);
  if (lines === '') return <p className="notice notice--warn">{t.advice.alikeOnly(share)}</p>;
  return <p className="notice notice--warn">{t.advice.alike(share, formatRate(shareWanted, locale), sum, lines)}</p>;
}

function Lines({ round, names }: { readonly round: BlueprintRound; readonly names: LessonNames }) {
  const t = useText(blueprintText);
  const locale = useLocale();
  const caption = t.linesCaption(round.title);
  return (
    <div className="table-scroll" role="region" aria-label={caption} tabIndex={0}>
      <table className="table lines">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t.section}</th>
            <th scope="col">{t.asks}</th>
            {[t.count, t.fits, t.missing, t.more].map((name) => (
              <th key={name} scope="col" className="is-number">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {round.lines.map((line, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- lines of a blueprint have no name of their own and do not move
            <tr key={index}>
              <td lang="vi">{line.section === round.lines[index - 1]?.section ? '' : line.section}</td>
              <th scope="row">{quotaWords(line.quota, t, names)}</th>
              <td className="is-number">{formatNumber(line.quota.count, locale)}</td>
              <td className="is-number">{formatNumber(line.fits, locale)}</td>
              <td className="is-number">
                {line.missing > 0 ? (
                  <strong className="badge badge--bad">{formatNumber(line.missing, locale)}</strong>
                ) : (
                  t.enough
                )}
              </td>
              <td className="is-number">{line.more > 0 ? formatNumber(line.more, locale) : '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Exposures({ round }: { readonly round: BlueprintRound }) {
  const t = useText(blueprintText);
  const locale = useLocale();
  return (
    <details>
      <summary>{t.exposure}</summary>
      <div className="table-scroll" role="region" aria-label={`${t.exposureCaption}: ${round.title}`} tabIndex={0}>
        <table className="table">
          <caption>{t.exposureCaption}</caption>
          <thead>
            <tr>
              <th scope="col">{t.item}</th>
              <th scope="col" className="is-number">
                {t.onPaper}
              </th>
            </tr>
          </thead>
          <tbody>
            {round.exposures.map(({ itemId, prompt, share }) => (
              <tr key={itemId}>
                <th scope="row">
                  <Link to={paths.manageItem(itemId)} lang="vi">
                    {prompt}
                  </Link>
                </th>
                <td className="is-number">{formatRate(share, locale)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

const REASONS = [
  'noLine',
  'otherKind',
  'contested',
  'inWork',
  'retired',
] as const satisfies readonly (keyof NeverDrawn)[];

function Never({ never }: { readonly never: NeverDrawn }) {
  const t = useText(blueprintText);
  const locale = useLocale();
  return (
    <details>
      <summary>{t.never}</summary>
      <table className="table">
        <caption>{t.neverCaption}</caption>
        <thead>
          <tr>
            <th scope="col">{t.reason}</th>
            <th scope="col" className="is-number">
              {t.items}
            </th>
          </tr>
        </thead>
        <tbody>
          {REASONS.map((reason) => (
            <tr key={reason}>
              <th scope="row">{t.reasons[reason]}</th>
              <td className="is-number">{formatNumber(never[reason], locale)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
