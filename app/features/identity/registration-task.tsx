import { useEffect, useState } from 'react';
import { paths } from '#app/paths.ts';
import { identityText } from '#app/text/identity.ts';
import { useText } from '#app/ui/locale.tsx';
import { useHasScripts } from '#app/ui/use-has-scripts.ts';

export type TaskState = 'running' | 'done' | 'failed';

interface RegistrationTaskProps {
  readonly onState: (state: TaskState) => void;
}

/** Does a task with a script that is fetched only now: in calm times nobody downloads it. */
async function doTask(controller: AbortController): Promise<string | undefined> {
  try {
    const { solveTask } = await import('./solve-task.ts');
    return await solveTask(paths.registrationTask(), controller);
  } catch {
    return undefined;
  }
}

const FRESH_MS = 4 * 60_000;

/** Waits so long, or until it is given up. */
const restOf = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((done) => {
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      done();
    });
  });

/**
 * The small task that a device does before it may register in a rush: it runs by itself while the person fills in. Drawn with
 * another key it does another one.
 */
export function RegistrationTask({ onState }: RegistrationTaskProps) {
  const t = useText(identityText);
  const hasScripts = useHasScripts();
  const [answer, setAnswer] = useState('');
  const [state, setState] = useState<TaskState>('running');
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    onState('running');
    void (async () => {
      // A task is over after five minutes, and some forms take longer: the answer is kept fresh.
      for (; !signal.aborted; await restOf(FRESH_MS, signal)) {
        const solved = await doTask(controller);
        if (signal.aborted) return;
        const next = solved === undefined ? 'failed' : 'done';
        setAnswer(solved ?? '');
        setState(next);
        onState(next);
      }
    })();
    return () => controller.abort();
  }, [onState]);
  const sentence = { running: t.taskRunning, done: t.taskDone, failed: t.taskFailed }[state];
  return (
    <div className={state === 'done' ? 'notice notice--good' : 'notice'}>
      <p>
        <strong>{t.taskHeading}</strong>
      </p>
      <noscript>
        <p>{t.taskWithoutScripts}</p>
      </noscript>
      {hasScripts && <p role="status">{sentence}</p>}
      <input type="hidden" name="task" value={answer} />
    </div>
  );
}
