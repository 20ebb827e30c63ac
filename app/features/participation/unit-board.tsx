import { Link } from '@remix-run/react';
import type { UnitCriterion } from '#app/domain/contests/contest.ts';
import { participationText } from '#app/text/participation.ts';
import { formatFixed, formatNumber, formatRate } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import { Figure } from '#app/ui/pieces.tsx';
import { CriterionTable, fullOf, hrefOfUnit } from './criterion-table.tsx';
import type { FigureRow, UnitBoardBlock, UnitBoardRow } from './get-unit-board.server.ts';

interface BoardProps {
  readonly criterion: UnitCriterion;
  readonly showsScores: boolean;
  readonly contestSlug: string;
  readonly scopeKey: string;
  readonly minimumHeadcount: number;
}

interface UnitBoardProps extends BoardProps {
  readonly blocks: readonly UnitBoardBlock[];
  readonly ownUnitId: string | undefined;
}

/** The board of units block by block, with links to the blocks above it. */
export function UnitBoardView({ blocks, ...board }: UnitBoardProps) {
  const t = useText(participationText);
  const full = fullOf(
    blocks.flatMap((block) => block.rows),
    board.criterion,
  );
  return (
    <>
      {blocks.length > 1 && (
        <nav className="tabs no-print" aria-label={t.blocks}>
          {blocks.map((block, index) => (
            <a key={block.name} href={`#khoi-${index + 1}`} lang="vi">
              {block.name || t.otherBlock}
            </a>
          ))}
        </nav>
      )}
      {blocks.map((block, index) => (
        <Block key={block.name} id={`khoi-${index + 1}`} block={block} board={board} full={full} />
      ))}
    </>
  );
}

interface BlockProps {
  readonly id: string;
  readonly block: UnitBoardBlock;
  readonly board: Omit<UnitBoardProps, 'blocks'>;
  readonly full: number;
}

function Block({ id, block, board, full }: BlockProps) {
  const t = useText(participationText);
  const locale = useLocale();
  const { criterion, showsScores, ownUnitId } = board;
  const ranked = block.rows.filter((row) => row.rank !== undefined);
  const others = block.rows.filter((row) => row.rank === undefined);
  const name = block.name || t.otherBlock;
  const hrefOf = (unitId: string): string => hrefOfUnit(unitId, board.contestSlug, board.scopeKey);
  const table = { criterion, showsScores, ownUnitId, full, hrefOf };
  const isTooSmall = others.some((row) => row.headcount < board.minimumHeadcount);
  return (
    <section className="stack board-block" aria-labelledby={id}>
      <h2 id={id} lang="vi">
        {name}
      </h2>
      {ranked.length > 0 && (
        <CriterionTable
          {...table}
          rows={ranked}
          label={`${name}: ${t.unitCount(String(ranked.length))}`}
          caption={t.unitCount(formatNumber(ranked.length, locale))}
        />
      )}
      {others.length > 0 && (
        <details className="fold" open={ranked.length === 0 || others.some((row) => row.unitId === ownUnitId)}>
          <summary>{t.unrankedCount(formatNumber(others.length, locale))}</summary>
          <div className="stack-s">
            <p className="measure quiet">
              {isTooSmall ? t.unrankedWhy(formatNumber(board.minimumHeadcount, locale)) : t.unrankedNoValue}
            </p>
            <CriterionTable
              {...table}
              rows={others}
              label={`${name}: ${t.unranked}`}
              caption={t.unrankedCount(formatNumber(others.length, locale))}
            />
          </div>
        </details>
      )}
    </section>
  );
}

/** The blocks against each other. */
export function BlockBoardView({ rows, criterion, showsScores }: BoardProps & { rows: readonly FigureRow[] }) {
  const t = useText(participationText);
  const caption = t.blockCount(String(rows.length));
  return (
    <CriterionTable
      rows={rows}
      criterion={criterion}
      showsScores={showsScores}
      label={t.blockBoardTitle}
      caption={caption}
      ownUnitId={undefined}
      full={fullOf(rows, criterion)}
      hrefOf={undefined}
    />
  );
}

/** Links between the boards by each of the criteria that the rules declare; nothing where there is one. */
export function CriterionNav({
  criteria,
  criterion,
  hrefOf,
}: {
  criteria: readonly UnitCriterion[];
  criterion: UnitCriterion | undefined;
  hrefOf: (criterion: UnitCriterion) => string;
}) {
  const t = useText(participationText);
  if (criteria.length < 2) return null;
  return (
    <nav className="tabs no-print" aria-label={t.rankedBy}>
      {criteria.map((each) => (
        <Link key={each} to={hrefOf(each)} preventScrollReset aria-current={each === criterion ? 'true' : undefined}>
          {t.criterion[each]}
        </Link>
      ))}
    </nav>
  );
}

/** The row of who looks, before all others: the unit they belong to, with its place. */
export function OwnUnitPanel({ row, block, board }: { row: UnitBoardRow; block: UnitBoardBlock; board: BoardProps }) {
  const t = useText(participationText);
  const locale = useLocale();
  const ranked = block.rows.filter((each) => each.rank !== undefined).length;
  return (
    <section className="panel own-unit stack" aria-labelledby="own-unit">
      <div>
        <p className="quiet small">{t.yourUnit}</p>
        <h2 id="own-unit" lang="vi">
          {row.name}
        </h2>
      </div>
      <dl className="figures figures--dense">
        <Figure name={t.placeBy[board.criterion]}>
          {row.rank === undefined ? t.notRanked : t.placeOf(String(row.rank), String(ranked))}
        </Figure>
        <Figure name={t.people}>{formatNumber(row.people, locale)}</Figure>
        <Figure name={t.rate}>{formatRate(row.rate, locale)}</Figure>
        {board.showsScores && (
          <>
            <Figure name={t.mean}>{row.mean === undefined ? '–' : formatFixed(row.mean, locale, 2)}</Figure>
            <Figure name={t.allRight}>{formatNumber(row.allRight, locale)}</Figure>
          </>
        )}
      </dl>
      <p className="no-print">
        <Link className="button button--quiet" to={hrefOfUnit(row.unitId, board.contestSlug, board.scopeKey)}>
          {t.seeUnit}
        </Link>
      </p>
    </section>
  );
}
