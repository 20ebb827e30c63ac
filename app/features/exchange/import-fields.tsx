import { FORMATS, type Format } from '#app/domain/exchange/parsed-file.ts';
import type { ImportDefaults } from '#app/domain/exchange/import-row.ts';
import type { KnownTopic } from '#app/domain/exchange/resolve-place.ts';
import { DIFFICULTIES } from '#app/domain/items/item.ts';
import { exchangeText } from '#app/text/exchange.ts';
import { useText } from '#app/ui/locale.tsx';
import { Field } from '#app/ui/pieces.tsx';

/** What people call the formats, in every language. */
export const FORMAT_NAMES: Readonly<Record<Format, string>> = {
  xlsx: 'Excel (.xlsx)',
  docx: 'Word (.docx)',
  csv: 'CSV',
  gift: 'GIFT',
  aiken: 'Aiken',
  moodle: 'Moodle XML',
  qti21: 'QTI 2.1, 2.2',
  qti3: 'QTI 3',
  yaml: 'YAML',
};

interface SelectProps {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

function Select({ name, label, value, options }: SelectProps) {
  return (
    <div className="field">
      <label className="field__label" htmlFor={name}>
        {label}
      </label>
      <select className="input" id={name} name={name} defaultValue={value}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}

/** Which format the file is said to have. */
export function FormatField() {
  const t = useText(exchangeText);
  const options = [
    { value: '', label: t.formatAuto },
    ...FORMATS.map((format) => ({ value: format, label: FORMAT_NAMES[format] })),
  ];
  return <Select name="format" label={t.formatField} value="" options={options} />;
}

/** What stands in for what questions of a file do not say. */
export function DefaultsFields({
  topics,
  defaults,
}: {
  topics: readonly KnownTopic[];
  defaults: ImportDefaults | undefined;
}) {
  const t = useText(exchangeText);
  const nameOf = ({ titles, slug }: { titles: readonly string[]; slug: string }): string => titles[0] ?? slug;
  return (
    <fieldset className="stack">
      <legend className="field__label">{t.defaultsTitle}</legend>
      <Select
        name="topic"
        label={t.topic}
        value={defaults?.topicSlug ?? ''}
        options={[
          { value: '', label: t.noTopic },
          ...topics.map((topic) => ({ value: topic.slug, label: nameOf(topic) })),
        ]}
      />
      <Select
        name="lesson"
        label={t.lesson}
        value={defaults?.lessonSlug ? `${defaults.topicSlug}/${defaults.lessonSlug}` : ''}
        options={[
          { value: '', label: t.noLesson },
          ...topics.flatMap((topic) =>
            topic.lessons.map((lesson) => ({
              value: `${topic.slug}/${lesson.slug}`,
              label: `${topic.titles[1] ?? topic.slug} › ${nameOf(lesson)}`,
            })),
          ),
        ]}
      />
      <Select
        name="difficulty"
        label={t.difficulty}
        value={defaults?.difficulty ?? 'medium'}
        options={DIFFICULTIES.map((difficulty) => ({ value: difficulty, label: t.difficulties[difficulty] }))}
      />
      <Field name="source" label={t.source} hint={t.sourceHint} isOptional defaultValue={defaults?.source ?? ''} />
      <Field name="tags" label={t.tags} hint={t.tagsHint} isOptional defaultValue={defaults?.tags.join(', ') ?? ''} />
    </fieldset>
  );
}
