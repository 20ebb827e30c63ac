import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { requireDuties } from '#app/features/identity/guard.server.ts';
import { openRoster, readRosterFile, takeRosterIn, type RosterPreview } from '#app/features/rosters/index.server.ts';
import { RosterPreview as Preview } from '#app/features/rosters/roster-preview.tsx';
import { TakeInForm } from '#app/features/rosters/rosters.schema.ts';
import { paths } from '#app/paths.ts';
import { now } from '#app/platform/clock.server.ts';
import { hasFaults, noteFaults } from '#app/platform/http/fault-title.server.ts';
import { refusalPage } from '#app/platform/http/respond.server.ts';
import { refusalSentence } from '#app/text/file-notes.ts';
import { rostersImportText } from '#app/text/rosters-import.ts';
import { rostersText } from '#app/text/rosters.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import { formTitle } from '#app/ui/page-title.ts';
import { FaultSummary } from '#app/ui/pieces.tsx';
import { rosterStyles } from '#app/ui/roster-styles.ts';
import { UnitHead } from '#app/ui/unit-head.tsx';

export const links = rosterStyles;
export const meta = formTitle<typeof loader>((locale) => rostersImportText[locale].title);

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireDuties(request);
  const opened = await openRoster({ actor, unitId: params['unitId'] ?? '', now: now() });
  if (!opened.ok) throw refusalPage(opened.error);
  return { unit: opened.value, isFaulted: hasFaults(context) };
}

/** Reads a file and shows what it would give, or takes in what was shown. The body is limited before it gets here. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const at = now();
  const actor = await requireDuties(request);
  const opened = await openRoster({ actor, unitId: params['unitId'] ?? '', now: at });
  if (!opened.ok) throw refusalPage(opened.error);
  const keeping = { actor, unitId: opened.value.id, now: at };
  const form = await request.formData().catch(() => new FormData());
  const takeIn = TakeInForm.safeParse({ intent: form.get('intent'), importId: form.get('importId') });
  if (takeIn.success) {
    const taken = await takeRosterIn({ ...keeping, importId: takeIn.data.importId });
    if (taken.ok) throw redirect(`${paths.unitPage(keeping.unitId, 'roster')}?done=taken-in`);
    noteFaults(context);
    return data({ refusal: taken.error, preview: undefined as RosterPreview | undefined }, { status: 409 });
  }
  const upload = form.get('file');
  const bytes = upload instanceof File ? new Uint8Array(await upload.arrayBuffer()) : new Uint8Array();
  const read = await readRosterFile({ ...keeping, file: { name: upload instanceof File ? upload.name : '', bytes } });
  if (read.ok) return data({ refusal: undefined, preview: read.value });
  noteFaults(context);
  return data({ refusal: read.error, preview: undefined }, { status: 422 });
}

export default function ImportRosterRoute() {
  const t = useText(rostersImportText);
  const words = useText(rostersText);
  const locale = useLocale();
  const { unit } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refusal = answer?.refusal;
  const sentence =
    refusal && (typeof refusal === 'string' ? words.refusals[refusal] : refusalSentence(refusal, locale));
  return (
    <div className="stack-l">
      <UnitHead unit={unit} ancestors={unit.ancestors} pages={unit.pages} here="roster" title={t.title}>
        <p className="measure">{t.lead}</p>
      </UnitHead>
      <Form method="post" encType="multipart/form-data" className="stack measure">
        <FaultSummary faults={sentence === undefined ? undefined : { file: sentence }} />
        <div className="field">
          <label className="field__label" htmlFor="file">
            {t.file}
          </label>
          <span className="field__hint" id="file-hint">
            {t.fileHint}
          </span>
          <input
            className="input"
            type="file"
            id="file"
            name="file"
            accept=".xlsx,.csv"
            required
            aria-describedby="file-hint"
          />
        </div>
        <div>
          <button className={answer?.preview ? 'button button--quiet' : 'button'}>{t.read}</button>
        </div>
        <p className="small quiet">
          {t.kept} {t.templateHint}{' '}
          <a href={paths.rosterTemplate(unit.id)} download>
            {t.template}
          </a>
        </p>
      </Form>
      {answer?.preview && <Preview key={answer.preview.sheets[0]?.importId} preview={answer.preview} />}
    </div>
  );
}
