import { Link, useLocation } from '@remix-run/react';
import { paths, withReturn } from '#app/paths.ts';
import { recoveryText } from '#app/text/recovery.ts';
import { useText } from '#app/ui/locale.tsx';

/** Why an act was refused; where it wants the person to prove again who they are, with the way there and back. */
export function RefusalNotice({ refusal, sentence }: { refusal: string; sentence: string }) {
  const t = useText(recoveryText);
  const { pathname, search } = useLocation();
  return (
    <div className="notice notice--bad stack-s" role="alert">
      <p>{sentence}</p>
      {refusal === 'step-up-needed' && (
        <p>
          <Link to={withReturn(paths.stepUp(), pathname + search)}>{t.stepUp}</Link>
        </p>
      )}
    </div>
  );
}
