import { Form, Link, useNavigation } from '@remix-run/react';
import type { RefusalCode } from '#app/domain/kernel/refusal.ts';
import { paths, withReturn } from '#app/paths.ts';
import { auditText } from '#app/text/audit.ts';
import { refusalText } from '#app/text/refusals.ts';
import { formatInstant } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import type { SealedRow } from './get-sealed-page.server.ts';

interface MakeProps {
  readonly contestSlug: string;
  readonly canSeal: boolean;
  readonly refusal: RefusalCode | undefined;
}

/** The form that makes a package; where it cannot be made, why. */
export function MakePackage({ contestSlug, canSeal, refusal }: MakeProps) {
  const t = useText(auditText);
  const refusals = useText(refusalText);
  const isBusy = useNavigation().state === 'submitting';
  return (
    <section className="panel stack no-print" aria-labelledby="make">
      <h2 id="make">{t.make}</h2>
      {refusal && (
        <div className="notice notice--bad stack-s" role="alert">
          <p>{refusals[refusal]}</p>
          {refusal === 'step-up-needed' && (
            <p>
              <Link to={withReturn(paths.stepUp(), paths.sealedResults(contestSlug))}>{t.stepUp}</Link>
            </p>
          )}
        </div>
      )}
      <p>{canSeal ? t.makeWhat : t.notYet}</p>
      {canSeal && (
        <Form method="post">
          <button className="button button--large" aria-disabled={isBusy}>
            {t.make}
          </button>
        </Form>
      )}
    </section>
  );
}

/** The packages that were made, the newest first. */
export function SealedPackages({ contestSlug, packages }: { contestSlug: string; packages: readonly SealedRow[] }) {
  const t = useText(auditText);
  return (
    <section className="stack-s" aria-labelledby="packages">
      <h2 id="packages">{t.packages}</h2>
      {packages.length === 0 ? (
        <p className="quiet">{t.noPackages}</p>
      ) : (
        <ul className="log">
          {packages.map((row) => (
            <Package key={row.id} contestSlug={contestSlug} row={row} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Package({ contestSlug, row }: { contestSlug: string; row: SealedRow }) {
  const t = useText(auditText);
  const locale = useLocale();
  return (
    <li className="log__act">
      <p className="number">
        {formatInstant(row.madeAt, locale)}
        {row.madeBy !== undefined && (
          <span className="field__hint" lang="vi">
            {row.madeBy}
          </span>
        )}
      </p>
      <p>
        <strong>{row.kind === 'contest' ? t.whole : t.partly}</strong>
        <span className="field__hint">{t.hash}</span>
        <code className="code-text">{row.hash}</code>
      </p>
      {row.isHere ? (
        <a className="button button--quiet" href={paths.sealedFile(contestSlug, row.id)} download>
          {t.download}
          <span className="visually-hidden">, {formatInstant(row.madeAt, locale)}</span>
        </a>
      ) : (
        <span className="quiet">{t.notHere}</span>
      )}
    </li>
  );
}

/** How anybody checks a package. */
export function HowToCheck() {
  const t = useText(auditText);
  return (
    <section className="stack-s" aria-labelledby="check">
      <h2 id="check">{t.howToCheck}</h2>
      <p>{t.howToCheckWhat}</p>
      <pre className="command">
        <code>npm run app -- verify --file goi.zip --key khoa-cong-khai.pem</code>
      </pre>
    </section>
  );
}
