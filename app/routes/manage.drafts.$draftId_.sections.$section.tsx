import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { copyPaper, getBank, getSection, saveSection } from '#app/features/drafts/index.server.ts';
import { topicsOf } from '#app/features/drafts/lesson-names.ts';
import { addressAfterSave } from '#app/features/drafts/section-address.ts';
import { SectionPage } from '#app/features/drafts/section-page.tsx';
import { sectionOf } from '#app/features/drafts/sections/section-of.ts';
import { addUnitIntent, sectionOfAddress, unitIdsIn } from '#app/features/drafts/sections/section.ts';
import { requireTopRight } from '#app/features/identity/guard.server.ts';
import { getLessonNames } from '#app/features/lessons/index.server.ts';
import { findUnits, getUnitNames } from '#app/features/units/index.server.ts';
import { UnitPicker } from '#app/features/units/unit-picker.tsx';
import { now } from '#app/platform/clock.server.ts';
import { hasFaults, noteFaults } from '#app/platform/http/fault-title.server.ts';
import { refusalPage } from '#app/platform/http/respond.server.ts';
import { readSubmission } from '#app/platform/http/submission.server.ts';
import { draftFormsText } from '#app/text/drafts-forms.ts';
import { draftRulesText } from '#app/text/drafts-rules.ts';
import { shellText } from '#app/text/shell.ts';
import { draftStyles } from '#app/ui/draft-styles.ts';
import { useText } from '#app/ui/locale.tsx';
import { pageTitle } from '#app/ui/page-title.ts';

export const links = draftStyles;
export const meta = pageTitle<typeof loader>((locale, page) => {
  if (!page) return undefined;
  const prefix = page.isFaulted ? shellText[locale].errorTitlePrefix : '';
  return `${prefix}${draftFormsText[locale].titles[page.section]}`;
});

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const serverNow = now();
  await requireTopRight(request, 'manage-contests', serverNow);
  const asked = sectionOfAddress(params['section'], request.url);
  const lessonNames = getLessonNames();
  const view = asked && (await getSection(params['draftId'] ?? '', asked, { lessonNames, now: serverNow }));
  if (!view) throw refusalPage('not-found');
  const query = new URL(request.url).searchParams;
  const showsFaults = query.has('faults');
  return {
    view,
    section: asked.section,
    isSaved: query.has('saved'),
    showsFaults,
    isFaulted: hasFaults(context) || (showsFaults && view.faults.some((fault) => fault.severity === 'error')),
    bank: asked.section === 'papers' ? await getBank() : [],
    topics: topicsOf(lessonNames),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const at = now();
  const actor = await requireTopRight(request, 'manage-contests', at);
  const against = { lessonNames: getLessonNames(), now: at };
  const draftId = params['draftId'] ?? '';
  const asked = sectionOfAddress(params['section'], request.url);
  const before = asked && (await getSection(draftId, asked, against));
  if (!before) throw refusalPage('not-found');
  const { section } = asked;
  const place = { section, round: before.round };
  const { submission, text } = await readSubmission(request, sectionOf(section).schema, addUnitIntent);
  const isCopy = text('intent') === 'copy' && section === 'papers';
  const again = async (status: number, base: string) => {
    if (status >= 400) noteFaults(context);
    const [lastResult, unitQuery] = [submission.reply(), text('unitQuery')];
    const names = await getUnitNames(unitIdsIn(lastResult.initialValue));
    const hits = unitQuery.trim() === '' ? undefined : await findUnits({ query: unitQuery, only: 'all', now: at });
    const isConflict = status === 409;
    const wantsUnit = text('intent') === 'add-unit' && text('unitId') === '';
    return data(
      { lastResult, base, isConflict, wantsUnit, unitQuery, hits, unitNames: Object.fromEntries(names) },
      status,
    );
  };
  if (!isCopy && submission.status !== 'success') {
    return again(submission.status === 'error' ? 422 : 200, text('base'));
  }
  const command = { actor, draftId, base: text('base'), now: at };
  const saved =
    isCopy || submission.status !== 'success'
      ? await copyPaper({ ...command, round: place.round, from: Number(text('from')) })
      : await saveSection({ ...command, place, value: submission.value });
  const after = await getSection(draftId, place, against);
  if (!after) throw refusalPage('not-found');
  if (saved.ok) throw redirect(addressAfterSave(after, section, isCopy ? 'here' : text('then')));
  if (saved.error !== 'draft-changed') throw refusalPage(saved.error);
  return again(409, after.base);
}

export default function SectionRoute() {
  const t = useText(draftRulesText);
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { view, section } = page;
  const chosen = unitIdsIn(answer?.lastResult.initialValue ?? view.form);
  return (
    <SectionPage
      key={`${section} ${view.round} ${view.version}`}
      {...page}
      roundIndex={view.roundIndex}
      lastResult={answer?.lastResult}
      base={answer?.base ?? view.base}
      isConflict={answer?.isConflict ?? false}
      isSaved={page.isSaved && !answer}
      unitNames={{ ...view.unitNames, ...answer?.unitNames }}
      unitPicker={
        <UnitPicker
          key={chosen.join(' ')}
          query={answer?.unitQuery ?? ''}
          hits={answer?.hits}
          chosen={undefined}
          fault={answer?.wantsUnit ? t.noUnitChosen : undefined}
          legend={t.unitPicker}
          only="all"
        />
      }
    />
  );
}
