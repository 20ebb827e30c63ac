import { Link, useRevalidator } from '@remix-run/react';
import { useEffect } from 'react';
import { exchangeText } from '#app/text/exchange.ts';
import { formatNumber } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import type { ImportView } from './importing/get-import.server.ts';

const ASK_EVERY_MS = 1_000;

/** How far the work is. The page asks again by itself; without scripts the browser does, by the refresh in the head. */
export function ImportProgress({ view, here }: { view: ImportView; here: string }) {
  const t = useText(exchangeText);
  const locale = useLocale();
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    if (state !== 'idle') return;
    const timer = setTimeout(revalidate, ASK_EVERY_MS);
    return () => clearTimeout(timer);
  }, [revalidate, state]);
  const words = t.progress(formatNumber(view.done, locale), formatNumber(view.total, locale));
  return (
    <section className="panel stack" aria-live="polite">
      <h2>{t.states[view.state]}</h2>
      {view.total > 1 && (
        <p>
          <progress max={view.total} value={view.done} aria-label={words} /> <span className="number">{words}</span>
        </p>
      )}
      <p>{t.waitingLead}</p>
      <noscript>
        <meta httpEquiv="refresh" content="3" />
        <Link to={here}>{t.reload}</Link>
      </noscript>
    </section>
  );
}
