import { Link } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { boardsText } from '#app/text/boards.ts';
import { formatNumber } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import type { PersonRow } from './board-row.ts';
import { WhyHere } from './place-reasons.tsx';
import { useReasonWords } from './use-reason-words.ts';

/** The element of the own row, for addresses that lead to it. */
export const OWN_ROW = 'hang-cua-toi';

/** A podium has three steps; more people on them, where many tie, stand in the table. */
const STEPS = 3;

interface PersonBoardProps {
  readonly rows: readonly PersonRow[];
  /** Whose rows they are, above the table. */
  readonly caption: string;
  /** The first page of a whole board shows its first three on a podium. */
  readonly hasPodium?: boolean;
  /** Says the heading of the page what the table is? Then the caption is for those who listen only. */
  readonly hidesCaption?: boolean;
  /** Whether addresses that lead to the own row lead here; one board of a page only. */
  readonly hasOwnAnchor?: boolean;
}

/** The board of persons: the first three on a podium, everybody else in a table; each row says why it stands there. */
export function PersonBoard({
  rows,
  caption,
  hasPodium = false,
  hidesCaption = false,
  hasOwnAnchor = false,
}: PersonBoardProps) {
  const t = useText(boardsText);
  const leading = hasPodium ? leadersOf(rows) : [];
  const others = rows.slice(leading.length);
  const idOf = (row: PersonRow): { id?: string } => (hasOwnAnchor && row.isOwn ? { id: OWN_ROW } : {});
  return (
    <>
      {leading.length > 0 && (
        <section aria-label={t.podium}>
          <ol className="podium">
            {leading.map((row, index) => (
              <Step key={index} row={row} anchor={idOf(row)} />
            ))}
          </ol>
        </section>
      )}
      {others.length > 0 && <Rows rows={others} caption={caption} hidesCaption={hidesCaption} idOf={idOf} />}
    </>
  );
}

function leadersOf(rows: readonly PersonRow[]): readonly PersonRow[] {
  const leaders = rows.filter((row) => row.rank <= STEPS);
  return leaders.length === STEPS ? leaders : [];
}

function Step({ row, anchor }: { row: PersonRow; anchor: { id?: string } }) {
  return (
    <li className={`podium__step podium__step--${row.rank} ${row.isOwn ? 'is-own' : ''}`} {...anchor}>
      <RankMedal rank={row.rank} />
      <div className="podium__who">
        <Who row={row} />
      </div>
      <Score row={row} />
    </li>
  );
}

function RankMedal({ rank }: { rank: number }) {
  const t = useText(boardsText);
  const locale = useLocale();
  const number = formatNumber(rank, locale);
  return (
    <span className={rank <= STEPS ? `rank rank--${rank}` : 'rank'}>
      <span className="visually-hidden">{t.rankOf(number)}</span>
      <span aria-hidden="true">{number}</span>
    </span>
  );
}

interface RowsProps extends Required<Pick<PersonBoardProps, 'rows' | 'caption' | 'hidesCaption'>> {
  readonly idOf: (row: PersonRow) => { id?: string };
}

function Rows({ rows, caption, hidesCaption, idOf }: RowsProps) {
  const t = useText(boardsText);
  const locale = useLocale();
  return (
    <div className="board-frame">
      <table className="table board">
        <caption className={hidesCaption ? 'visually-hidden' : undefined}>{caption}</caption>
        <thead>
          <tr>
            <th scope="col" className="is-number">
              {t.rank}
            </th>
            <th scope="col">{t.person}</th>
            <th scope="col" className="is-number">
              {t.score}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index} className={row.isOwn ? 'is-own' : undefined} {...idOf(row)}>
              <td className="is-number">
                <span className={row.rank <= STEPS ? `rank rank--${row.rank}` : 'rank'}>
                  {formatNumber(row.rank, locale)}
                </span>
              </td>
              <th scope="row">
                <Who row={row} />
              </th>
              <td className="is-number">
                <Score row={row} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Score({ row }: { row: PersonRow }) {
  const locale = useLocale();
  return (
    <span className="board__score">
      <strong>{formatNumber(row.score, locale, 2)}</strong>/{formatNumber(row.maxScore, locale, 2)}
    </span>
  );
}

function Who({ row }: { row: PersonRow }) {
  const t = useText(boardsText);
  const words = useReasonWords();
  const name = row.name ?? t.formerPerson;
  return (
    <>
      <span className="board__name">
        {row.name === undefined ? name : <span lang="vi">{name}</span>}{' '}
        {row.isOwn && <span className="badge badge--gold">{t.you}</span>}
      </span>
      <Link className="board__unit" lang="vi" to={paths.unit(row.unitId)}>
        {row.unit}
      </Link>
      <span className="board__why number">{words.line(row, false)}</span>
      <WhyHere place={row} name={name} />
    </>
  );
}
