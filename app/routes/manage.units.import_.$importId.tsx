import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { localDay, startOfLocalDay } from '#app/domain/kernel/time.ts';
import { dayStart, dayText } from '#app/domain/units/unit-day.ts';
import { requireTopRight } from '#app/features/identity/guard.server.ts';
import { statusOfChange } from '#app/features/units/changing/change-status.ts';
import { useRefusalSentence } from '#app/features/units/changing/change-words.ts';
import { answersOf, importAddress } from '#app/features/units/changing/import-answers.ts';
import {
  ImportCounts,
  ImportDecision,
  ImportQuestions,
  ImportRows,
} from '#app/features/units/changing/import-rows-view.tsx';
import { WhenAndWhy } from '#app/features/units/changing/act-fields.tsx';
import * as units from '#app/features/units/index.server.ts';
import { paths } from '#app/paths.ts';
import { now } from '#app/platform/clock.server.ts';
import { hasFaults, noteFaults } from '#app/platform/http/fault-title.server.ts';
import { pageOf } from '#app/platform/http/query.server.ts';
import { refusalPage } from '#app/platform/http/respond.server.ts';
import { unitChangesText } from '#app/text/unit-changes.ts';
import { unitImportText } from '#app/text/unit-import.ts';
import { formatNumber } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import { formTitle } from '#app/ui/page-title.ts';
import { Breadcrumb, Pager } from '#app/ui/pieces.tsx';
import { unitChangeStyles } from '#app/ui/unit-change-styles.ts';

export const links = unitChangeStyles;
export const meta = formTitle<typeof loader>(
  (locale, page) => page && unitImportText[locale].fileTitle(page.report.fileName),
);

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const at = now();
  const actor = await requireTopRight(request, 'change-units', at);
  const query = new URL(request.url).searchParams;
  const effectiveAt = dayStart(query.get('day') ?? '', at) ?? startOfLocalDay(localDay(at));
  const page = pageOf(request);
  const importId = params['importId'] ?? '';
  const answers = answersOf(query);
  const report = await units.getUnitImport({ actor, importId, effectiveAt, answers, state: undefined, page, now: at });
  if (!report) throw refusalPage('not-found');
  return { report, importId, page, day: dayText(effectiveAt), answers: [...answers], isFaulted: hasFaults(context) };
}

/** Reads the file again with the answers, which then stand in the address, or writes it into the tree. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const at = now();
  const actor = await requireTopRight(request, 'change-units', at);
  const form = await request.formData().catch(() => new FormData());
  const texts = new URLSearchParams([...form].filter((each): each is [string, string] => typeof each[1] === 'string'));
  const importId = params['importId'] ?? '';
  const answers = answersOf(texts);
  const day = texts.get('day') ?? '';
  const reason = (texts.get('reason') ?? '').slice(0, 2_000);
  if (texts.get('intent') === 'again') throw redirect(importAddress(importId, { answers, day }));
  const refused = (refusal: Parameters<typeof statusOfChange>[0]) => {
    noteFaults(context);
    return data({ refusal, reason }, { status: statusOfChange(refusal) });
  };
  if (texts.get('intent') !== 'apply') return refused({ code: 'invalid' });
  const effectiveAt = dayStart(day, at);
  if (effectiveAt === undefined) return refused({ code: 'day-out-of-bounds' });
  const seen = texts.get('seen') ?? undefined;
  const done = await units.applyUnitImport({ actor, importId, effectiveAt, answers, reason, seen, now: at });
  if (!done.ok) return refused(done.error);
  throw redirect(`${paths.unitChange(done.value.changeId)}?saved=1`);
}

export default function UnitImportPage() {
  const t = useText(unitImportText);
  const words = useText(unitChangesText);
  const locale = useLocale();
  const sentence = useRefusalSentence();
  const { report, importId, page, day, answers } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { counts } = report;
  const steps = [
    { to: paths.manageUnits(), name: words.title },
    { to: paths.importUnits(), name: t.title },
  ];
  return (
    <div className="stack-l">
      <Breadcrumb steps={steps} here={report.fileName} />
      <h1>{t.fileTitle(report.fileName)}</h1>
      {answer && (
        <p className="notice notice--bad" role="alert">
          {sentence(answer.refusal)}
        </p>
      )}
      <ImportCounts counts={counts} />
      <Form method="post" className="panel stack-l narrow">
        {report.asked.length > 0 && <h2>{t.questions(formatNumber(counts.ambiguous, locale))}</h2>}
        {report.asked.length > 0 && <p>{t.questionsLead}</p>}
        <ImportQuestions rows={report.asked} />
        <input type="hidden" name="seen" value={report.seen} />
        <WhenAndWhy values={{ day, reason: answer?.reason ?? '' }} faults={{}} />
        <ImportDecision report={report} />
      </Form>
      <h2>{t.everyRow}</h2>
      <ImportRows rows={report.rows} />
      <Pager
        page={page}
        pages={report.pages}
        hrefOf={(next) => importAddress(importId, { answers: new Map(answers), day, page: next })}
      />
    </div>
  );
}
