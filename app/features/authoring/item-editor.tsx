import { useDeferredValue, useEffect, useRef, type ReactNode } from 'react';
import { checkItem } from '#app/domain/items/check-item.ts';
import type { ItemFinding } from '#app/domain/items/finding.ts';
import { authoringText } from '#app/text/authoring.ts';
import { findingsText } from '#app/text/findings.ts';
import { formatClock } from '#app/ui/format.ts';
import { useText } from '#app/ui/locale.tsx';
import { PromptField, RestFields, type LessonChoices } from './item-fields.tsx';
import { textOf, type ItemForm } from './item-form.ts';
import { ItemRows } from './item-rows.tsx';
import { useItemDraft, type SaveState } from './use-item-draft.ts';

interface ItemEditorProps {
  readonly form: ItemForm;
  readonly revision: number;
  readonly savedAt: number | undefined;
  readonly choices: LessonChoices;
  readonly saveTo: string;
  /** The question as a contestant sees it, from what was saved last. */
  readonly preview: ReactNode;
}

/** Writes an item: fields on one side, findings and the preview on the other. */
export function ItemEditor({ form: first, revision, savedAt, choices, saveTo, preview }: ItemEditorProps) {
  const t = useText(authoringText);
  const words = useText(findingsText);
  const page = useRef<HTMLFormElement>(null);
  const draft = useItemDraft(first, revision, page, saveTo);
  const { form } = draft;
  const shown = useDeferredValue(form);
  const text = textOf(shown);
  const findings = checkItem(text.body, text.place);
  const saidOf = (id: string): string[] =>
    findings.filter(({ option }) => option === id).map(({ code }) => words.finding[code]);
  useSaveKeys(() => void draft.save());
  return (
    <div className="item-desk">
      <form method="post" ref={page} className="item-desk__form stack" aria-label={t.editTitle('')}>
        <input type="hidden" name="interaction" value={form.interaction} />
        <input type="hidden" name="revision" value={draft.revision} />
        {/* why first: Enter in a field saves, and moves no row. */}
        <button className="visually-hidden" name="do" value="save" tabIndex={-1} aria-hidden="true">
          {t.save}
        </button>
        <PromptField form={form} onChange={draft.set} said={null} />
        <ItemRows
          form={form}
          list="options"
          saidOf={saidOf}
          onAct={draft.act}
          onRow={(index, part) => draft.row('options', index, part)}
        />
        {form.interaction === 'match' && (
          <ItemRows
            form={form}
            list="targets"
            saidOf={saidOf}
            onAct={draft.act}
            onRow={(index, part) => draft.row('targets', index, part)}
          />
        )}
        <RestFields form={form} onChange={draft.set} choices={choices} />
        <div className="item-desk__bar">
          <button className="button button--quiet" name="do" value="save">
            {t.save}
          </button>
          <button className="button" name="do" value="submit">
            {t.submit}
          </button>
          <SaveWords state={draft.state} savedAt={draft.savedAt ?? savedAt} />
        </div>
      </form>
      <div className="item-desk__side stack">
        <Findings findings={findings} />
        {preview}
      </div>
    </div>
  );
}

function SaveWords({ state, savedAt }: { state: SaveState; savedAt: number | undefined }) {
  const t = useText(authoringText);
  const words = { saving: t.saving, failed: t.notSaved, changed: t.unsaved, refused: t.conflictTitle, same: '' }[state];
  return (
    <p className="item-desk__saved number" role="status">
      {words || (savedAt === undefined ? '' : t.saved(formatClock(savedAt)))}
    </p>
  );
}

/** What an author should know, each with a link to its place. */
export function Findings({ findings }: { findings: readonly ItemFinding[] }) {
  const t = useText(authoringText);
  const words = useText(findingsText);
  return (
    <section className="card stack-s" aria-label={t.findings}>
      <h2 className="form-group__title">{t.findings}</h2>
      {findings.length === 0 && <p>{t.noFindings}</p>}
      <ul className="item-findings">
        {findings.map(({ code, level, field, option }) => (
          <li key={`${code}-${option ?? ''}`} className={`item-finding item-finding--${level}`}>
            <strong>{t[level]}</strong> <a href={`#field-${field}`}>{words.field[field]}</a>: {words.finding[code]}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Ctrl+S and ⌘S save. */
function useSaveKeys(save: () => void): void {
  const latest = useRef(save);
  useEffect(() => {
    latest.current = save;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 's') return;
      event.preventDefault();
      latest.current();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
