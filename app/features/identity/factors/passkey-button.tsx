import { useState, type ReactNode } from 'react';
import { paths } from '#app/paths.ts';
import { passkeysText, type PasskeyFault } from '#app/text/passkeys.ts';
import { useText } from '#app/ui/locale.tsx';
import { useHasScripts } from '#app/ui/use-has-scripts.ts';

interface ButtonProps {
  readonly ceremony: 'register' | 'sign-in';
  readonly returnTo: string;
  /** The name of a new passkey, asked when the button is pressed. */
  readonly nameOf?: () => string;
  readonly className?: string;
  readonly children: ReactNode;
}

const post = async (address: string, body: object): Promise<Record<string, unknown>> => {
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  const said: unknown = await response.json();
  return typeof said === 'object' && said !== null ? (said as Record<string, unknown>) : {};
};

/** Lets the device make or show a passkey, and goes where the server says. */
async function runCeremony({ ceremony, returnTo, nameOf }: Omit<ButtonProps, 'children'>): Promise<PasskeyFault> {
  const address = paths.passkeys(ceremony);
  const begun = await post(address, { intent: 'begin' });
  if (typeof begun['fault'] === 'string') return begun['fault'] as PasskeyFault;
  // why here: the library comes only to those who press the button.
  const { startAuthentication, startRegistration } = await import('@simplewebauthn/browser');
  const answer =
    ceremony === 'register'
      ? await startRegistration({ optionsJSON: begun['options'] as never })
      : await startAuthentication({ optionsJSON: begun['options'] as never });
  const name = nameOf?.();
  const finish = { intent: 'finish', ceremonyId: begun['id'], answer, returnTo, ...(name ? { name } : {}) };
  const done = await post(address, finish);
  if (typeof done['to'] !== 'string') return (done['fault'] as PasskeyFault | undefined) ?? 'passkey-failed';
  location.assign(done['to']);
  // why never: the page that was asked for takes this one's place.
  return new Promise<PasskeyFault>(() => undefined);
}

/** A button that asks the device for a passkey. Without scripts it is not there, as no passkey works without them. */
export function PasskeyButton({ className = 'button', children, ...ceremony }: ButtonProps) {
  const t = useText(passkeysText);
  const hasScripts = useHasScripts();
  const [fault, setFault] = useState<PasskeyFault>();
  const [isBusy, setBusy] = useState(false);
  if (!hasScripts || !('PublicKeyCredential' in window)) return null;
  const run = async (): Promise<void> => {
    setBusy(true);
    setFault(undefined);
    setFault(await runCeremony(ceremony).catch((): PasskeyFault => 'passkey-failed'));
    setBusy(false);
  };
  return (
    <div className="stack-s">
      <button type="button" className={className} disabled={isBusy} onClick={() => void run()}>
        {isBusy ? t.busy : children}
      </button>
      {fault && (
        <p className="field__fault" role="alert">
          {t.faults[fault] ?? t.faults['passkey-failed']}
        </p>
      )}
    </div>
  );
}
