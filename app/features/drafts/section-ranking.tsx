import { useForm } from '@conform-to/react';
import type { RankCriterion } from '#app/domain/contests/contest.ts';
import { draftFormsText } from '#app/text/drafts-forms.ts';
import { draftRankingText } from '#app/text/drafts-ranking.ts';
import { useText } from '#app/ui/locale.tsx';
import { FormGroup, textOf } from './form-pieces.tsx';
import { RowButtons } from './list-buttons.tsx';
import { RankExample } from './rank-example.tsx';
import { FORM_ID, SectionForm, type SectionProps } from './section-form.tsx';
import type { RankingForm } from './sections/ranking.schema.ts';

/** Criteria in the order in which they decide: a list that buttons move, with an example of what it does. */
export function RankingSection(props: SectionProps) {
  const t = useText(draftRankingText);
  const forms = useText(draftFormsText);
  const [form, fields] = useForm<RankingForm>({
    id: FORM_ID,
    lastResult: props.lastResult ?? null,
    defaultValue: props.view.form as RankingForm,
  });
  const list = fields.ranking.getFieldList();
  const all = Object.keys(t.criteria) as RankCriterion[];
  const isCriterion = (name: string): name is RankCriterion => all.some((each) => each === name);
  const chain = list.map((field) => textOf(field.initialValue)).filter(isCriterion);
  const others = all.filter((criterion) => !chain.includes(criterion));
  return (
    <SectionForm form={form} {...props}>
      <FormGroup title={t.chosen} id={fields.ranking.id}>
        {list.length === 0 && <p className="notice">{t.empty}</p>}
        <ol className="criteria">
          {list.map((field, index) => {
            const name = textOf(field.initialValue);
            const words = isCriterion(name) ? t.criteria[name] : { name, why: '' };
            return (
              <li className="criterion" key={field.key} id={field.id}>
                <input type="hidden" name={field.name} value={name} />
                <span className="criterion__number number" aria-hidden="true">
                  {index + 1}
                </span>
                <div className="criterion__words">
                  <strong>{words.name}</strong>
                  <span className="field__hint">{words.why}</span>
                </div>
                <RowButtons
                  form={form}
                  list={fields.ranking.name}
                  index={index}
                  length={list.length}
                  thing={words.name}
                />
              </li>
            );
          })}
        </ol>
      </FormGroup>
      <RankExample chain={chain} />
      <FormGroup title={t.others} hint={others.length > 0 ? t.othersHint : t.allChosen}>
        <ul className="criteria criteria--others">
          {others.map((criterion) => (
            <li className="criterion" key={criterion}>
              <div className="criterion__words">
                <strong>{t.criteria[criterion].name}</strong>
                <span className="field__hint">{t.criteria[criterion].why}</span>
              </div>
              <div className="row-buttons">
                <button
                  className="button button--plain button--small"
                  {...form.insert.getButtonProps({ name: fields.ranking.name, defaultValue: criterion })}
                  aria-label={forms.of(forms.add, t.criteria[criterion].name)}
                >
                  {forms.add}
                </button>
              </div>
            </li>
          ))}
        </ul>
      </FormGroup>
    </SectionForm>
  );
}
