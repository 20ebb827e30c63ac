import { useFetcher } from '@remix-run/react';
import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';
import { withRowAct, type FormRow, type ItemForm } from './item-form.ts';

/** What a saving in the background answers. */
export interface SaveAnswer {
  readonly saved?: { readonly revision: number; readonly at: number } | undefined;
  readonly refusal?: string | undefined;
}

const PAUSE_MS = 1_200;
const AGAIN_MS = 5_000;

export type SaveState = 'same' | 'changed' | 'saving' | 'failed';

/**
 * The fields of an item while somebody writes: they are sent when the writer pauses, one saving at a time, and again when the
 * line comes back. What was typed since a saving began is sent by the next one.
 */
export function useItemDraft(first: ItemForm, firstRevision: number, page: RefObject<HTMLFormElement | null>) {
  const [form, setForm] = useState(first);
  const [revision, setRevision] = useState(firstRevision);
  const [savedAt, setSavedAt] = useState<number>();
  const [hasFailed, setFailed] = useState(false);
  const fetcher = useFetcher<SaveAnswer>();
  const [edits, setEdits] = useState(0);
  const [savedEdits, setSavedEdits] = useState(0);
  const sent = useRef(0);
  const isIdle = fetcher.state === 'idle';
  const isRefused = fetcher.data?.refusal !== undefined;

  const change = useCallback((next: (form: ItemForm) => ItemForm) => {
    setForm(next);
    setEdits((count) => count + 1);
  }, []);

  const save = useCallback(() => {
    if (!page.current) return;
    sent.current = edits;
    const data = new FormData(page.current);
    data.set('do', 'autosave');
    data.set('revision', String(revision));
    fetcher.submit(data, { method: 'post' });
  }, [edits, revision, fetcher, page]);

  useEffect(() => {
    const saved = fetcher.data?.saved;
    if (!isIdle || !saved) return;
    setRevision(saved.revision);
    setSavedAt(saved.at);
    setSavedEdits(sent.current);
    setFailed(false);
  }, [fetcher.data, isIdle]);

  useEffect(() => {
    if (edits === savedEdits || !isIdle || isRefused) return undefined;
    const timer = setTimeout(save, hasFailed ? AGAIN_MS : PAUSE_MS);
    return () => clearTimeout(timer);
  }, [edits, savedEdits, isIdle, isRefused, hasFailed, save]);

  const state: SaveState = !isIdle ? 'saving' : isRefused || hasFailed ? 'failed' : edits === savedEdits ? 'same' : 'changed';
  return {
    form,
    revision,
    savedAt,
    state,
    refusal: fetcher.data?.refusal,
    save,
    set: useCallback((part: Partial<ItemForm>) => change((was) => ({ ...was, ...part })), [change]),
    act: useCallback((act: string) => change((was) => withRowAct(was, act)), [change]),
    row: useCallback(
      (list: 'options' | 'targets', index: number, part: Partial<FormRow>) =>
        change((was) => ({ ...was, [list]: changedRows(was, list, index, part) })),
      [change],
    ),
  };
}

/** Marking a key unmarks the others where only one can be right. */
function changedRows(form: ItemForm, list: 'options' | 'targets', index: number, part: Partial<FormRow>): FormRow[] {
  const isOne = part.isKey === true && form.interaction !== 'multipleChoice';
  return form[list].map((row, at) => (at === index ? { ...row, ...part } : isOne ? { ...row, isKey: false } : row));
}
