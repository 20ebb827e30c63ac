import { useForm } from '@conform-to/react';
import { paths } from '#app/paths.ts';
import { draftFieldsText } from '#app/text/drafts-fields.ts';
import { useText } from '#app/ui/locale.tsx';
import { AreaPiece, TextPiece } from './form-pieces.tsx';
import { FORM_ID, SectionForm, type SectionProps } from './section-form.tsx';
import type { GeneralForm } from './sections/general.schema.ts';

/** Title, organizer and audience. */
export function GeneralSection({ slug, ...props }: SectionProps & { readonly slug: string | undefined }) {
  const t = useText(draftFieldsText);
  const [form, fields] = useForm<GeneralForm>({
    id: FORM_ID,
    lastResult: props.lastResult ?? null,
    defaultValue: props.view.form as GeneralForm,
  });
  return (
    <SectionForm form={form} {...props}>
      <TextPiece field={fields.title} label={t.title} hint={t.titleHint} input={{ lang: 'vi', maxLength: 300 }} />
      {slug !== undefined && <p className="field__hint draft-form__below">{t.address(paths.contest(slug))}</p>}
      <TextPiece
        field={fields.organizer}
        label={t.organizer}
        hint={t.organizerHint}
        input={{ lang: 'vi', maxLength: 300 }}
      />
      <AreaPiece field={fields.audience} label={t.audience} hint={t.audienceHint} />
    </SectionForm>
  );
}
