import { confirmationsText } from '#app/text/confirmations.ts';
import { formatInstant } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import type { ConfirmationView } from './get-confirmation.server.ts';

interface CardProps {
  readonly confirmation: ConfirmationView;
  /** Where the code is checked, in full. */
  readonly address: string;
  /** The page with the field for a code, as people read addresses. */
  readonly shortAddress: string;
  /** The QR code as an SVG. */
  readonly qr: string;
}

/** The confirmation as it is shown on a phone and printed: who, what, and how anybody checks it. */
export function ConfirmationCard({ confirmation, address, shortAddress, qr }: CardProps) {
  const t = useText(confirmationsText);
  const locale = useLocale();
  const { fullName, unit, contest, since, shownCode } = confirmation;
  return (
    <section className="panel confirmation" aria-label={t.document}>
      <div className="confirmation__who stack-s">
        <p className="quiet">{t.confirms}</p>
        <p className="confirmation__name" lang="vi">
          {fullName}
        </p>
        <p lang="vi">{unit}</p>
        <p className="quiet">{t.took}</p>
        <p className="confirmation__contest" lang="vi">
          {contest.title}
        </p>
        <p className="number">
          {t.since} {formatInstant(since, locale)}
        </p>
      </div>
      <div className="confirmation__proof">
        <img
          className="confirmation__qr"
          src={`data:image/svg+xml;utf8,${encodeURIComponent(qr)}`}
          width={224}
          height={224}
          alt={t.qr(address)}
        />
        <p className="small quiet" id="code-name">
          {t.code}
        </p>
        <p className="confirmation__code" aria-labelledby="code-name" translate="no">
          {shownCode}
        </p>
        <p className="small quiet">{t.checkAt(shortAddress)}</p>
      </div>
    </section>
  );
}
