import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { ImportDefaultsForm } from '#app/features/exchange/import.schema.ts';
import { DefaultsFields, FormatField } from '#app/features/exchange/import-fields.tsx';
import { createImport, knownTopics, listImports, runImports } from '#app/features/exchange/index.server.ts';
import { requireTopRight } from '#app/features/identity/guard.server.ts';
import { paths } from '#app/paths.ts';
import { now } from '#app/platform/clock.server.ts';
import { hasFaults, noteFaults } from '#app/platform/http/fault-title.server.ts';
import { statusOf } from '#app/platform/http/respond.server.ts';
import { exchangeText } from '#app/text/exchange.ts';
import { refusalText } from '#app/text/refusals.ts';
import { BankBreadcrumb } from '#app/ui/bank-breadcrumb.tsx';
import { bankStyles } from '#app/ui/bank-styles.ts';
import { formatInstant, formatNumber } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import { formTitle } from '#app/ui/page-title.ts';
import { FaultSummary } from '#app/ui/pieces.tsx';

export const links = bankStyles;
export const meta = formTitle<typeof loader>((locale) => exchangeText[locale].importTitle);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireTopRight(request, 'write-items', now());
  return { topics: await knownTopics(), jobs: await listImports(actor), isFaulted: hasFaults(context) };
}

/** Takes a file in and reads it in the background. The body is limited before it gets here. */
export async function action({ request, context }: ActionFunctionArgs) {
  const at = now();
  const actor = await requireTopRight(request, 'write-items', at);
  const form = await request.formData().catch(() => new FormData());
  const upload = form.get('file');
  const bytes = upload instanceof File ? new Uint8Array(await upload.arrayBuffer()) : new Uint8Array();
  const name = upload instanceof File ? upload.name : '';
  const texts = Object.fromEntries([...form].filter(([, value]) => typeof value === 'string'));
  const defaults = ImportDefaultsForm.safeParse(texts);
  const created = defaults.success
    ? await createImport({ actor, file: { name, bytes }, defaults: defaults.data, now: at })
    : ({ ok: false, error: 'invalid' } as const);
  if (!created.ok) {
    noteFaults(context);
    return data({ refusal: created.error }, { status: statusOf(created.error) });
  }
  void runImports({ clock: now });
  throw redirect(paths.manageItemsImportJob(created.value));
}

export default function ImportPage() {
  const t = useText(exchangeText);
  const refusals = useText(refusalText);
  const locale = useLocale();
  const { topics, jobs } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <div className="narrow stack-l">
      <BankBreadcrumb here={t.importTitle} />
      <header className="stack-s">
        <h1>{t.importTitle}</h1>
        <p>{t.importLead}</p>
      </header>
      <Form method="post" encType="multipart/form-data" className="stack-l">
        <FaultSummary faults={answer && { file: refusals[answer.refusal] }} />
        <div className="field">
          <label className="field__label" htmlFor="file">
            {t.fileField}
          </label>
          <span className="field__hint" id="file-hint">
            {t.fileHint}
          </span>
          <input className="input" type="file" id="file" name="file" required aria-describedby="file-hint" />
        </div>
        <FormatField />
        <DefaultsFields topics={topics} defaults={undefined} />
        <div>
          <button className="button">{t.read}</button>
        </div>
        <p className="small quiet">{t.limits}</p>
      </Form>
      <section className="stack-s">
        <h2>{t.helpTitle}</h2>
        <p>
          <a href={paths.importTemplate()}>{t.template}</a>
        </p>
      </section>
      <section className="stack-s">
        <h2>{t.recentTitle}</h2>
        {jobs.length === 0 && <p className="quiet">{t.noRecent}</p>}
        <ul className="stack-s">
          {jobs.map((job) => (
            <li key={job.id}>
              <Link to={paths.manageItemsImportJob(job.id)}>{job.fileName}</Link>{' '}
              <span className="small quiet">
                {formatInstant(job.createdAt, locale)} · {t.states[job.state]}
                {job.rows !== undefined && ` · ${t.rows(formatNumber(job.rows, locale))}`}
                {job.made !== undefined && ` · ${t.made(formatNumber(job.made, locale))}`}
              </span>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
