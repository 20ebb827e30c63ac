import { Form, useNavigation } from '@remix-run/react';
import { factorsText, type FactorFault } from '#app/text/factors.ts';
import { useFaultTitle } from '#app/ui/fault-title.ts';
import { useText } from '#app/ui/locale.tsx';
import { FaultSummary, Field } from '#app/ui/pieces.tsx';
import type { SampleCode } from './sample-factors.server.ts';

interface CodeFormProps {
  readonly returnTo: string;
  readonly fault: FactorFault | undefined;
}

/** The field for a code; numbers first, as most people have an app. */
export function CodeField({ fault }: { fault: string | undefined }) {
  const t = useText(factorsText);
  return (
    <Field
      name="code"
      label={t.code}
      hint={t.codeHint}
      fault={fault}
      className="code-input"
      autoComplete="one-time-code"
      autoCapitalize="characters"
      spellCheck={false}
    />
  );
}

/** The second step of signing in, by a code. */
export function SecondStepForm({ returnTo, fault }: CodeFormProps) {
  const t = useText(factorsText);
  const isBusy = useNavigation().state === 'submitting';
  const said = fault && t.faults[fault];
  useFaultTitle(fault !== undefined);
  return (
    <>
      <FaultSummary faults={said === undefined ? undefined : { code: said }} />
      <Form className="stack" method="post" noValidate>
        <input type="hidden" name="returnTo" value={returnTo} />
        <CodeField fault={said} />
        <button className="button button--large button--wide" disabled={isBusy}>
          {t.confirmCode}
        </button>
      </Form>
    </>
  );
}

/** In the demonstration only: the code of now, and a button that sends it. */
export function SampleCodePanel({ sample, returnTo }: { sample: SampleCode; returnTo: string }) {
  const t = useText(factorsText);
  if (sample.code === undefined) return <p className="notice">{t.demoWait(sample.nextIn)}</p>;
  return (
    <Form className="notice row row--apart" method="post">
      <input type="hidden" name="returnTo" value={returnTo} />
      <input type="hidden" name="code" value={sample.code} />
      <span className="number">{t.demoCode(sample.code)}</span>
      <button className="button button--quiet">{t.demoUse}</button>
    </Form>
  );
}

/** In the demonstration only: the code of now, to type. */
export function SampleCodeLine({ sample: { code, nextIn } }: { sample: SampleCode }) {
  const t = useText(factorsText);
  return <p className="notice number">{code === undefined ? t.demoWait(nextIn) : t.demoCode(code)}</p>;
}

interface StepUpProps {
  readonly needsCode: boolean;
  readonly returnTo: string;
  readonly fault: FactorFault | undefined;
}

/** Password, and with roles a code: the person proves again who they are. */
export function StepUpForm({ needsCode, returnTo, fault }: StepUpProps) {
  const t = useText(factorsText);
  const isBusy = useNavigation().state === 'submitting';
  const sentence = fault && t.faults[fault];
  const isOfCode = fault === 'wrong-code' || fault === 'too-many-codes';
  const field = isOfCode ? 'code' : 'password';
  useFaultTitle(fault !== undefined);
  return (
    <>
      <FaultSummary faults={sentence === undefined ? undefined : { [field]: sentence }} />
      <Form className="stack" method="post" noValidate reloadDocument>
        <input type="hidden" name="returnTo" value={returnTo} />
        <Field
          name="password"
          type="password"
          label={t.password}
          fault={field === 'password' ? sentence : undefined}
          autoComplete="current-password"
        />
        {needsCode && <CodeField fault={field === 'code' ? sentence : undefined} />}
        <button className="button button--large button--wide" disabled={isBusy}>
          {t.stepUpButton}
        </button>
      </Form>
    </>
  );
}
