import { useEffect, useRef, useState, type RefObject } from 'react';

const STORED = 'bank-keys';

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.matches('input:not([type=checkbox]):not([type=radio]), textarea, select, dialog, dialog *'));

const rowsOf = (list: HTMLElement): HTMLElement[] => [...list.querySelectorAll<HTMLElement>('[data-id]')];
const boxOf = (row: HTMLElement | undefined): HTMLInputElement | null => row?.querySelector('input[name=id]') ?? null;

/** Chooses or unchooses a row as a click on its box does, so that everything that follows such a click follows. */
function setBox(row: HTMLElement | undefined, isOn: boolean): void {
  const box = boxOf(row);
  if (box && box.checked !== isOn) box.click();
}

/**
 * Keys of the list: j and k (and the arrows, once the list has the focus) move the focus from item to item, x chooses, Shift with
 * x or a click chooses a range, a the page, / goes to the search, ? opens the help. None of them while somebody types, and
 * none at all where the person has turned them off: a key may be what a screen reader or a voice sends (WCAG 2.1.4).
 */
export function useListKeys(list: RefObject<HTMLElement | null>): {
  help: RefObject<HTMLDetailsElement>;
  isOn: boolean;
  turn: (isOn: boolean) => void;
} {
  const help = useRef<HTMLDetailsElement>(null);
  const [isOn, setOn] = useState(true);
  useEffect(() => setOn(stored()), []);
  useEffect(() => {
    const element = list.current;
    if (!element || !isOn) return;
    let last: HTMLElement | undefined;
    const choose = (row: HTMLElement, isRange: boolean, isChecked: boolean): void => {
      const rows = rowsOf(element);
      const [from, to] = [last ? rows.indexOf(last) : -1, rows.indexOf(row)];
      if (isRange && from >= 0) {
        for (const each of rows.slice(Math.min(from, to), Math.max(from, to) + 1)) setBox(each, isChecked);
      } else setBox(row, isChecked);
      last = row;
    };
    const onKey = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const rows = rowsOf(element);
      const at = rows.findIndex((row) => row.contains(document.activeElement));
      const step = stepOf(event.key, at >= 0);
      if (step !== 0) focusRow(rows, at < 0 ? (step > 0 ? 0 : rows.length - 1) : at + step);
      else if (event.key.toLowerCase() === 'x' && rows[at]) choose(rows[at], event.shiftKey, !boxOf(rows[at])?.checked);
      else if (event.key === 'a') for (const row of rows) setBox(row, true);
      else if (event.key === '/') document.getElementById('q')?.focus();
      else if (event.key === '?') toggle(help.current);
      else return;
      event.preventDefault();
    };
    const onClick = (event: MouseEvent): void => {
      // why the target: a click that setBox() sends is no choice of a person, and would move the end of the range.
      if (!event.isTrusted || !(event.target instanceof HTMLInputElement) || event.target.name !== 'id') return;
      const row = event.target.closest<HTMLElement>('[data-id]');
      if (row) choose(row, event.shiftKey, event.target.checked);
    };
    document.addEventListener('keydown', onKey);
    element.addEventListener('click', onClick);
    return () => {
      document.removeEventListener('keydown', onKey);
      element.removeEventListener('click', onClick);
    };
  }, [list, isOn]);
  const turn = (next: boolean): void => {
    setOn(next);
    try {
      localStorage.setItem(STORED, next ? 'on' : 'off');
    } catch {
      // why nothing: it holds for this page then.
    }
  };
  return { help, isOn, turn };
}

function stored(): boolean {
  try {
    return localStorage.getItem(STORED) !== 'off';
  } catch {
    return true;
  }
}

const stepOf = (key: string, isInList: boolean): number =>
  key === 'j' || (isInList && key === 'ArrowDown') ? 1 : key === 'k' || (isInList && key === 'ArrowUp') ? -1 : 0;

function focusRow(rows: readonly HTMLElement[], index: number): void {
  const row = rows[Math.max(0, Math.min(rows.length - 1, index))];
  row?.querySelector('a')?.focus();
  row?.scrollIntoView({ block: 'nearest' });
}

function toggle(help: HTMLDetailsElement | null): void {
  if (!help) return;
  help.open = !help.open;
  help.querySelector('summary')?.focus();
}
