import { Link } from '@remix-run/react';
import { participationText } from '#app/text/participation.ts';
import { formatFixed, formatNumber, formatRate } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import { Figure } from '#app/ui/pieces.tsx';
import { fullBar } from '#app/ui/rate-bar.tsx';
import type { UnitBoardBlock, UnitBoardRow } from './get-unit-board.server.ts';
import { hrefOfUnit, UnitRateTable } from './unit-rate-table.tsx';

interface BoardProps {
  readonly blocks: readonly UnitBoardBlock[];
  readonly contestSlug: string;
  readonly showsMeans: boolean;
  readonly minimumHeadcount: number;
  readonly ownUnitId: string | undefined;
}

/** The board of units block by block, with links to the blocks above it. */
export function UnitBoardView({ blocks, ...board }: BoardProps) {
  const t = useText(participationText);
  return (
    <>
      {blocks.length > 1 && (
        <nav className="tabs no-print" aria-label={t.blocks}>
          {blocks.map((block, index) => (
            <a key={block.name} href={`#khoi-${index + 1}`}>
              {block.name || t.otherBlock}
            </a>
          ))}
        </nav>
      )}
      {blocks.map((block, index) => (
        <Block key={block.name} id={`khoi-${index + 1}`} block={block} board={board} />
      ))}
    </>
  );
}

function Block({ id, block, board }: { id: string; block: UnitBoardBlock; board: Omit<BoardProps, 'blocks'> }) {
  const t = useText(participationText);
  const locale = useLocale();
  const { minimumHeadcount, ...table } = board;
  const ranked = block.rows.filter((row) => row.rank !== undefined);
  const others = block.rows.filter((row) => row.rank === undefined);
  const full = fullBar(block.rows.map((row) => row.rate));
  const name = block.name || t.otherBlock;
  const rankedCaption = t.blockCaption(String(ranked.length), formatRate(full, locale));
  return (
    <section className="stack board-block" aria-labelledby={id}>
      <h2 id={id}>{name}</h2>
      {ranked.length > 0 && (
        <UnitRateTable
          {...table}
          rows={ranked}
          full={full}
          label={`${name}: ${rankedCaption}`}
          caption={rankedCaption}
        />
      )}
      {others.length > 0 && (
        <>
          <h3>{t.unranked}</h3>
          <p className="measure quiet">{t.unrankedWhy(formatNumber(minimumHeadcount, locale))}</p>
          <UnitRateTable
            {...table}
            rows={others}
            full={full}
            showsRanks={false}
            label={`${name}: ${t.unranked}`}
            caption={t.listCaption(String(others.length), formatRate(full, locale))}
          />
        </>
      )}
    </section>
  );
}

/** The row of who looks, before all others: the unit they belong to, with its place. */
export function OwnUnitPanel({
  row,
  block,
  contestSlug,
  showsMeans,
}: {
  row: UnitBoardRow;
  block: UnitBoardBlock;
  contestSlug: string;
  showsMeans: boolean;
}) {
  const t = useText(participationText);
  const locale = useLocale();
  const ranked = block.rows.filter((each) => each.rank !== undefined).length;
  return (
    <section className="panel own-unit stack" aria-labelledby="own-unit">
      <div>
        <p className="quiet small">{t.yourUnit}</p>
        <h2 id="own-unit">{row.name}</h2>
      </div>
      <dl className="figures figures--dense">
        <Figure name={t.placeIn(block.name || t.otherBlock)}>
          {row.rank === undefined ? t.notRanked : t.placeOf(String(row.rank), String(ranked))}
        </Figure>
        <Figure name={t.rate}>{formatRate(row.rate, locale)}</Figure>
        <Figure name={t.people}>{formatNumber(row.people, locale)}</Figure>
        <Figure name={t.headcount}>{row.headcount > 0 ? formatNumber(row.headcount, locale) : '–'}</Figure>
        {showsMeans && <Figure name={t.mean}>{row.mean === undefined ? '–' : formatFixed(row.mean, locale, 2)}</Figure>}
      </dl>
      <p className="no-print">
        <Link className="button button--quiet" to={hrefOfUnit(row.unitId, contestSlug)}>
          {t.seeUnit}
        </Link>
      </p>
    </section>
  );
}
