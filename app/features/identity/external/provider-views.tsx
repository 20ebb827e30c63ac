import { Form, Link } from '@remix-run/react';
import { paths, withReturn } from '#app/paths.ts';
import { providerText } from '#app/text/provider.ts';
import { formatInstant } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';

/** The button of the sign-in page that leads to the provider; nothing where none is set. */
export function ProviderButton({ name, returnTo }: { name: string | undefined; returnTo: string }) {
  const t = useText(providerText);
  if (name === undefined) return null;
  return (
    <>
      <p className="or">{t.or}</p>
      {/* why a document: what leads to another site must not be followed by a script. */}
      <Form method="post" action={paths.providerStart()} reloadDocument>
        <input type="hidden" name="returnTo" value={returnTo} />
        <button className="button button--quiet button--large button--wide" name="intent" value="begin">
          {t.signInBy(name)}
        </button>
      </Form>
    </>
  );
}

/** The way to the provider, should the browser not take it by itself. */
export function Leaving({ name, address }: { name: string; address: string }) {
  const t = useText(providerText);
  return (
    <div className="narrow stack-l">
      <h1>{t.leaving(name)}</h1>
      <p>{t.leavingLead}</p>
      <p>
        <a className="button" href={address}>
          {t.go(name)}
        </a>
      </p>
    </div>
  );
}

/** Somebody whom the provider knows and we do not: two ways on. */
export function UnknownHere({ name }: { name: string }) {
  const t = useText(providerText);
  const back = paths.providerStart();
  return (
    <div className="narrow stack-l">
      <h1>{t.unknownTitle}</h1>
      <p>{t.unknownLead(name)}</p>
      <section className="panel stack" aria-labelledby="none">
        <h2 id="none">{t.hasNone}</h2>
        <p>
          <Link className="button" to={withReturn(paths.register(), back)}>
            {t.register}
          </Link>
        </p>
      </section>
      <section className="panel stack" aria-labelledby="one">
        <h2 id="one">{t.hasOne}</h2>
        <p>
          <Link className="button button--quiet" to={withReturn(paths.signIn(), back)}>
            {t.signIn}
          </Link>
        </p>
      </section>
    </div>
  );
}

/** Asks before what waits in this browser is linked to the account that is signed in. */
export function AskToLink({ name, nameThere }: { name: string; nameThere: string }) {
  const t = useText(providerText);
  return (
    <div className="narrow stack-l">
      <h1>{t.linkTitle(name)}</h1>
      <p>{t.linkLead(name)}</p>
      {nameThere !== '' && <p lang="vi">{t.linkName(nameThere)}</p>}
      <Form className="row" method="post">
        <button className="button" name="intent" value="finish">
          {t.link}
        </button>
        <Link className="button button--quiet" to={paths.account()}>
          {t.notNow}
        </Link>
      </Form>
    </div>
  );
}

/** The link of the own account; nothing where no provider is set. */
export function OwnLink({ link }: { link: { providerName: string; linkedAt: number | undefined } | undefined }) {
  const t = useText(providerText);
  const locale = useLocale();
  if (!link) return null;
  const { providerName, linkedAt } = link;
  const isLinked = linkedAt !== undefined;
  return (
    <section className="panel stack" aria-labelledby="provider">
      <h2 id="provider">{t.panel}</h2>
      <p>{isLinked ? t.linkedAt(providerName, formatInstant(linkedAt, locale)) : t.notLinked(providerName)}</p>
      <Form method="post" action={paths.providerStart()} reloadDocument>
        <button className="button button--quiet" name="intent" value={isLinked ? 'unlink' : 'link'}>
          {isLinked ? t.unlink : t.link}
        </button>
      </Form>
    </section>
  );
}
