import { useFetcher } from '@remix-run/react';
import { useEffect, useRef, useState, type ChangeEvent, type KeyboardEvent } from 'react';
import { paths } from '#app/paths.ts';
import { unitsText } from '#app/text/units.ts';
import { useText } from '#app/ui/locale.tsx';
import type { UnitHit, UnitSearchAnswer } from './find-units.server.ts';

interface UnitPickerProps {
  /** What was searched for when the page was made. */
  readonly query: string;
  /** What that search found; undefined when nobody has searched yet. */
  readonly hits: readonly UnitHit[] | undefined;
  readonly chosen: UnitHit | undefined;
  readonly fault: string | undefined;
}

const DEBOUNCE_MS = 150;
/** A search gives no more; an answer of this length may not be all. */
const MAX_HITS = 12;

/**
 * Chooses one unit inside a form: a search, and its results as radio buttons. Without scripts the button posts the form with
 * intent=find-unit and the page comes back with the results; with scripts they appear while typing.
 */
export function UnitPicker({ query, hits, chosen, fault }: UnitPickerProps) {
  const t = useText(unitsText);
  const [picked, setPicked] = useState(chosen);
  const { found, search } = useUnitSearch(hits);
  const described = ['unitId-hint', fault ? 'unitId-fault' : ''].filter(Boolean).join(' ');
  const searchNow = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    search(event.currentTarget.value, 0);
  };
  const others = (found ?? []).filter((hit) => hit.id !== picked?.id);
  return (
    <fieldset className="unit-picker stack-s">
      <legend className="field__label">{t.pickerLegend}</legend>
      <span className="field__hint" id="unitId-hint">
        {t.pickerHint}
      </span>
      {fault && (
        <span className="field__fault" id="unitId-fault">
          {fault}
        </span>
      )}
      <div className="unit-picker__search">
        <input
          className="input"
          id="unitId"
          name="unitQuery"
          type="search"
          autoComplete="off"
          maxLength={100}
          aria-label={t.search}
          aria-describedby={described}
          aria-invalid={fault ? true : undefined}
          defaultValue={query}
          onChange={(event: ChangeEvent<HTMLInputElement>) => search(event.target.value, DEBOUNCE_MS)}
          onKeyDown={searchNow}
        />
        <button className="button button--quiet" name="intent" value="find-unit" formNoValidate>
          {t.find}
        </button>
      </div>
      <p className="small quiet" role="status">
        {found && sentenceOf(found.length, t)}
      </p>
      <div role="radiogroup" aria-label={t.results}>
        {picked && <HitRow hit={picked} isChecked note={t.chosen} onPick={setPicked} />}
        {others.map((hit) => (
          <HitRow key={hit.id} hit={hit} isChecked={false} onPick={setPicked} />
        ))}
      </div>
    </fieldset>
  );
}

function sentenceOf(count: number, t: ReturnType<typeof useText<(typeof unitsText)['vi']>>): string {
  if (count === 0) return t.nothing;
  return count >= MAX_HITS ? t.foundMany(count) : t.found(count);
}

interface HitRowProps {
  readonly hit: UnitHit;
  readonly isChecked: boolean;
  readonly note?: string;
  onPick(hit: UnitHit): void;
}

function HitRow({ hit, isChecked, note, onPick }: HitRowProps) {
  return (
    <label className="choice">
      <input type="radio" name="unitId" value={hit.id} checked={isChecked} onChange={() => onPick(hit)} />
      <span>
        <strong>{hit.name}</strong>
        <span className="field__hint">{note ? `${note} · ${hit.pathText}` : hit.pathText}</span>
      </span>
    </label>
  );
}

/** Asks the server while the person types; the newest answer wins. */
function useUnitSearch(first: readonly UnitHit[] | undefined) {
  const fetcher = useFetcher<UnitSearchAnswer>();
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const [typed, setTyped] = useState<string>();
  useEffect(() => () => clearTimeout(timer.current), []);
  const search = (text: string, delay: number): void => {
    clearTimeout(timer.current);
    setTyped(text.trim());
    if (text.trim() === '') return;
    timer.current = setTimeout(() => fetcher.load(`${paths.unitSearch()}?q=${encodeURIComponent(text)}`), delay);
  };
  const answer = typed === '' ? undefined : fetcher.data?.hits;
  return { found: typed === undefined ? first : answer, search };
}
