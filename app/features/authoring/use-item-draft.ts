import { useRevalidator } from '@remix-run/react';
import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';
import { withRowAct, type FormRow, type ItemForm } from './item-form.ts';

/** What a saving in the background answers. */
export interface SaveAnswer {
  readonly saved?: { readonly revision: number; readonly at: number } | undefined;
  readonly refusal?: string | undefined;
}

const PAUSE_MS = 1_200;
const AGAIN_MS = 5_000;

/** refused: the server will not take it as it is, and trying again would not help; failed: the line broke. */
export type SaveState = 'same' | 'changed' | 'saving' | 'failed' | 'refused';

/**
 * The fields of an item while somebody writes: they are sent when the writer pauses, one saving at a time, and again when the
 * line comes back. What was typed since a saving began is sent by the next one.
 * why fetch() and no fetcher: a line that breaks must not put the error page in the place of what was typed.
 */
export function useItemDraft(
  first: ItemForm,
  firstRevision: number,
  page: RefObject<HTMLFormElement | null>,
  saveTo: string,
) {
  const [form, setForm] = useState(first);
  const [saved, setSaved] = useState({ revision: firstRevision, at: 0, edits: 0 });
  const [state, setState] = useState<Exclude<SaveState, 'same' | 'changed'> | 'idle'>('idle');
  const [edits, setEdits] = useState(0);
  const isSaving = useRef(false);
  const { revalidate } = useRevalidator();

  const change = useCallback((next: (form: ItemForm) => ItemForm) => {
    setForm(next);
    setEdits((count) => count + 1);
  }, []);

  const save = useCallback(async (): Promise<void> => {
    if (!page.current || isSaving.current) return;
    isSaving.current = true;
    setState('saving');
    const data = new FormData(page.current);
    data.set('revision', String(saved.revision));
    try {
      const response = await fetch(saveTo, { method: 'POST', body: data, headers: { Accept: 'application/json' } });
      const answer = (await response.json()) as SaveAnswer;
      if (answer.saved) {
        setSaved({ ...answer.saved, edits });
        setState('idle');
        revalidate();
      } else setState(answer.refusal === undefined ? 'failed' : 'refused');
    } catch {
      setState('failed');
    } finally {
      isSaving.current = false;
    }
  }, [edits, saved.revision, page, saveTo, revalidate]);

  useEffect(() => {
    if (edits === saved.edits || state === 'saving' || state === 'refused') return undefined;
    const timer = setTimeout(() => void save(), state === 'failed' ? AGAIN_MS : PAUSE_MS);
    return () => clearTimeout(timer);
  }, [edits, saved.edits, state, save]);

  useEffect(() => {
    if (edits === saved.edits) return undefined;
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [edits, saved.edits]);

  return {
    form,
    revision: saved.revision,
    savedAt: saved.at === 0 ? undefined : saved.at,
    state: state !== 'idle' ? state : edits === saved.edits ? ('same' as const) : ('changed' as const),
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
