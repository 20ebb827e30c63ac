import { LEAST_PAPERS, readFacility } from '#app/domain/results/facility-reading.ts';
import { manageText } from '#app/text/manage.ts';
import { formatNumber } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import { RateBar } from '#app/ui/rate-bar.tsx';
import type { ItemShare } from './get-item-shares.server.ts';

/** Questions that are shown at once; the others open on demand. */
const FIRST = 12;

interface ItemSharesProps {
  readonly shares: readonly ItemShare[];
  /** Short titles of topics by slug. */
  readonly topicNames: Readonly<Record<string, string>>;
}

/** How the questions did: the hardest first, each with what its share right means. */
export function ItemShares({ shares, topicNames }: ItemSharesProps) {
  const t = useText(manageText);
  const count = (rows: readonly unknown[]): string => String(rows.length);
  const [first, rest] = [shares.slice(0, FIRST), shares.slice(FIRST)];
  const suspects = shares.filter((share) => readFacility(share.facility, share.attempts) === 'suspect');
  return (
    <section className="stack" aria-labelledby="items">
      <div className="stack-s">
        <h2 id="items">{t.items}</h2>
        <p className="quiet small measure">{shares.length === 0 ? t.itemsEmpty : t.itemsNote}</p>
      </div>
      {suspects.length > 0 && <p className="notice notice--warn">{t.suspects(count(suspects))}</p>}
      {first.length > 0 && (
        <ItemTable
          shares={first}
          topicNames={topicNames}
          caption={rest.length > 0 ? t.itemsHardest(count(first)) : t.itemsCaption(count(first))}
        />
      )}
      {rest.length > 0 && (
        <details className="fold">
          <summary>{t.itemsRest(count(rest))}</summary>
          <ItemTable shares={rest} topicNames={topicNames} caption={t.itemsRestCaption(count(rest))} />
        </details>
      )}
      {first.length > 0 && <p className="small quiet measure">{t.readingLegend(String(LEAST_PAPERS))}</p>}
    </section>
  );
}

function ItemTable({ shares, topicNames, caption }: ItemSharesProps & { caption: string }) {
  const t = useText(manageText);
  return (
    <div className="table-scroll" role="region" aria-label={caption} tabIndex={0}>
      <table className="table">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t.item}</th>
            <th scope="col">{t.facility}</th>
            <th scope="col">{t.reading}</th>
            <th scope="col" className="is-number">
              {t.papers}
            </th>
            <th scope="col" className="is-number">
              {t.blank}
            </th>
          </tr>
        </thead>
        <tbody>
          {shares.map((share) => (
            <ItemRow key={share.itemVersionId} share={share} topic={topicNames[share.topicSlug] ?? share.topicSlug} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

const LOOK = { easy: 'badge--good', medium: '', hard: 'badge--gold', suspect: 'badge--bad', unknown: 'badge--quiet' };

function ItemRow({ share, topic }: { share: ItemShare; topic: string }) {
  const t = useText(manageText);
  const locale = useLocale();
  const reading = readFacility(share.facility, share.attempts);
  const difficulty = t.difficulty[share.difficulty as keyof typeof t.difficulty] ?? share.difficulty;
  return (
    <tr>
      <th scope="row">
        <span className="item-shares__prompt" lang="vi">
          {share.prompt}
        </span>
        <span className="item-shares__about">
          {share.itemId} · {topic} · {difficulty}
        </span>
      </th>
      <td>
        <RateBar rate={share.facility} />
      </td>
      <td>
        <span className={`badge ${LOOK[reading]}`}>{t.readings[reading]}</span>
      </td>
      <td className="is-number">{formatNumber(share.attempts, locale)}</td>
      <td className="is-number">{formatNumber(share.attempts - share.answered, locale)}</td>
    </tr>
  );
}
