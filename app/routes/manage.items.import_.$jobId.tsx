import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { VERDICTS } from '#app/domain/exchange/import-row.ts';
import { ImportActForm, ImportDefaultsForm } from '#app/features/exchange/import.schema.ts';
import { DefaultsFields } from '#app/features/exchange/import-fields.tsx';
import { ImportDone, ImportDropped, ImportRefused } from '#app/features/exchange/import-outcome.tsx';
import { ImportProgress } from '#app/features/exchange/import-progress.tsx';
import { ImportDecision, ImportReport } from '#app/features/exchange/import-report.tsx';
import * as exchange from '#app/features/exchange/index.server.ts';
import { requireTopRight } from '#app/features/identity/guard.server.ts';
import { paths } from '#app/paths.ts';
import { now } from '#app/platform/clock.server.ts';
import { hasFaults, noteFaults } from '#app/platform/http/fault-title.server.ts';
import { refusalPage, statusOf } from '#app/platform/http/respond.server.ts';
import { exchangeText } from '#app/text/exchange.ts';
import { refusalText } from '#app/text/refusals.ts';
import { BankBreadcrumb } from '#app/ui/bank-breadcrumb.tsx';
import { bankStyles } from '#app/ui/bank-styles.ts';
import { useText } from '#app/ui/locale.tsx';
import { formTitle } from '#app/ui/page-title.ts';

export const links = bankStyles;
export const meta = formTitle<typeof loader>(
  (locale, page) => page && exchangeText[locale].jobTitle(page.view.fileName),
);

const FILTERS = ['all', ...VERDICTS, 'warned', 'similar', 'unsound'] as const;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireTopRight(request, 'write-items', now());
  const query = new URL(request.url).searchParams;
  const filter = FILTERS.find((each) => each === query.get('show')) ?? 'all';
  const page = Math.min(100_000, Math.max(1, Math.trunc(Number(query.get('page'))) || 1));
  const view = await exchange.getImport(params['jobId'] ?? '', { actor, filter, page });
  if (!view) throw refusalPage('not-found');
  const topics = await exchange.knownTopics();
  const topicNames = Object.fromEntries(
    topics.flatMap(({ slug, titles, lessons }) => [
      [slug, titles[1] ?? slug],
      ...lessons.map((lesson) => [`${slug}/${lesson.slug}`, lesson.titles[0] ?? lesson.slug]),
    ]),
  ) as Record<string, string>;
  return { view, filter, topics, topicNames, isFaulted: hasFaults(context) };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const at = now();
  const actor = await requireTopRight(request, 'write-items', at);
  const asked = { actor, jobId: params['jobId'] ?? '', now: at };
  const texts = Object.fromEntries(await request.formData().catch(() => new FormData()));
  const act = ImportActForm.safeParse(texts);
  const defaults = ImportDefaultsForm.safeParse(texts);
  if (!act.success || !defaults.success) return data({ refusal: 'invalid' as const }, { status: 422 });
  const { intent, skipsFaulty, changed, as } = act.data;
  const choices = { skipsFaulty: skipsFaulty === 'on', changed, submits: as === 'review' };
  const done =
    intent === 'apply'
      ? await exchange.applyImport({ ...asked, choices })
      : intent === 'again'
        ? await exchange.changeDefaults({ ...asked, defaults: defaults.data })
        : await exchange.dropImport(asked);
  if (!done.ok) {
    if (done.error === 'not-found') throw refusalPage('not-found');
    noteFaults(context);
    return data({ refusal: done.error }, { status: statusOf(done.error) });
  }
  void exchange.runImports({ clock: now });
  throw redirect(paths.manageItemsImportJob(asked.jobId));
}

export default function ImportJobPage() {
  const t = useText(exchangeText);
  const refusals = useText(refusalText);
  const { view, filter, topics, topicNames } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { state, report } = view;
  const isWorking = state === 'waiting' || state === 'reading' || state === 'applying';
  return (
    <div className="stack-l">
      <BankBreadcrumb here={view.fileName} steps={[{ to: paths.manageItemsImport(), name: t.importTitle }]} />
      <h1>{t.jobTitle(view.fileName)}</h1>
      {answer && (
        <p className="notice notice--bad" role="alert">
          {refusals[answer.refusal]}
        </p>
      )}
      {isWorking && <ImportProgress view={view} here={paths.manageItemsImportJob(view.id)} />}
      {state === 'refused' && <ImportRefused report={report} />}
      {state === 'dropped' && <ImportDropped />}
      {state === 'applied' && report && <ImportDone report={report} batchId={view.batchId} />}
      {state === 'read' && report && (
        <>
          <ImportDecision report={report} />
          <details className="panel">
            <summary>{t.changeDefaults}</summary>
            <Form method="post" className="stack">
              <DefaultsFields topics={topics} defaults={view.defaults} />
              <button className="button button--quiet" name="intent" value="again">
                {t.again}
              </button>
            </Form>
          </details>
          <ImportReport view={view} report={report} filter={filter} topicNames={topicNames} />
          <p>
            <a href={paths.importReport(view.id)}>{t.csv}</a>
          </p>
        </>
      )}
    </div>
  );
}
