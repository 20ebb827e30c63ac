import { useRef, type ReactNode } from 'react';
import { DIFFICULTIES, type Difficulty } from '#app/domain/items/item.ts';
import { authoringText } from '#app/text/authoring.ts';
import { useText } from '#app/ui/locale.tsx';
import type { ItemForm } from './item-form.ts';

/** Lessons to choose from: titles by "topic/lesson", in the order of the topics. */
export interface LessonChoices {
  readonly topics: Readonly<Record<string, string>>;
  readonly lessons: Readonly<Record<string, string>>;
}

export interface FieldsProps {
  readonly form: ItemForm;
  readonly onChange: (change: Partial<ItemForm>) => void;
}

/** Chooses a lesson, by topic. */
export function LessonSelect({
  choices,
  ...select
}: { choices: LessonChoices } & React.SelectHTMLAttributes<HTMLSelectElement>) {
  const t = useText(authoringText);
  return (
    <label className="field">
      <span className="field__label">{t.lesson}</span>
      <select className="input" name="lesson" id="field-place" {...select}>
        <option value="">{t.chooseLesson}</option>
        {Object.entries(choices.topics).map(([slug, title]) => (
          <optgroup key={slug} label={title}>
            {Object.entries(choices.lessons)
              .filter(([lesson]) => lesson.startsWith(`${slug}/`))
              .map(([lesson, name]) => (
                <option key={lesson} value={lesson}>
                  {name}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
    </label>
  );
}

const TABLE = '\n\n| Cột 1 | Cột 2 |\n| --- | --- |\n| … | … |\n';

/** The prompt with buttons that put signs around what is selected. */
export function PromptField({ form, onChange, said }: FieldsProps & { said: ReactNode }) {
  const t = useText(authoringText);
  const area = useRef<HTMLTextAreaElement>(null);
  const put = (before: string, after = before): void => {
    const { current } = area;
    if (!current) return;
    const { selectionStart: from, selectionEnd: to, value } = current;
    onChange({ prompt: value.slice(0, from) + before + value.slice(from, to) + after + value.slice(to) });
    current.focus();
  };
  return (
    <div className="field">
      <label className="field__label" htmlFor="field-prompt">
        {t.prompt}
      </label>
      <span className="field__hint" id="prompt-hint">
        {t.promptHint}
      </span>
      <div className="item-tools" role="group" aria-label={t.toolbar}>
        <button type="button" className="button button--plain button--small" onClick={() => put('**')}>
          {t.bold}
        </button>
        <button type="button" className="button button--plain button--small" onClick={() => put('*')}>
          {t.italic}
        </button>
        <button type="button" className="button button--plain button--small" onClick={() => put('', TABLE)}>
          {t.table}
        </button>
        {/* why a button of the form: what was typed is saved before the page of the image opens. */}
        <button className="button button--plain button--small" name="do" value="image">
          {t.image}
        </button>
      </div>
      <textarea
        ref={area}
        className="input"
        id="field-prompt"
        name="prompt"
        rows={4}
        lang="vi"
        value={form.prompt}
        aria-describedby="prompt-hint"
        onChange={(event) => onChange({ prompt: event.currentTarget.value })}
      />
      {said}
    </div>
  );
}

const TEXTS = { sourceTitle: 'sourceTitle', sourcePage: 'sourcePage', sourceUrl: 'sourceUrl' } as const;

/** Explanation, source and place. */
export function RestFields({ form, onChange, choices }: FieldsProps & { choices: LessonChoices }) {
  const t = useText(authoringText);
  const line = (name: keyof typeof TEXTS | 'tags' | 'name' | 'unit', label: string, hint?: string) => (
    <label className="field" key={name}>
      <span className="field__label">{label}</span>
      {hint && <span className="field__hint">{hint}</span>}
      <input
        className="input"
        name={name}
        id={name === 'sourceTitle' ? 'field-source' : undefined}
        value={form[name]}
        autoComplete="off"
        onChange={(event) => onChange({ [name]: event.currentTarget.value })}
      />
    </label>
  );
  const tick = (name: 'shuffles' | 'ignoresCase' | 'ignoresMarks' | 'contested', label: string) => (
    <label className="item-tick">
      <input
        type="checkbox"
        name={name}
        checked={form[name]}
        onChange={(event) => onChange({ [name]: event.currentTarget.checked })}
      />
      <span>{label}</span>
    </label>
  );
  const { interaction } = form;
  const isTyped = interaction === 'textEntry' || interaction === 'numericEntry';
  return (
    <>
      {interaction === 'numericEntry' && line('unit', t.unit)}
      {interaction === 'textEntry' && tick('ignoresCase', t.ignoresCase)}
      {interaction === 'textEntry' && tick('ignoresMarks', t.ignoresMarks)}
      {!isTyped && tick('shuffles', t.shuffles)}
      <label className="field">
        <span className="field__label">{t.rationale}</span>
        <textarea
          className="input"
          id="field-rationale"
          name="rationale"
          rows={3}
          lang="vi"
          value={form.rationale}
          onChange={(event) => onChange({ rationale: event.currentTarget.value })}
        />
      </label>
      <fieldset className="item-group stack-s">
        <legend className="field__label">{t.source}</legend>
        {line('sourceTitle', t.sourceTitle)}
        {line('sourcePage', t.sourcePage)}
        {line('sourceUrl', t.sourceUrl)}
      </fieldset>
      <fieldset className="item-group stack-s">
        <legend className="field__label">{t.place}</legend>
        <LessonSelect
          choices={choices}
          value={form.lesson}
          onChange={(event) => onChange({ lesson: event.currentTarget.value })}
        />
        <label className="field">
          <span className="field__label">{t.difficulty}</span>
          <select
            className="input"
            name="difficulty"
            value={form.difficulty}
            onChange={(event) => onChange({ difficulty: event.currentTarget.value as Difficulty })}
          >
            {DIFFICULTIES.map((difficulty) => (
              <option key={difficulty} value={difficulty}>
                {t.difficulties[difficulty]}
              </option>
            ))}
          </select>
        </label>
        {line('tags', t.tags, t.tagsHint)}
        {line('name', t.name)}
        {tick('contested', t.contested)}
      </fieldset>
    </>
  );
}
