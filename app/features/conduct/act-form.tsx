import { Form, Link, useNavigation } from '@remix-run/react';
import { useEffect, useRef, type ReactNode } from 'react';
import type { RefusalCode } from '#app/domain/kernel/refusal.ts';
import { conductActsText } from '#app/text/conduct-acts.ts';
import { refusalText } from '#app/text/refusals.ts';
import { useFaultTitle } from '#app/ui/fault-title.ts';
import { useText } from '#app/ui/locale.tsx';
import { FaultSummary } from '#app/ui/pieces.tsx';

/** What a form's action answers: what was typed, what is wrong with it, or what confirming it would do. */
export interface ActAnswer {
  readonly values: Readonly<Record<string, string>>;
  readonly faults?: Readonly<Record<string, string>> | undefined;
  readonly refusal?: RefusalCode | undefined;
}

/** The sentences of what is wrong, by field; undefined where nothing is. */
export function useActFaults(answer: ActAnswer | undefined): Record<string, string> | undefined {
  const sentences: Readonly<Record<string, string>> = useText(conductActsText).faults;
  const refusals = useText(refusalText);
  const said = {
    ...Object.fromEntries(
      Object.entries(answer?.faults ?? {}).map(([field, fault]) => [
        // why the form: a fault of a field that nobody sees has no place of its own.
        ['intent', 'key', 'act', 'whom', ''].includes(field) ? 'form' : field,
        sentences[fault] ?? fault,
      ]),
    ),
    ...(answer?.refusal ? { form: refusals[answer.refusal] } : {}),
  };
  const hasFaults = Object.keys(said).length > 0;
  useFaultTitle(hasFaults);
  return hasFaults ? said : undefined;
}

interface ActFormProps {
  readonly act: 'extend' | 'pause' | 'resume' | 'grant' | 'undo';
  readonly faults: Record<string, string> | undefined;
  /** What confirming would change, in sentences, and what the confirming form sends; undefined before the look. */
  readonly confirming:
    { readonly words: readonly string[]; readonly fields: Readonly<Record<string, string>> } | undefined;
  /** Where the conduct page is. */
  readonly back: string;
  readonly children: ReactNode;
}

/** A form in two steps that works without scripts: fill in and look, then confirm what was looked at. */
export function ActForm({ act, faults, confirming, back, children }: ActFormProps) {
  const t = useText(conductActsText);
  const isBusy = useNavigation().state === 'submitting';
  return (
    <div className="stack-l">
      <FaultSummary faults={faults} />
      {confirming && <Confirming act={act} {...confirming} isBusy={isBusy} />}
      <Form className="panel" method="post" noValidate>
        {/* The button that Enter presses: the first of a form. It must not be that of a search. */}
        <button className="visually-hidden" name="intent" value="preview" tabIndex={-1} aria-hidden="true" />
        <div className="stack-l">
          {confirming && <h2>{t.edit}</h2>}
          {children}
          <div className="stack-s">
            <button
              className={confirming ? 'button button--quiet' : 'button'}
              name="intent"
              value="preview"
              disabled={isBusy}
            >
              {t.preview}
            </button>
            <p className="small quiet">{t.previewHint}</p>
          </div>
        </div>
      </Form>
      <p>
        <Link to={back}>{t.back}</Link>
      </p>
    </div>
  );
}

interface ConfirmingProps {
  readonly act: ActFormProps['act'];
  readonly words: readonly string[];
  readonly fields: Readonly<Record<string, string>>;
  readonly isBusy: boolean;
}

function Confirming({ act, words, fields, isBusy }: ConfirmingProps) {
  const t = useText(conductActsText);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className="notice notice--warn stack" aria-labelledby="before">
      <h2 id="before" tabIndex={-1} ref={heading}>
        {t.before}
      </h2>
      <ul className="stack-s number">
        {words.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <Form method="post">
        {Object.entries(fields).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <button className="button button--large" name="intent" value="confirm" disabled={isBusy}>
          {t.confirm[act]}
        </button>
      </Form>
    </section>
  );
}
