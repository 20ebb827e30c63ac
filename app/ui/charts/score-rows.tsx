import { formatNumber, formatRate } from '../format.ts';
import { useLocale } from '../locale.tsx';

/** Heads of the table, and what it is called. */
interface Words {
  readonly scoreTable: string;
  readonly score: string;
  readonly peopleColumn: string;
  readonly share: string;
}

interface ScoreRowsProps {
  readonly rows: readonly { readonly name: string; readonly people: number }[];
  /** All people together. */
  readonly all: number;
  readonly words: Words;
}

/** How many people have which score, as a table: the same numbers as ScoreChart draws. */
export function ScoreRows({ rows, all, words }: ScoreRowsProps) {
  const locale = useLocale();
  return (
    <div className="table-scroll" role="region" aria-label={words.scoreTable} tabIndex={0}>
      <table className="table">
        <caption className="visually-hidden">{words.scoreTable}</caption>
        <thead>
          <tr>
            <th scope="col">{words.score}</th>
            <th scope="col" className="is-number">
              {words.peopleColumn}
            </th>
            <th scope="col" className="is-number">
              {words.share}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, people }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td className="is-number">{formatNumber(people, locale)}</td>
              <td className="is-number">{formatRate(people / all, locale)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
