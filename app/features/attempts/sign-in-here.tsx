import { useRef, useState, type FormEvent } from 'react';
import { paths } from '#app/paths.ts';
import { identityText } from '#app/text/identity.ts';
import { sheetText } from '#app/text/sheet.ts';
import { useText } from '#app/ui/locale.tsx';
import { Field } from '#app/ui/pieces.tsx';

/** The session is over: the sheet saves on by its token, and the person can sign in without leaving the question. */
export function SignInHere({ onSignedIn }: { onSignedIn: () => void }) {
  const t = useText(sheetText);
  const words = useText(identityText);
  const dialog = useRef<HTMLDialogElement>(null);
  const [hasFailed, setFailed] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const signIn = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const body = new URLSearchParams(new FormData(event.currentTarget) as unknown as Record<string, string>);
    setBusy(true);
    try {
      const response = await fetch(paths.signIn(), { method: 'POST', body, redirect: 'manual' });
      // The sign-in leads on to another page; here that is all the proof that is needed.
      const isIn = response.type === 'opaqueredirect';
      setFailed(!isIn);
      if (!isIn) return;
      dialog.current?.close();
      onSignedIn();
    } catch {
      setFailed(true);
    } finally {
      setBusy(false);
    }
  };
  return (
    <section className="message message--warn stack-s">
      <h2 className="message__title">{t.signedOutTitle}</h2>
      <p>{t.signedOut}</p>
      <button type="button" className="button button--quiet" onClick={() => dialog.current?.showModal()}>
        {words.signInButton}
      </button>
      <dialog ref={dialog} className="sign-in-here" aria-labelledby="sign-in-here">
        <form className="stack" onSubmit={(event) => void signIn(event)}>
          <h2 id="sign-in-here">{words.signInTitle}</h2>
          {hasFailed && (
            <p className="field__fault" role="alert">
              {t.signInFailed}
            </p>
          )}
          <Field
            name="signInName"
            label={words.signInName}
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
          />
          <Field name="password" type="password" label={words.password} autoComplete="current-password" />
          <button className="button button--wide" disabled={isBusy}>
            {words.signInButton}
          </button>
          <button type="button" className="button button--quiet button--wide" onClick={() => dialog.current?.close()}>
            {t.later}
          </button>
        </form>
      </dialog>
    </section>
  );
}
