import { categoriesText } from '#app/text/categories.ts';
import { lobbyText } from '#app/text/lobby.ts';
import { shellText } from '#app/text/shell.ts';
import { useText } from '#app/ui/locale.tsx';
import { CategoryFields } from './category-fields.tsx';
import type { EntryView } from './enter-contest.server.ts';

/** The access code and the agreement, where they are still to be given. @param of what makes the ids of the fields unique */
export function EntryPapers({ entry, of }: { entry: EntryView; of: string }) {
  const t = useText(lobbyText);
  const categories = useText(categoriesText);
  const shell = useText(shellText);
  return (
    <>
      {entry.needsCode && (
        <div className="field">
          <label className="field__label" htmlFor={`code-${of}`}>
            {t.code}
          </label>
          <span className="field__hint" id={`code-hint-${of}`}>
            {t.codeHint}
          </span>
          <input
            className="input"
            id={`code-${of}`}
            name="accessCode"
            autoComplete="off"
            autoCapitalize="characters"
            maxLength={64}
            required
            aria-describedby={`code-hint-${of}`}
          />
        </div>
      )}
      {entry.categories.length > 0 && (
        // why folded: nobody has to answer, and the button to start must not go down because of it.
        <details className="fold">
          <summary>
            {categories.legend} {shell.optional}
          </summary>
          <CategoryFields asked={entry.categories} chosen={[]} agrees={false} of={of} />
        </details>
      )}
      {entry.consent !== undefined && (
        <div className="field">
          <p className="field__label" id={`consent-title-${of}`}>
            {t.consentTitle}
          </p>
          <blockquote className="lobby__consent" lang="vi" id={`consent-text-${of}`}>
            {entry.consent}
          </blockquote>
          <label className="tick">
            <input type="checkbox" name="agrees" value="yes" required aria-describedby={`consent-text-${of}`} />
            <span>{t.consent}</span>
          </label>
        </div>
      )}
    </>
  );
}
