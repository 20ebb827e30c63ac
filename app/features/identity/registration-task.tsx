import { useEffect, useState } from 'react';
import { paths } from '#app/paths.ts';
import { identityText } from '#app/text/identity.ts';
import { useText } from '#app/ui/locale.tsx';
import { useHasScripts } from '#app/ui/use-has-scripts.ts';

export type TaskState = 'running' | 'done' | 'failed';

interface RegistrationTaskProps {
  /** Changes when a new task is to be done: one that was handed in is used up. */
  readonly round: number;
  readonly onState: (state: TaskState) => void;
}

/** The small task that a device does before it may register in a rush: it runs by itself while the person fills in. */
export function RegistrationTask({ round, onState }: RegistrationTaskProps) {
  const t = useText(identityText);
  const hasScripts = useHasScripts();
  const [answer, setAnswer] = useState('');
  const [state, setState] = useState<TaskState>('running');
  useEffect(() => {
    const controller = new AbortController();
    const say = (next: TaskState): void => {
      setState(next);
      onState(next);
    };
    say('running');
    setAnswer('');
    // why only now: in calm times nobody downloads it.
    void import('./solve-task.ts')
      .then(({ solveTask }) => solveTask(paths.registrationTask(), controller))
      .catch(() => undefined)
      .then((solved) => {
        if (controller.signal.aborted) return;
        setAnswer(solved ?? '');
        say(solved === undefined ? 'failed' : 'done');
      });
    return () => controller.abort();
  }, [round, onState]);
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
