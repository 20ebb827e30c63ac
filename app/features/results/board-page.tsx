import { Link } from '@remix-run/react';
import type { BoardState } from '#app/domain/results/board-state.ts';
import { paths, withReturn } from '#app/paths.ts';
import { boardsText } from '#app/text/boards.ts';
import { formatNumber } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import { Pager } from '#app/ui/pieces.tsx';
import { boardHref, type BoardAddress } from './board-address.ts';
import type { BoardBasis } from './board-basis.ts';
import type { PersonRow } from './board-row.ts';
import { BasisPanel, BoardStatus } from './board-status.tsx';
import { OWN_ROW, PersonBoard } from './person-board.tsx';
import { FoundUnits, PersonSearch, ShownPart } from './person-search.tsx';

/** What a search found. */
export interface BoardSearch {
  readonly query: string;
  readonly units: readonly { readonly id: string; readonly name: string; readonly pathText: string }[];
  readonly people: readonly PersonRow[];
  /** Whether the own name is like what was searched for. */
  readonly isOwnName: boolean;
}

export interface BoardPageProps {
  readonly address: BoardAddress;
  readonly state: BoardState;
  readonly isVisible: boolean;
  readonly rows: readonly PersonRow[];
  readonly total: number;
  readonly everybody: number;
  readonly page: number;
  readonly pages: number;
  readonly own: (PersonRow & { readonly page: number | undefined }) | undefined;
  readonly isSignedIn: boolean;
  readonly unitName: string | undefined;
  readonly blocks: readonly string[];
  readonly basis: BoardBasis;
  /** Undefined where nothing is searched for. */
  readonly search: BoardSearch | undefined;
}

/** The board of persons: how final it is, the own row, the search, the rows, and what ranks are based on. */
export function BoardPage(props: BoardPageProps) {
  const { address, state, isVisible, blocks, basis, unitName, search } = props;
  return (
    <>
      <BoardStatus state={state} />
      {state.kind !== 'upcoming' && <OwnPanel {...props} />}
      {isVisible && state.kind !== 'upcoming' && (
        <>
          <PersonSearch address={address} blocks={blocks} />
          {search ? (
            <Found search={search} address={address} />
          ) : (
            <>
              <ShownPart address={address} unit={unitName} />
              <ShownRows {...props} />
            </>
          )}
        </>
      )}
      <BasisPanel basis={basis} />
    </>
  );
}

function OwnPanel({ own, address, state, page, everybody, isSignedIn, search, unitName }: BoardPageProps) {
  const t = useText(boardsText);
  const locale = useLocale();
  const here = boardHref(address);
  if (!isSignedIn) {
    return (
      <p className="no-print">
        <Link to={withReturn(paths.signIn(), here)}>{t.signIn}</Link>
      </p>
    );
  }
  const isOver = state.kind === 'closed' || state.kind === 'final';
  if (!own) return <p className="notice">{isOver ? t.notRanked : t.notRankedYet}</p>;
  const isHere = own.page === page && !search && unitName === undefined && address.block === undefined;
  const { slug, round } = address;
  return (
    <section className="stack-s" aria-labelledby="own-row">
      <h2 id="own-row">{t.yourPlace}</h2>
      <p>{t.placeOf(formatNumber(own.rank, locale), formatNumber(Math.max(everybody, own.rank), locale))}</p>
      <PersonBoard rows={[own]} caption={t.yourPlace} hidesCaption />
      {state.kind === 'frozen' && <p className="small quiet">{t.ownNow}</p>}
      {own.page !== undefined && (
        <p className="no-print">
          <Link
            className="button button--quiet"
            to={isHere ? `#${OWN_ROW}` : boardHref({ slug, round, page: own.page }, OWN_ROW)}
          >
            {t.whereAmI}
          </Link>
        </p>
      )}
    </section>
  );
}

/** What stands in place of the rows of a whole board that has none. */
const EMPTY: Partial<Record<BoardState['kind'], 'emptyAtFreeze' | 'emptyForGood'>> = {
  frozen: 'emptyAtFreeze',
  closed: 'emptyForGood',
  final: 'emptyForGood',
};

function ShownRows({ address, state, rows, total, page, pages, unitName }: BoardPageProps) {
  const t = useText(boardsText);
  const locale = useLocale();
  const isWhole = unitName === undefined && address.block === undefined;
  if (rows.length === 0) return <p className="notice">{isWhole ? t[EMPTY[state.kind] ?? 'empty'] : t.emptyFilter}</p>;
  const hasPodium = isWhole && page === 1;
  const people = formatNumber(total, locale);
  return (
    <>
      <PersonBoard
        rows={rows}
        caption={hasPodium ? t.captionRest(people) : t.caption(people)}
        hasPodium={hasPodium}
        hasOwnAnchor
      />
      <Pager page={page} pages={pages} hrefOf={(number) => boardHref({ ...address, page: number })} />
    </>
  );
}

function Found({ search, address }: { search: BoardSearch; address: BoardAddress }) {
  const t = useText(boardsText);
  const { query, units, people, isOwnName } = search;
  const { slug, round } = address;
  return (
    <>
      {isOwnName && <p className="notice">{t.foundYou}</p>}
      {units.length === 0 && people.length === 0 && !isOwnName && <p className="notice">{t.foundNobody(query)}</p>}
      <FoundUnits address={address} units={units} />
      {people.length > 0 && (
        <section className="stack-s" aria-labelledby="found-people">
          <h2 id="found-people">{t.foundPeople}</h2>
          <PersonBoard rows={people} caption={t.foundPeople} hidesCaption />
        </section>
      )}
      <p className="no-print">
        <Link to={boardHref({ slug, round })}>{t.showAll}</Link>
      </p>
    </>
  );
}
