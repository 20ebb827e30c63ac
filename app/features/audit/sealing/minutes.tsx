import { auditText } from '#app/text/audit.ts';
import { formatNumber } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import type { ForTheMinutes } from './get-sealed-page.server.ts';

/** A long code in groups of eight, so that two people can compare it aloud. */
const grouped = (code: string): string => code.match(/.{1,8}/gu)?.join(' ') ?? code;

/** What the minutes of a contest take up, with a code for phones. */
export function Minutes({ head, keyId, qr }: ForTheMinutes) {
  const t = useText(auditText);
  const locale = useLocale();
  return (
    <section className="panel stack" aria-labelledby="minutes">
      <h2 id="minutes">{t.minutes}</h2>
      <p>{t.minutesWhat}</p>
      <div className="minutes">
        <dl>
          {head && (
            <>
              <dt>{t.headNumber}</dt>
              <dd className="number">{formatNumber(head.sequence, locale)}</dd>
              <dt>{t.headHash}</dt>
              <dd className="code-text">{grouped(head.hash)}</dd>
            </>
          )}
          <dt>{t.keyId}</dt>
          <dd className="code-text">{grouped(keyId)}</dd>
        </dl>
        <svg
          className="minutes__qr"
          role="img"
          aria-label={t.qr}
          viewBox={`0 0 ${qr.size} ${qr.size}`}
          shapeRendering="crispEdges"
        >
          <path d={qr.path} fill="#000" />
        </svg>
      </div>
    </section>
  );
}
