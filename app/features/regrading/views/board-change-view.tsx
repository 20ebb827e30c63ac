import { keysPreviewText } from '#app/text/keys-preview.ts';
import { useText } from '#app/ui/locale.tsx';
import type { BoardChange, TopPlace } from '../board-change.ts';
import { useKeyWords } from './use-key-words.ts';

/** A board with names in the place of ids; without a title, the one over all rounds. */
export interface NamedBoard extends Omit<BoardChange, 'top'> {
  readonly title: string | undefined;
  readonly top: readonly (Omit<TopPlace, 'accountId' | 'unitId'> & { readonly name: string; readonly unit: string })[];
}

/** What a correction would change at the top of a board. */
export function BoardChangeView({ board }: { board: NamedBoard }) {
  const p = useText(keysPreviewText);
  const { number } = useKeyWords();
  const title = board.title ?? p.wholeContest;
  const isSame =
    board.entering === 0 &&
    board.leaving === 0 &&
    board.top.every(({ rankBefore, rankAfter, scoreBefore, scoreAfter }) => {
      return rankBefore === rankAfter && scoreBefore === scoreAfter;
    });
  return (
    <div className="stack-s">
      <h3 lang="vi">{title}</h3>
      <p>{p.boardChange(number(board.changed), number(board.people))}</p>
      <p>{p.boardAllRight(number(board.becomeAllRight), number(board.loseAllRight))}</p>
      {isSame ? (
        <p>{p.topSame}</p>
      ) : (
        <>
          <p>{p.topChange(number(board.entering), number(board.leaving))}</p>
          <TopTable board={board} caption={p.topCaption(title)} />
        </>
      )}
    </div>
  );
}

function TopTable({ board, caption }: { board: NamedBoard; caption: string }) {
  const p = useText(keysPreviewText);
  const { number } = useKeyWords();
  const shown = (value: number | undefined): string => (value === undefined ? p.out : number(value));
  return (
    <div className="table-scroll" role="region" aria-label={caption} tabIndex={0}>
      <table className="table">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col" className="is-number">
              {p.rankAfter}
            </th>
            <th scope="col" className="is-number">
              {p.rankBefore}
            </th>
            <th scope="col">{p.person}</th>
            <th scope="col" className="is-number">
              {p.scoreAfter}
            </th>
            <th scope="col" className="is-number">
              {p.scoreBefore}
            </th>
          </tr>
        </thead>
        <tbody>
          {board.top.map(({ name, unit, rankBefore, rankAfter, scoreBefore, scoreAfter }, index) => (
            <tr key={`${index}-${name}`}>
              <td className={`is-number ${tone(rankBefore, rankAfter)}`}>{shown(rankAfter)}</td>
              <td className="is-number">{shown(rankBefore)}</td>
              <th scope="row" lang="vi">
                {name}
                <span className="field__hint">{unit}</span>
              </th>
              <td className="is-number">{scoreAfter === undefined ? '–' : number(scoreAfter)}</td>
              <td className="is-number">{scoreBefore === undefined ? '–' : number(scoreBefore)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function tone(before: number | undefined, after: number | undefined): string {
  if (before === after) return '';
  return after !== undefined && (before === undefined || after < before) ? 'keys-up' : 'keys-down';
}
