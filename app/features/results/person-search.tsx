import { Form, Link } from '@remix-run/react';
import { boardsText } from '#app/text/boards.ts';
import { useText } from '#app/ui/locale.tsx';
import { boardHref, type BoardAddress } from './board-address.ts';

interface SearchProps {
  readonly address: BoardAddress;
  readonly blocks: readonly string[];
}

/** The search of a board: by unit or name, and by block; a plain form, so that it works without scripts. */
export function PersonSearch({ address, blocks }: SearchProps) {
  const t = useText(boardsText);
  const { round, block, query } = address;
  return (
    <Form className="board-search no-print" role="search" aria-label={t.find}>
      {round !== undefined && <input type="hidden" name="round" value={round} />}
      <div className="board-search__words">
        <label className="field__label" htmlFor="board-query">
          {t.findLabel}
        </label>
        <input
          className="input"
          id="board-query"
          name="q"
          type="search"
          key={query}
          defaultValue={query}
          maxLength={100}
          autoComplete="off"
          aria-describedby="board-query-hint"
        />
      </div>
      {blocks.length > 1 && (
        <label className="field__label board-search__block">
          {t.block}
          <select className="input" name="block" key={block} defaultValue={block ?? ''}>
            <option value="">{t.everyBlock}</option>
            {blocks.map((each) => (
              <option key={each} value={each} lang="vi">
                {each}
              </option>
            ))}
          </select>
        </label>
      )}
      <button className="button button--quiet">{t.findButton}</button>
      <p className="field__hint board-search__hint" id="board-query-hint">
        {t.findHint}
      </p>
    </Form>
  );
}

/** Which part of the board is shown, and the way back to all of it. */
export function ShownPart({ address, unit }: { address: BoardAddress; unit: string | undefined }) {
  const t = useText(boardsText);
  const { slug, round, block } = address;
  if (unit === undefined && block === undefined) return null;
  return (
    <p className="row">
      <span className="badge" lang="vi">
        {unit === undefined ? t.blockOnly(block ?? '') : t.unitOnly(unit)}
      </span>
      <span className="small quiet">{t.rankWithin}</span>
      <Link className="no-print" to={boardHref({ slug, round })}>
        {t.showAll}
      </Link>
    </p>
  );
}

interface HitsProps {
  readonly address: BoardAddress;
  readonly units: readonly { readonly id: string; readonly name: string; readonly pathText: string }[];
}

/** Units that a search found, each leading to its part of the board. */
export function FoundUnits({ address: { slug, round }, units }: HitsProps) {
  const t = useText(boardsText);
  if (units.length === 0) return null;
  return (
    <section className="stack-s" aria-labelledby="found-units">
      <h2 id="found-units">{t.foundUnits}</h2>
      <ul className="unit-list unit-list--hits">
        {units.map(({ id, name, pathText }) => (
          <li key={id}>
            <Link to={boardHref({ slug, round, unit: id })} lang="vi">
              {name}
            </Link>
            <span className="field__hint" lang="vi">
              {pathText}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
