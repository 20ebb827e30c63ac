import { Form, Link, useSearchParams } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { conductText } from '#app/text/conduct.ts';
import { draftsText } from '#app/text/drafts.ts';
import { keysText } from '#app/text/keys.ts';
import { reportsText } from '#app/text/reports.ts';
import { rulingsText } from '#app/text/rulings.ts';
import { signalsText } from '#app/text/signals.ts';
import { useText } from '#app/ui/locale.tsx';

/** What can be done with a published contest: run it, change it, take its description along. */
export function ContestTools({ slug }: { slug: string }) {
  const t = useText(draftsText);
  const conduct = useText(conductText);
  const keys = useText(keysText);
  const reports = useText(reportsText);
  const rulings = useText(rulingsText);
  const signals = useText(signalsText);
  const [query] = useSearchParams();
  return (
    <>
      {query.has('published') && (
        <p className="notice notice--good" role="status">
          {t.published}
        </p>
      )}
      <div className="row no-print">
        <Link className="button" to={paths.conduct(slug)}>
          {conduct.title}
        </Link>
        <Link className="button button--quiet" to={paths.keys(slug)}>
          {keys.openTool}
        </Link>
        <Form method="post" action={paths.newContest()}>
          <input type="hidden" name="slug" value={slug} />
          <button className="button button--quiet" name="from" value="change">
            {t.editContest}
          </button>
        </Form>
        <Link to={paths.rulings(slug)}>{rulings.openTool}</Link>
        <Link to={paths.signals(slug)}>{signals.link}</Link>
        <Link to={paths.blueprint(slug)}>{t.blueprint}</Link>
        <Link to={paths.manageReports(slug)}>{reports.title}</Link>
        <a href={paths.contestDescription(slug)} download>
          {t.exportContest}
        </a>
      </div>
    </>
  );
}
