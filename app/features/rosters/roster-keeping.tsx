import { Form, Link } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { rostersText } from '#app/text/rosters.ts';
import { formatNumber } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';

/** Where there is no list yet: what it is for, and how to begin. */
export function NoRoster({ unitId }: { unitId: string }) {
  const t = useText(rostersText);
  return (
    <section className="panel stack" aria-labelledby="no-roster">
      <h2 id="no-roster">{t.emptyTitle}</h2>
      <p className="measure">{t.empty}</p>
      <p>
        <Link className="button button--large" to={paths.importRoster(unitId)}>
          {t.importLink}
        </Link>
      </p>
    </section>
  );
}

/** What is done with a list as a whole: looking for accounts again, another list, the one before, none. */
export function RosterKeeping({
  unitId,
  hasRoster,
  formerPeople,
}: {
  unitId: string;
  hasRoster: boolean;
  formerPeople: number | undefined;
}) {
  const t = useText(rostersText);
  const locale = useLocale();
  return (
    <section className="roster-keeping no-print">
      {hasRoster && (
        <Form method="post" className="panel stack-s">
          <p>{t.matchHint}</p>
          <p className="row">
            <button className="button button--quiet" name="intent" value="match">
              {t.match}
            </button>
            <Link className="button button--quiet" to={paths.importRoster(unitId)}>
              {t.importAgain}
            </Link>
          </p>
        </Form>
      )}
      {formerPeople !== undefined && (
        <Form method="post" className="panel stack-s">
          <p>{t.restoreHint}</p>
          <button className="button button--quiet" name="intent" value="restore">
            {t.restore(formatNumber(formerPeople, locale))}
          </button>
        </Form>
      )}
      {hasRoster && (
        <details className="panel">
          <summary>{t.dropTitle}</summary>
          <Form method="post" className="stack-s">
            <p>{t.dropHint}</p>
            <label className="tick">
              <input type="checkbox" name="sure" value="yes" />
              <span>{t.dropSure}</span>
            </label>
            <button className="button button--quiet" name="intent" value="drop">
              {t.drop}
            </button>
          </Form>
        </details>
      )}
    </section>
  );
}
