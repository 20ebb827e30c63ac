import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData } from '@remix-run/react';
import { requireTopRight } from '#app/features/identity/guard.server.ts';
import { createUnitImport, unitFileSentence } from '#app/features/units/index.server.ts';
import { paths } from '#app/paths.ts';
import { now } from '#app/platform/clock.server.ts';
import { hasFaults, noteFaults } from '#app/platform/http/fault-title.server.ts';
import { readPreferences } from '#app/platform/http/preferences.server.ts';
import { manageText } from '#app/text/manage.ts';
import { unitChangesText } from '#app/text/unit-changes.ts';
import { unitImportText } from '#app/text/unit-import.ts';
import { useText } from '#app/ui/locale.tsx';
import { formTitle } from '#app/ui/page-title.ts';
import { Breadcrumb, FaultSummary } from '#app/ui/pieces.tsx';

export const meta = formTitle<typeof loader>((locale) => unitImportText[locale].title);

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireTopRight(request, 'change-units', now());
  return { isFaulted: hasFaults(context) };
}

/** Takes a file in and reads it. The body is limited before it gets here. */
export async function action({ request, context }: ActionFunctionArgs) {
  const at = now();
  const actor = await requireTopRight(request, 'change-units', at);
  const { locale } = await readPreferences(request);
  const form = await request.formData().catch(() => new FormData());
  const upload = form.get('file');
  const bytes = upload instanceof File ? new Uint8Array(await upload.arrayBuffer()) : new Uint8Array();
  const name = upload instanceof File ? upload.name : '';
  const created = await createUnitImport({ actor, file: { name, bytes }, now: at });
  if (created.ok) throw redirect(paths.unitImport(created.value));
  noteFaults(context);
  return data({ fault: unitFileSentence(created.error, locale) }, { status: 422 });
}

export default function ImportUnitsPage() {
  const t = useText(unitImportText);
  const units = useText(unitChangesText);
  const manage = useText(manageText);
  const answer = useActionData<typeof action>();
  const steps = [
    { to: paths.manage(), name: manage.title },
    { to: paths.manageUnits(), name: units.title },
  ];
  return (
    <div className="narrow stack-l">
      <Breadcrumb steps={steps} here={t.title} />
      <header className="stack-s">
        <h1>{t.title}</h1>
        <p>{t.lead}</p>
      </header>
      <Form method="post" encType="multipart/form-data" className="panel stack-l">
        <FaultSummary faults={answer && { file: answer.fault }} />
        <div className="field">
          <label className="field__label" htmlFor="file">
            {t.file}
          </label>
          <span className="field__hint" id="file-hint">
            {t.fileHint}
          </span>
          <input className="input" type="file" id="file" name="file" required aria-describedby="file-hint" />
        </div>
        <button className="button">{t.read}</button>
      </Form>
      <p>
        <a href={paths.unitTemplate()}>{t.template}</a>
      </p>
    </div>
  );
}
