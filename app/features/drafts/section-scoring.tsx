import { useForm } from '@conform-to/react';
import { draftRulesText } from '#app/text/drafts-rules.ts';
import { useText } from '#app/ui/locale.tsx';
import { RadioPiece, SelectPiece, TickPiece } from './choice-pieces.tsx';
import { FormGroup, NumberPiece } from './form-pieces.tsx';
import { RowButtons } from './list-buttons.tsx';
import { FORM_ID, SectionForm, type SectionProps } from './section-form.tsx';
import type { ScoringForm } from './sections/scoring.schema.ts';

const SPANS = ['round', 'day', 'week', 'contest'] as const;

/** How often people may sit, which attempt counts, and how marks are given. */
export function ScoringSection(props: SectionProps) {
  const t = useText(draftRulesText);
  const [form, fields] = useForm<ScoringForm>({
    id: FORM_ID,
    lastResult: props.lastResult ?? null,
    defaultValue: props.view.form as ScoringForm,
  });
  const attempts = fields.attempts.getFieldset();
  const marking = fields.marking.getFieldset();
  const limits = attempts.limits.getFieldList();
  return (
    <SectionForm form={form} {...props}>
      <FormGroup title={t.limits} hint={t.limitsHint} id={attempts.limits.id}>
        {limits.map((limit, index) => {
          const { count, per } = limit.getFieldset();
          return (
            <div className="list-row" key={limit.key} id={limit.id}>
              <NumberPiece field={count} label={t.limitCount} />
              <SelectPiece
                field={per}
                label={t.limitPer}
                options={SPANS.map((span) => ({ value: span, label: t.pers[span] }))}
              />
              <RowButtons
                form={form}
                list={attempts.limits.name}
                index={index}
                length={limits.length}
                thing={t.limit(index + 1)}
                isMovable={false}
              />
            </div>
          );
        })}
        {limits.length < SPANS.length && (
          <p>
            <button
              className="button button--quiet button--small"
              {...form.insert.getButtonProps({
                name: attempts.limits.name,
                defaultValue: { count: '1', per: limits.length === 0 ? 'round' : 'contest' },
              })}
            >
              {t.addLimit}
            </button>
          </p>
        )}
      </FormGroup>
      <RadioPiece
        field={attempts.counted}
        label={t.counted}
        options={[
          { value: 'only', label: t.counteds.only, hint: t.counteds.onlyHint },
          { value: 'best', label: t.counteds.best, hint: t.counteds.bestHint },
          { value: 'first', label: t.counteds.first, hint: t.counteds.firstHint },
          { value: 'last', label: t.counteds.last, hint: t.counteds.lastHint },
        ]}
      />
      <RadioPiece
        field={fields.overall}
        label={t.overall}
        options={[
          { value: 'none', label: t.overalls.none, hint: t.overalls.noneHint },
          { value: 'sum', label: t.overalls.sum, hint: t.overalls.sumHint },
          { value: 'best', label: t.overalls.best, hint: t.overalls.bestHint },
        ]}
      />
      <FormGroup title={t.marking}>
        <div className="field-row">
          <NumberPiece field={marking.right} label={t.right} isWhole={false} />
          <NumberPiece field={marking.wrong} label={t.wrong} hint={t.wrongHint} isWhole={false} />
          <NumberPiece field={marking.blank} label={t.blank} hint={t.wrongHint} isWhole={false} />
        </div>
        <RadioPiece
          field={marking.partial}
          label={t.partial}
          options={[
            { value: 'none', label: t.partials.none },
            { value: 'proportional', label: t.partials.proportional, hint: t.partials.proportionalHint },
          ]}
        />
        <TickPiece field={fields.mustAnswerAll} label={t.mustAnswerAll} hint={t.mustAnswerAllHint} />
        <NumberPiece field={fields.graceSeconds} label={t.grace} hint={t.graceHint} />
      </FormGroup>
    </SectionForm>
  );
}
