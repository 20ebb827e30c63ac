import { useCallback, useEffect, useRef, useState, type ChangeEvent, type KeyboardEvent } from 'react';
import { paths } from '#app/paths.ts';
import { unitsText } from '#app/text/units.ts';
import { useText } from '#app/ui/locale.tsx';
import type { UnitHit, UnitSearchAnswer } from './find-units.server.ts';
import { UnitHitRow } from './unit-hit-row.tsx';

interface UnitPickerProps {
  /** What was searched for when the page was made. */
  readonly query: string;
  /** What that search found; undefined when nobody has searched yet. */
  readonly hits: readonly UnitHit[] | undefined;
  readonly chosen: UnitHit | undefined;
  readonly fault: string | undefined;
  /** 'leaves' (default): units that people can belong to; 'all': also those that have units below. */
  readonly only?: 'leaves' | 'all';
  /** What is chosen, where it is not the person's own unit. */
  readonly legend?: string | undefined;
}

const DEBOUNCE_MS = 150;
/** A search gives no more; an answer of this length may not be all. */
const MAX_HITS = 12;
/** Of an opened branch the list shows more at once. */
const MAX_BELOW = 60;

/**
 * Chooses one unit inside a form: a search, and its results as radio buttons. Without scripts the button posts the form with
 * intent=find-unit and the page comes back with the results; with scripts they appear while typing.
 */
export function UnitPicker({ query, hits, chosen, fault, only = 'leaves', legend }: UnitPickerProps) {
  const t = useText(unitsText);
  const [picked, setPicked] = useState(chosen);
  const { found, search, open } = useUnitSearch(hits, only);
  const described = ['unitId-hint', fault ? 'unitId-fault' : ''].filter(Boolean).join(' ');
  const searchNow = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    search(event.currentTarget.value, 0);
  };
  const others = (found ?? []).filter((hit) => hit.id !== picked?.id);
  return (
    <fieldset className="unit-picker stack-s">
      <legend className="field__label">{legend ?? t.pickerLegend}</legend>
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
      <Guidance hits={others} />
      <div role="radiogroup" aria-label={t.results}>
        {picked && <UnitHitRow hit={picked} isChecked note={t.chosen} onPick={setPicked} onOpen={open} />}
        {others.map((hit) => (
          <UnitHitRow key={hit.id} hit={hit} isChecked={false} onPick={setPicked} onOpen={open} />
        ))}
      </div>
    </fieldset>
  );
}

function sentenceOf(count: number, t: ReturnType<typeof useText<(typeof unitsText)['vi']>>): string {
  if (count === 0) return t.nothing;
  // why not "at least": an opened branch with a few more than a search gives is shown whole.
  return count === MAX_HITS || count >= MAX_BELOW ? t.foundMany(count) : t.found(count);
}

/** Which unit to choose, in the words of the organizers, once for each branch that the results lie in. */
function Guidance({ hits }: { hits: readonly UnitHit[] }) {
  const t = useText(unitsText);
  const words = new Map(hits.flatMap(({ guidance }) => (guidance ? [[guidance.of, guidance.text] as const] : [])));
  if (words.size === 0) return null;
  return (
    <div className="unit-picker__guidance small stack-s">
      <p className="field__label">{t.whichUnit}</p>
      {[...words].slice(0, 3).map(([of, text]) => (
        <p key={of} lang="vi">
          <b>{of}:</b> {text}
        </p>
      ))}
    </div>
  );
}

/**
 * Asks the server while the person types; the newest answer wins, and a line that fails leaves the button to search with.
 * why not a fetcher: one that is under way while its form is posted fails, as the router may not know its route yet.
 */
function useUnitSearch(first: readonly UnitHit[] | undefined, only: 'leaves' | 'all') {
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const asked = useRef<AbortController>();
  const [answer, setAnswer] = useState<readonly UnitHit[]>();
  const [typed, setTyped] = useState<string>();
  const stop = useCallback((): void => {
    clearTimeout(timer.current);
    asked.current?.abort();
  }, []);
  useEffect(() => stop, [stop]);
  const ask = async (question: { q: string } | { below: string }): Promise<void> => {
    const request = new AbortController();
    asked.current = request;
    try {
      const address = only === 'all' ? `${paths.unitSearchAll()}&` : `${paths.unitSearch()}?`;
      const response = await fetch(`${address}${new URLSearchParams({ ...question })}`, { signal: request.signal });
      if (response.ok) setAnswer(((await response.json()) as UnitSearchAnswer).hits);
    } catch {
      // why nothing: what was found before still stands, and the button posts the form.
    }
  };
  const search = (text: string, delay: number): void => {
    stop();
    setTyped(text.trim());
    if (text.trim() !== '') timer.current = setTimeout(() => void ask({ q: text }), delay);
  };
  const open = (unitId: string): void => {
    stop();
    setTyped(unitId);
    void ask({ below: unitId });
  };
  return { found: typed === undefined ? first : typed === '' ? undefined : answer, search, open };
}
