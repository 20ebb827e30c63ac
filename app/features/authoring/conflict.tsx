import { Link } from '@remix-run/react';
import { authoringText } from '#app/text/authoring.ts';
import { useText } from '#app/ui/locale.tsx';
import type { ItemForm } from './item-form.ts';

interface ConflictProps {
  readonly theirs: ItemForm;
  /** The page with their text. */
  readonly open: string;
}

/** What somebody else saved first. The writer's own text stands in the fields, and the next saving goes over theirs. */
export function Conflict({ theirs, open }: ConflictProps) {
  const t = useText(authoringText);
  return (
    <section className="notice notice--warn stack-s" aria-label={t.conflictTitle}>
      <h2 className="form-group__title">{t.conflictTitle}</h2>
      <p>{t.conflictLead}</p>
      <h3 className="field__label">{t.theirs}</h3>
      <div lang="vi" className="stack-s">
        <p>{theirs.prompt}</p>
        <ul className="plain-list">
          {theirs.options.map(({ id, text, isKey }) => (
            <li key={id}>
              {text} {isKey ? t.keyMark : ''}
            </li>
          ))}
        </ul>
        <p>{theirs.rationale}</p>
        <p>{theirs.sourceTitle}</p>
      </div>
      <p>
        <Link to={open} reloadDocument>
          {t.takeTheirs}
        </Link>
      </p>
    </section>
  );
}
