import { useForm } from '@conform-to/react';
import { draftRulesText } from '#app/text/drafts-rules.ts';
import { useText } from '#app/ui/locale.tsx';
import { RadioPiece } from './choice-pieces.tsx';

import { FORM_ID, SectionForm, type SectionProps } from './section-form.tsx';
import type { PredictionForm } from './sections/prediction.schema.ts';

/** What people predict, and over what it is counted. */
export function PredictionSection(props: SectionProps) {
  const t = useText(draftRulesText);
  const [form, fields] = useForm<PredictionForm>({
    id: FORM_ID,
    lastResult: props.lastResult ?? null,
    defaultValue: props.view.form as PredictionForm,
  });
  const { asks, scope } = fields.prediction.getFieldset();
  return (
    <SectionForm form={form} {...props}>
      <RadioPiece
        field={asks}
        label={t.asks}
        options={[
          { value: '', label: t.askeds.none, hint: t.askeds.noneHint },
          { value: 'people', label: t.askeds.people, hint: t.askeds.peopleHint },
          { value: 'attempts', label: t.askeds.attempts, hint: t.askeds.attemptsHint },
          { value: 'peopleAllRight', label: t.askeds.peopleAllRight, hint: t.askeds.peopleAllRightHint },
        ]}
      />
      <RadioPiece
        field={scope}
        label={t.scope}
        options={[
          { value: 'round', label: t.scopes.round, hint: t.scopes.roundHint },
          { value: 'contest', label: t.scopes.contest, hint: t.scopes.contestHint },
        ]}
      />
      <p className="notice">{t.predictionNote}</p>
    </SectionForm>
  );
}
