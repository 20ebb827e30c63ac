import { Form, Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import type { ChangeRefusal } from '#app/domain/units/change-command.ts';
import { paths } from '#app/paths.ts';
import { unitActsText } from '#app/text/unit-acts.ts';
import { unitChangesText } from '#app/text/unit-changes.ts';
import { useFaultTitle } from '#app/ui/fault-title.ts';
import { useText } from '#app/ui/locale.tsx';
import { FaultSummary } from '#app/ui/pieces.tsx';
import type { UnitHit } from '../find-units.server.ts';
import { UnitPicker } from '../unit-picker.tsx';
import { ChoosingFields, NameField, NatureFields, SplitFields, WhenAndWhy, type FieldsProps } from './act-fields.tsx';
import { ChangeConfirm } from './change-confirm.tsx';
import { usePreviewSentences, useRefusalSentence } from './change-words.ts';
import type { ActFaults } from './command-of-form.ts';
import { MergeFields } from './merge-fields.tsx';
import type { ChangePreview } from './preview-change.server.ts';
import type { UnitAct } from './unit-act.schema.ts';

/** What the form's action answers. */
export interface UnitActAnswer {
  readonly values: Readonly<Record<string, string>>;
  readonly chosen: readonly UnitHit[];
  readonly hits?: readonly UnitHit[] | undefined;
  readonly faults?: ActFaults | undefined;
  readonly refusal?: ChangeRefusal | undefined;
  readonly preview?: ChangePreview | undefined;
  readonly openContests?: readonly string[] | undefined;
}

interface UnitActViewProps {
  readonly act: UnitAct;
  readonly unit: { readonly id: string; readonly name: string };
  /** What the fields say before anybody has typed. */
  readonly initial: Readonly<Record<string, string>>;
  readonly blocks: readonly string[];
  readonly answer: UnitActAnswer | undefined;
}

/** Where a fault of the whole form is shown: at the field that it is about, where there is one. */
const PLACES: Partial<Record<ChangeRefusal['code'], string>> = {
  'reason-missing': 'reason',
  'day-out-of-bounds': 'day',
};

/** The form of an act: filled in, looked at, confirmed. Works without scripts. */
export function UnitActView({ act, unit, initial, blocks, answer }: UnitActViewProps) {
  const t = useText(unitActsText);
  const sentenceOf = useRefusalSentence();
  const sentencesOf = usePreviewSentences();
  const values = answer?.values ?? initial;
  const named = Object.entries(answer?.faults ?? {}).map(([field, fault]) => [field, t.faults[fault]] as const);
  const refusal = answer?.refusal;
  const whole = refusal ? [[PLACES[refusal.code] ?? 'form', sentenceOf(refusal)] as const] : [];
  const faults = Object.fromEntries([...named, ...whole]);
  const hasFaults = Object.keys(faults).length > 0;
  useFaultTitle(hasFaults);
  const preview = answer?.preview;
  const contests = answer?.openContests ?? [];
  const sentences = preview && [
    ...sentencesOf(preview),
    contests.length === 0 ? t.noOpenContest : t.openContests(contests.join(', ')),
  ];
  const fields = Object.entries({ ...values, seen: preview?.seen ?? '' });
  const chosen = answer?.chosen ?? [];
  return (
    <div className="narrow stack-l">
      <FaultSummary faults={hasFaults ? faults : undefined} />
      {sentences && (
        <ChangeConfirm
          sentences={sentences}
          fields={[...fields, ...(act === 'merge' ? chosen.map(({ id }) => ['with', id] as const) : [])]}
        />
      )}
      <Form className="panel" method="post" noValidate>
        {/* The button that Enter presses: the first of a form. It must not be that of a search. */}
        <button className="visually-hidden" name="intent" value="preview" tabIndex={-1} aria-hidden="true" />
        <div className="stack-l">
          {sentences && <h2>{t.edit}</h2>}
          <ActFields act={act} unit={unit} values={values} faults={faults} blocks={blocks} answer={answer} />
          <WhenAndWhy values={values} faults={faults} />
          <div className="stack-s">
            <button className={sentences ? 'button button--quiet' : 'button'} name="intent" value="preview">
              {t.preview}
            </button>
            <p className="small quiet">{t.previewHint}</p>
          </div>
        </div>
      </Form>
      <p>
        <Link to={paths.manageUnit(unit.id)}>{t.backToUnit}</Link>
      </p>
    </div>
  );
}

type ActFieldsProps = FieldsProps & Omit<UnitActViewProps, 'initial'>;

function ActFields({ act, unit, blocks, answer, ...fields }: ActFieldsProps): ReactNode {
  const t = useText(unitActsText);
  const words = useText(unitChangesText);
  const picker = (legend: string) => (
    <UnitPicker
      query={fields.values['unitQuery'] ?? ''}
      hits={answer?.hits}
      chosen={answer?.chosen[0]}
      fault={fields.faults['unitId']}
      only="all"
      legend={legend}
    />
  );
  switch (act) {
    case 'found':
      return (
        <>
          <NameField {...fields} label={words.name} />
          <NatureFields {...fields} blocks={blocks} />
        </>
      );
    case 'rename':
      return <NameField {...fields} label={t.newName} />;
    case 'move':
      return picker(t.newParent);
    case 'merge':
      return <MergeFields {...fields} unit={unit} chosen={answer?.chosen ?? []} hits={answer?.hits} blocks={blocks} />;
    case 'split':
      return <SplitFields {...fields} />;
    case 'end':
      return (
        <>
          <p className="quiet">{t.belowToHint}</p>
          {picker(t.belowTo)}
        </>
      );
    case 'correct':
      return (
        <>
          <NameField {...fields} label={words.name} />
          <NatureFields {...fields} blocks={blocks} />
          <ChoosingFields {...fields} />
        </>
      );
  }
}
