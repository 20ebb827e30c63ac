import { auditText } from '#app/text/audit.ts';
import { formatInstant, formatNumber } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import { Figure } from '#app/ui/pieces.tsx';
import type { LogState } from './get-log.server.ts';

/** How the log stands: its last seal, what waits for one, and the last check of everything. */
export function LogStateView({ seal, waiting, check }: LogState) {
  const t = useText(auditText);
  const locale = useLocale();
  return (
    <section className="panel stack" aria-labelledby="log-state">
      <h2 id="log-state">{t.state}</h2>
      <dl className="figures log-state">
        <Figure name={t.lastSeal}>
          {seal ? (
            <>
              <span className="number">{t.sealNumber(formatNumber(seal.sequence, locale))}</span>
              <span className="field__hint number">{formatInstant(seal.at, locale)}</span>
            </>
          ) : (
            t.noSeal
          )}
        </Figure>
        <Figure name={t.waiting}>{t.waitingCount(formatNumber(waiting, locale))}</Figure>
        <Figure name={t.lastCheck}>
          {check ? (
            <>
              <span>{check.findings === 0 ? t.checkSound : t.checkFound(formatNumber(check.findings, locale))}</span>
              <span className="field__hint number">{formatInstant(check.at, locale)}</span>
            </>
          ) : (
            t.neverChecked
          )}
        </Figure>
      </dl>
      {seal && (
        <p>
          <code className="code-text">{seal.hash}</code>
        </p>
      )}
      <p className="quiet">
        {t.checkHow} <code className="code-text">npm run app -- check-audit</code>
      </p>
    </section>
  );
}
