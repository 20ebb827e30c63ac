import { paths } from '#app/paths.ts';
import { shellText } from '#app/text/shell.ts';
import { useText } from './locale.tsx';

/**
 * Beside a form that was refused with "step-up-needed": where the person proves again who they are. In a window of its own, so
 * that what was typed stays; it leads to the account page, and the form is sent again.
 */
export function StepUpLink({ refusal }: { refusal: string | undefined }) {
  const t = useText(shellText);
  if (refusal !== 'step-up-needed') return null;
  return (
    <p>
      <a className="button button--quiet" href={paths.stepUp()} target="_blank" rel="noopener">
        {t.stepUpLink}
      </a>
    </p>
  );
}
