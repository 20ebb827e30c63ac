import { Link } from '@remix-run/react';
import type { InputHTMLAttributes, ReactNode } from 'react';
import { useEffect, useRef } from 'react';
import { shellText } from '#app/text/shell.ts';
import { useText } from './locale.tsx';

interface BreadcrumbProps {
  /** `lang` says that a name is content, which is Vietnamese whatever the language of the interface. */
  readonly steps: readonly { readonly to: string; readonly name: string; readonly lang?: 'vi' }[];
  readonly here: string;
  readonly hereLang?: 'vi';
}

/** Where this page stands: the path from the top down, the page itself last and not a link. */
export function Breadcrumb({ steps, here, hereLang }: BreadcrumbProps) {
  const t = useText(shellText);
  return (
    <nav aria-label={t.breadcrumb}>
      <ol className="breadcrumb">
        {steps.map((step) => (
          <li key={step.to}>
            <Link to={step.to} lang={step.lang}>
              {step.name}
            </Link>
          </li>
        ))}
        <li aria-current="page" lang={hereLang}>
          {here}
        </li>
      </ol>
    </nav>
  );
}

/** A number with its name; the number is what the eye meets first. Stands in a <dl className="figures">. */
export function Figure({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="figure">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

interface FieldProps extends InputHTMLAttributes<HTMLInputElement> {
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly fault?: string | undefined;
  readonly isOptional?: boolean;
}

/** A labelled text field with its hint and its fault, tied together for screen readers. */
export function Field({ name, label, hint, fault, isOptional = false, className, ...input }: FieldProps) {
  const t = useText(shellText);
  const described = [hint ? `${name}-hint` : '', fault ? `${name}-fault` : ''].filter(Boolean).join(' ');
  return (
    <div className="field">
      <label className="field__label" htmlFor={name}>
        {label} {isOptional && <span className="quiet">{t.optional}</span>}
      </label>
      {hint && (
        <span className="field__hint" id={`${name}-hint`}>
          {hint}
        </span>
      )}
      {fault && (
        <span className="field__fault" id={`${name}-fault`}>
          {fault}
        </span>
      )}
      <input
        {...input}
        className={`input ${className ?? ''}`}
        id={name}
        name={name}
        aria-invalid={fault ? true : undefined}
        aria-describedby={described || undefined}
      />
    </div>
  );
}

/**
 * The list of what is wrong with a form, above it, in the words that stand at the fields; it takes the focus when it appears.
 * @param faults sentence by the id of the element that the link leads to
 */
export function FaultSummary({ faults }: { faults: Readonly<Record<string, string>> | undefined }) {
  const t = useText(shellText);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (faults) box.current?.focus();
  }, [faults]);
  if (!faults || Object.keys(faults).length === 0) return null;
  return (
    <div className="fault-summary stack-s" role="alert" tabIndex={-1} ref={box}>
      <h2>{t.faultsHeading}</h2>
      <ul>
        {Object.entries(faults).map(([id, sentence]) => (
          <li key={id}>{id === 'form' ? sentence : <a href={`#${id}`}>{sentence}</a>}</li>
        ))}
      </ul>
    </div>
  );
}

/** Links to the neighbouring pages of a long list; nothing when there is one page only. */
export function Pager({ page, pages, hrefOf }: { page: number; pages: number; hrefOf: (page: number) => string }) {
  const t = useText(shellText);
  if (pages <= 1) return null;
  return (
    <nav className="pager" aria-label={t.pagination}>
      {page > 1 ? (
        <Link className="button button--quiet" to={hrefOf(page - 1)} preventScrollReset={false} rel="prev">
          {t.previous}
        </Link>
      ) : (
        <span />
      )}
      <span className="number">{t.pageOf(page, pages)}</span>
      {page < pages ? (
        <Link className="button button--quiet" to={hrefOf(page + 1)} rel="next">
          {t.next}
        </Link>
      ) : (
        <span />
      )}
    </nav>
  );
}

/** Mountains for the foot of a hero; decoration only. */
export function Ridge() {
  return (
    <svg className="hero__ridge" viewBox="0 0 800 120" preserveAspectRatio="none" aria-hidden="true">
      <path
        fill="currentColor"
        d="M0 120V92c40-6 52-52 84-56 30-4 40 40 66 40s36-62 74-66c34-4 44 58 78 60s38-34 70-36 46 44 82 44 44-70 84-72 50 66 84 66 40-30 74-32 54 46 104 50v30z"
      />
    </svg>
  );
}
