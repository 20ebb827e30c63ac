import { Form, Link } from '@remix-run/react';
import type { RoundPhase } from '#app/domain/contests/phase.ts';
import { contestsText } from '#app/text/contests.ts';
import { participationText } from '#app/text/participation.ts';
import { useText } from '#app/ui/locale.tsx';

interface ScopeChoiceProps {
  readonly contests: readonly { readonly slug: string; readonly title: string; readonly phase: RoundPhase }[];
  readonly contestSlug: string;
  readonly scopes: readonly { readonly key: string; readonly title: string | undefined }[];
  readonly scopeKey: string | undefined;
}

/** Which contest, and which round of it, a page of a unit is about: all in its address. */
export function ContestScopeChoice({ contests, contestSlug, scopes, scopeKey }: ScopeChoiceProps) {
  const t = useText(participationText);
  const words = useText(contestsText);
  return (
    <div className="stack-s no-print">
      {contests.length > 1 && (
        <Form className="contest-choice measure">
          <label>
            {t.contest}
            <select className="input" name="contest" key={contestSlug} defaultValue={contestSlug}>
              {contests.map(({ slug, title, phase }) => (
                <option key={slug} value={slug}>{`${words.phase[phase]}: ${title}`}</option>
              ))}
            </select>
          </label>
          <button className="button button--quiet">{t.chooseContest}</button>
        </Form>
      )}
      {scopes.length > 1 && (
        <nav className="tabs" aria-label={t.scope}>
          {scopes.map(({ key, title }) => (
            <Link
              key={key}
              to={`?contest=${contestSlug}&round=${key}`}
              preventScrollReset
              aria-current={key === scopeKey ? 'true' : undefined}
            >
              {title ?? t.wholeContest}
            </Link>
          ))}
        </nav>
      )}
    </div>
  );
}
