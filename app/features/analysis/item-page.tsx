import type { AnswerFigures } from '#app/domain/analysis/item-figures.ts';
import { shareIn } from '#app/domain/analysis/advice.ts';
import { SCORE_GROUPS, type Division } from '#app/domain/analysis/score-groups.ts';
import { analysisItemText } from '#app/text/analysis-item.ts';
import { GroupChart } from '#app/ui/charts/group-chart.tsx';
import { formatInstant, formatNumber, formatRate } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import { SafeHtml } from '#app/ui/safe-html.tsx';
import { AdviceList } from './advice-list.tsx';
import { correctionHref, editorHref } from './analysis-address.ts';
import type { AttemptsChoice } from './attempts-choice.ts';
import type { AnswerRow, ItemAnalysis } from './get-item-analysis.server.ts';
import { ItemFigureTable } from './item-figure-table.tsx';
import { RoundForm } from './round-form.tsx';

interface ItemViewProps {
  readonly slug: string;
  readonly itemVersionId: string;
  readonly item: ItemAnalysis;
  readonly choice: AttemptsChoice;
  readonly division: Division;
}

/** One question: as it is seen, what to do about it, who chose what, and every figure with its meaning. */
export function ItemView({ slug, itemVersionId, item, choice, division }: ItemViewProps) {
  const t = useText(analysisItemText);
  const locale = useLocale();
  const { figures } = item;
  return (
    <>
      <RoundForm rounds={item.rounds} round={item.round} choice={choice} />
      <section className="panel stack-s item-seen" aria-labelledby="seen">
        <h2 id="seen">{t.seen}</h2>
        {/* Made safe by the server: see platform/item-markdown. */}
        <SafeHtml html={item.promptHtml} />
        <Options item={item} />
        <p className="row no-print">
          <a href={editorHref(item.itemId)}>{t.edit}</a>
          <a href={correctionHref(slug, itemVersionId)}>{t.correctKey}</a>
        </p>
      </section>
      {item.countedAt !== undefined && (
        <p>{t.countedAt(formatInstant(item.countedAt, locale), formatNumber(figures?.attempts ?? 0, locale))}</p>
      )}
      {!figures && <p className="notice">{item.isCounting ? t.counting : t.nobody}</p>}
      {figures && (
        <>
          <section className="stack-s" aria-labelledby="advice">
            <h2 id="advice">{t.advice}</h2>
            <AdviceList advice={item.advice} />
          </section>
          <Answers item={item} division={division} choice={choice} />
          <ItemFigureTable item={item} figures={figures} />
        </>
      )}
    </>
  );
}

function Options({ item }: { item: ItemAnalysis }) {
  const t = useText(analysisItemText);
  const isListed = ['choice', 'multipleChoice', 'trueFalse'].includes(item.interaction);
  if (!isListed) return null;
  return (
    <ol lang="vi">
      {item.answers.map(({ id, text, isKey }) => (
        <li key={id} className={isKey ? 'item-seen__key' : undefined}>
          {text} {isKey && <span className="badge badge--good">✓ {t.key}</span>}
        </li>
      ))}
    </ol>
  );
}

/** What was answered, by score group: a picture and the same numbers as a table. */
function Answers({ item, division, choice }: Pick<ItemViewProps, 'item' | 'division' | 'choice'>) {
  const t = useText(analysisItemText);
  const locale = useLocale();
  const sizes = item.figures?.groupSizes[division];
  const hrefOf = (each: Division): string => `?round=${item.round.number}&attempts=${choice}&groups=${each}#answers`;
  const given = item.answers.filter(({ figures, isKey }) => figures || isKey || item.answers.length <= 8);
  const per = (figures: AnswerFigures | undefined, group: 'low' | 'middle' | 'high'): number =>
    100 * (shareIn(figures, division, group) ?? 0);
  return (
    <section className="stack" aria-labelledby="answers">
      <h2 id="answers">{t.answers}</h2>
      <p className="row no-print">
        <a href={hrefOf('kelley')} aria-current={division === 'kelley' ? 'true' : undefined}>
          {t.kelley}
        </a>
        <a href={hrefOf('thirds')} aria-current={division === 'thirds' ? 'true' : undefined}>
          {t.thirds}
        </a>
      </p>
      {sizes && given.length > 0 && given.length <= 8 && (
        <GroupChart
          points={given.map(({ name, isKey, figures }) => ({
            name: isKey ? `${name} ✓` : name,
            low: per(figures, 'low'),
            middle: per(figures, 'middle'),
            high: per(figures, 'high'),
            tip: SCORE_GROUPS.map((group) => `${t.groups[group]}: ${formatNumber(per(figures, group), locale, 1)} %`),
          }))}
          words={{ share: '%', groups: [t.groups.low, t.groups.middle, t.groups.high] }}
        />
      )}
      {!sizes && <p className="notice">{t.noGroups}</p>}
      <AnswerTable item={item} rows={given} division={division} />
      {(item.figures?.otherAnswers ?? 0) > 0 && (
        <p className="small">{t.others(formatNumber(item.figures?.otherAnswers ?? 0, locale))}</p>
      )}
    </section>
  );
}

function AnswerTable({ item, rows, division }: { item: ItemAnalysis; rows: readonly AnswerRow[]; division: Division }) {
  const t = useText(analysisItemText);
  const locale = useLocale();
  const sizes = item.figures?.groupSizes[division];
  return (
    <div className="table-scroll" role="region" aria-label={t.answer} tabIndex={0}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t.answer}</th>
            <th scope="col" className="is-number">
              {t.gave}
            </th>
            <th scope="col" className="is-number">
              {t.share}
            </th>
            {SCORE_GROUPS.map((group) => (
              <th scope="col" className="is-number" key={group}>
                {t.groups[group]}
                {sizes && ` (${formatNumber(sizes[group], locale)})`}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, name, text, isKey, figures }) => (
            <tr key={id} className={isKey ? 'answer-row--key' : undefined}>
              <th scope="row" className="answer-text" lang="vi">
                {isKey ? `${name} ✓` : name} {text && <span className="meaning">{text}</span>}
              </th>
              <td className="is-number">{formatNumber(figures?.attempts ?? 0, locale)}</td>
              <td className="is-number">
                {formatRate(figures ? figures.attempts / Math.max(1, figures.offered) : 0, locale)}
              </td>
              {SCORE_GROUPS.map((group) => (
                <td className="is-number" key={group}>
                  {sizes ? formatRate(figures ? shareIn(figures, division, group) : 0, locale) : '–'}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
