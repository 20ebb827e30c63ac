import { useForm, type FieldMetadata, type FormMetadata } from '@conform-to/react';
import type { RoundKind } from '#app/domain/contests/contest.ts';
import { PRACTICE_TAG } from '#app/domain/contests/draw-form.ts';
import { draftFieldsText } from '#app/text/drafts-fields.ts';
import { draftFormsText } from '#app/text/drafts-forms.ts';
import { formatNumber } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import { countInBank, type BankFacet } from './bank.ts';
import { SelectPiece, type Option } from './choice-pieces.tsx';
import { NumberPiece, TextPiece, textOf, useHasFault } from './form-pieces.tsx';
import type { TopicName } from './lesson-names.ts';
import { RowButtons } from './list-buttons.tsx';
import { FORM_ID, SectionForm, type SectionProps } from './section-form.tsx';
import type { PaperForm } from './sections/papers.schema.ts';

type PartFields = NonNullable<PaperForm['sections']>[number];
type RowFields = NonNullable<PartFields['quotas']>[number];

interface Bank {
  readonly facets: readonly BankFacet[];
  readonly topics: readonly TopicName[];
  readonly kind: RoundKind;
  /** Marks of a right answer where a row says nothing else. */
  readonly right: number;
}

const ROW: RowFields = { topic: '', lesson: '', difficulty: '', tag: '', interaction: '', count: '5', marks: '' };
const numberOf = (text: unknown): number => Number(textOf(text).replace(',', '.')) || 0;

/** The paper of one round: its parts, and rows that say how many questions of which kind are drawn. */
export function PapersSection({ bank, ...props }: SectionProps & { readonly bank: Bank }) {
  const t = useText(draftFieldsText);
  const locale = useLocale();
  const [form, fields] = useForm<PaperForm>({
    id: FORM_ID,
    lastResult: props.lastResult ?? null,
    defaultValue: props.view.form as PaperForm,
  });
  const parts = fields.sections.getFieldList();
  const rows = (fields.sections.value ?? []) as { quotas?: Partial<RowFields>[] }[];
  const quotas = rows.flatMap((part) => part?.quotas ?? []);
  const total = quotas.reduce((sum, quota) => sum + numberOf(quota?.count), 0);
  const marks = quotas.reduce((sum, quota) => sum + numberOf(quota?.count) * (numberOf(quota?.marks) || bank.right), 0);
  return (
    <SectionForm form={form} {...props}>
      {bank.kind === 'practice' && <p className="notice">{t.practicePool}</p>}
      <div className="stack-l" id={fields.sections.id} tabIndex={-1}>
        {parts.map((part, index) => (
          <Part key={part.key} part={part} index={index} of={parts.length} form={form} bank={bank} />
        ))}
      </div>
      <p>
        <button
          className="button button--quiet"
          {...form.insert.getButtonProps({
            name: fields.sections.name,
            defaultValue: { title: `Phần ${parts.length + 1}`, quotas: [ROW] },
          })}
        >
          {t.addSection}
        </button>
      </p>
      <p className="paper-total" role="status">
        {t.totalQuestions(formatNumber(total, locale), formatNumber(marks, locale, 2))}
      </p>
      <NumberPiece field={fields.optionsShown} label={t.optionsShown} hint={t.optionsShownHint} isOptional />
    </SectionForm>
  );
}

interface PartProps {
  readonly part: FieldMetadata<PartFields, PaperForm>;
  readonly index: number;
  readonly of: number;
  readonly form: FormMetadata<PaperForm>;
  readonly bank: Bank;
}

function Part({ part, index, of, form, bank }: PartProps) {
  const t = useText(draftFieldsText);
  const fields = part.getFieldset();
  const rows = fields.quotas.getFieldList();
  return (
    <section className="panel stack" aria-label={t.section(index + 1)} id={part.id}>
      <div className="row row--apart">
        <h2 className="form-group__title">{t.section(index + 1)}</h2>
        <RowButtons form={form} list="sections" index={index} length={of} thing={t.section(index + 1)} />
      </div>
      <TextPiece field={fields.title} label={t.sectionTitle} input={{ lang: 'vi', maxLength: 200 }} />
      <ol className="quotas" id={fields.quotas.id} tabIndex={-1}>
        {rows.map((row, at) => (
          <li className="quota" key={row.key} id={row.id}>
            <Row row={row} index={at} of={rows.length} list={fields.quotas.name} form={form} bank={bank} />
          </li>
        ))}
      </ol>
      <p>
        <button
          className="button button--quiet button--small"
          {...form.insert.getButtonProps({ name: fields.quotas.name, defaultValue: ROW })}
        >
          {t.addRow}
        </button>
      </p>
    </section>
  );
}

interface RowProps {
  readonly row: FieldMetadata<RowFields, PaperForm>;
  readonly index: number;
  readonly of: number;
  readonly list: string;
  readonly form: FormMetadata<PaperForm>;
  readonly bank: Bank;
}

function Row({ row, index, of, list, form, bank }: RowProps) {
  const t = useText(draftFieldsText);
  const forms = useText(draftFormsText);
  const locale = useLocale();
  const fields = row.getFieldset();
  const any: Option = { value: '', label: forms.any };
  const asked = (row.value ?? {}) as Partial<RowFields>;
  const isFaulty = useHasFault(fields.interaction, fields.tag, fields.marks);
  const inBank = countInBank(bank.facets, bank.kind, asked);
  const isShort = inBank < numberOf(asked.count);
  const isNarrowed = [fields.interaction, fields.tag, fields.marks].some((field) => textOf(field.initialValue) !== '');
  const tags = [...new Set(bank.facets.flatMap((facet) => facet.tags))]
    .filter((tag) => tag !== PRACTICE_TAG)
    .toSorted();
  return (
    <>
      <div className="quota__head">
        <h3 className="quota__name">{t.row(index + 1)}</h3>
        <RowButtons form={form} list={list} index={index} length={of} thing={t.row(index + 1)} />
      </div>
      <div className="quota__fields">
        <NumberPiece field={fields.count} label={t.count} />
        <SelectPiece
          field={fields.topic}
          label={t.topic}
          options={[any, ...bank.topics.map(({ slug, title }) => ({ value: slug, label: title }))]}
        />
        <SelectPiece
          field={fields.lesson}
          label={t.lesson}
          options={[any]}
          groups={bank.topics.map((topic) => ({
            label: topic.title,
            options: topic.lessons.map(({ slug, title }) => ({ value: slug, label: title })),
          }))}
        />
        <SelectPiece field={fields.difficulty} label={t.difficulty} options={[any, ...entriesOf(t.difficulties)]} />
      </div>
      <details className="more" open={isFaulty || isNarrowed || undefined}>
        <summary>{t.moreConditions}</summary>
        <div className="quota__fields">
          <SelectPiece field={fields.interaction} label={t.interaction} options={[any, ...entriesOf(t.interactions)]} />
          <SelectPiece
            field={fields.tag}
            label={t.tag}
            options={[any, ...tags.map((tag) => ({ value: tag, label: tag }))]}
          />
          <NumberPiece
            field={fields.marks}
            label={t.marks}
            hint={t.marksHint(formatNumber(bank.right, locale, 2))}
            isWhole={false}
            isOptional
          />
        </div>
      </details>
      <p className={isShort ? 'quota__bank quota__bank--short' : 'quota__bank'}>
        {isShort ? t.inBankShort(formatNumber(inBank, locale)) : t.inBank(formatNumber(inBank, locale))}
      </p>
    </>
  );
}

const entriesOf = (words: Readonly<Record<string, string>>): Option[] =>
  Object.entries(words).map(([value, label]) => ({ value, label }));
