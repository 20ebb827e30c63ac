import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { Autosave } from './device/autosave.ts';
import { FIRST_VIEW, type AutosaveView } from './device/autosave-view.ts';
import { theOutbox } from './device/outbox.ts';
import type { Elsewhere } from './device/save-body.ts';
import type { ServerClock } from './device/server-clock.ts';
import { tabId } from './device/tab-id.ts';

interface Options {
  readonly attemptId: string;
  readonly token: string;
  readonly sequence: number;
  readonly clock: ServerClock;
  readonly onElsewhere: (answers: readonly Elsewhere[]) => void;
  readonly onSaved: (saved: { readonly deadlineAt: number; readonly sequence: number }) => void;
}

/** The saving of this sheet, and what can be said about it now. It begins with open(), and sends on when the line is back. */
export function useAutosave({ attemptId, token, sequence, clock, ...calls }: Options): [Autosave, AutosaveView] {
  const latest = useRef(calls);
  latest.current = calls;
  const [autosave] = useState(
    () =>
      new Autosave({
        attemptId,
        token,
        clock,
        seen: sequence,
        outbox: theOutbox,
        device: tabId,
        onElsewhere: (answers) => latest.current.onElsewhere(answers),
        onSaved: (saved) => latest.current.onSaved(saved),
      }),
  );
  const subscribe = useCallback((listener: () => void) => autosave.subscribe(listener), [autosave]);
  const view = useSyncExternalStore(
    subscribe,
    () => autosave.view,
    () => FIRST_VIEW,
  );
  useEffect(() => {
    const again = (): void => {
      if (document.visibilityState === 'visible') autosave.wake();
    };
    window.addEventListener('online', again);
    window.addEventListener('pageshow', again);
    document.addEventListener('visibilitychange', again);
    return () => {
      autosave.stop();
      window.removeEventListener('online', again);
      window.removeEventListener('pageshow', again);
      document.removeEventListener('visibilitychange', again);
    };
  }, [autosave]);
  return [autosave, view];
}
