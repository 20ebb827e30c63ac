import { useForm, type FieldMetadata } from '@conform-to/react';
import { draftFieldsText } from '#app/text/drafts-fields.ts';
import { useText } from '#app/ui/locale.tsx';
import { RadioPiece, SelectPiece } from './choice-pieces.tsx';
import { NumberPiece, TextPiece, textOf, TimePiece, useHasFault } from './form-pieces.tsx';
import { RowButtons } from './list-buttons.tsx';
import { FORM_ID, SectionForm, type SectionProps } from './section-form.tsx';
import type { RoundsForm } from './sections/rounds.schema.ts';

type RoundFields = NonNullable<RoundsForm['rounds']>[number];

/** The rounds: what each is called, when it opens and closes, how long people sit. */
export function RoundsSection(props: SectionProps) {
  const t = useText(draftFieldsText);
  const [form, fields] = useForm<RoundsForm>({
    id: FORM_ID,
    lastResult: props.lastResult ?? null,
    defaultValue: props.view.form as RoundsForm,
  });
  const list = fields.rounds.getFieldList();
  const last = list.at(-1)?.value;
  return (
    <SectionForm form={form} {...props}>
      <div className="stack-l" id={fields.rounds.id} tabIndex={-1}>
        {list.length === 0 && <p className="notice">{t.roundsEmpty}</p>}
        {list.map((round, index) => (
          <section className="panel round stack" key={round.key} aria-label={t.round(index + 1)} id={round.id}>
            <div className="row row--apart">
              <h2 className="form-group__title">{t.round(index + 1)}</h2>
              <RowButtons
                form={form}
                list={fields.rounds.name}
                index={index}
                length={list.length}
                thing={t.round(index + 1)}
              />
            </div>
            <Round round={round} />
          </section>
        ))}
      </div>
      <p>
        <button
          className="button button--quiet"
          {...form.insert.getButtonProps({ name: fields.rounds.name, defaultValue: nextRound(last, list.length) })}
        >
          {t.addRound}
        </button>
      </p>
    </SectionForm>
  );
}

/** A round to add: right after the last, and as long. */
const nextRound = (last: Partial<RoundFields> | undefined, count: number): RoundFields => ({
  title: `Vòng ${count + 1}`,
  kind: 'contest',
  opensAt: textOf(last?.closesAt),
  closesAt: '',
  minutes: textOf(last?.minutes) || '15',
  window: textOf(last?.window) || 'personal',
  lateArrival: textOf(last?.lateArrival) || 'cut',
  entryForMinutes: '',
});

function Round({ round }: { round: FieldMetadata<RoundFields, RoundsForm> }) {
  const t = useText(draftFieldsText);
  const fields = round.getFieldset();
  const isFaulty = useHasFault(fields.lateArrival, fields.entryForMinutes);
  return (
    <>
      <input type="hidden" name={fields.number.name} defaultValue={textOf(fields.number.initialValue)} />
      <div className="field-row">
        <TextPiece
          field={fields.title}
          label={t.roundTitle}
          hint={t.roundTitleHint}
          input={{ lang: 'vi', maxLength: 200 }}
        />
        <SelectPiece
          field={fields.kind}
          label={t.kind}
          options={[
            { value: 'contest', label: t.kinds.contest },
            { value: 'practice', label: t.kinds.practice },
          ]}
        />
      </div>
      <div className="field-row">
        <TimePiece field={fields.opensAt} label={t.opensAt} />
        <TimePiece field={fields.closesAt} label={t.closesAt} />
        <NumberPiece field={fields.minutes} label={t.minutes} isWhole={false} />
      </div>
      <RadioPiece
        field={fields.window}
        label={t.window}
        options={[
          { value: 'personal', label: t.windows.personal, hint: t.windows.personalHint },
          { value: 'fixed', label: t.windows.fixed, hint: t.windows.fixedHint },
        ]}
      />
      <details className="more" open={isFaulty || textOf(fields.entryForMinutes.initialValue) !== '' || undefined}>
        <summary>{t.moreTime}</summary>
        <div className="stack">
          <SelectPiece
            field={fields.lateArrival}
            label={t.lateArrival}
            hint={t.lateArrivalHint}
            options={[
              { value: 'cut', label: t.lateArrivals.cut },
              { value: 'full', label: t.lateArrivals.full },
            ]}
          />
          <NumberPiece field={fields.entryForMinutes} label={t.entryFor} hint={t.entryForHint} isOptional />
        </div>
      </details>
    </>
  );
}
