import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { createDraft, importDescription, listBeginnings, readDescription } from '#app/features/drafts/index.server.ts';
import { NewContest } from '#app/features/drafts/new-contest.tsx';
import { requireTopRight } from '#app/features/identity/guard.server.ts';
import { getLessonNames } from '#app/features/lessons/index.server.ts';
import { paths } from '#app/paths.ts';
import { now } from '#app/platform/clock.server.ts';
import { hasFaults, noteFaults } from '#app/platform/http/fault-title.server.ts';
import { refused, refusalPage } from '#app/platform/http/respond.server.ts';
import { readFileText } from '#app/platform/http/submission.server.ts';
import { draftsText } from '#app/text/drafts.ts';
import { manageText } from '#app/text/manage.ts';
import { refusalText } from '#app/text/refusals.ts';
import { shellText } from '#app/text/shell.ts';
import { draftStyles } from '#app/ui/draft-styles.ts';
import { useFaultTitle } from '#app/ui/fault-title.ts';
import { useText } from '#app/ui/locale.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { Breadcrumb } from '#app/ui/pieces.tsx';

export const links = draftStyles;
export const meta = pageTitle<typeof loader>(
  (locale, page) => page && (page.isFaulted ? shellText[locale].errorTitlePrefix : '') + draftsText[locale].newTitle,
);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const serverNow = now();
  await requireTopRight(request, 'manage-contests', serverNow);
  return { ...(await listBeginnings(serverNow)), isFaulted: hasFaults(context) };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const at = now();
  const actor = await requireTopRight(request, 'manage-contests', at);
  const lessonNames = getLessonNames();
  const { field, text } = await readFileText(request);
  const from = field('from');
  const fail = (code: Parameters<typeof refused>[0]) => {
    noteFaults(context);
    return refused(code, { checked: undefined });
  };
  switch (from) {
    case 'blank':
    case 'template':
    case 'copy':
    case 'change': {
      const origin = from === 'blank' ? { from } : { from, slug: field('slug') };
      const created = await createDraft({ actor, origin, now: at });
      if (!created.ok) throw refusalPage(created.error);
      throw redirect(paths.draft(created.value));
    }
    case 'file-new':
    case 'file-change': {
      const as = from === 'file-new' ? 'new' : 'change';
      const imported = await importDescription({ actor, text, as, lessonNames, now: at });
      if (!imported.ok) return fail(imported.error);
      throw redirect(paths.draft(imported.value));
    }
    case 'check': {
      if (text.trim() === '') return fail('no-file');
      const { description, faults, contestSlug } = await readDescription(text, { lessonNames, now: at });
      const isUsable = description !== undefined;
      const checked = { text, title: description?.title ?? '', isUsable, contestSlug, faults: plainPaths(faults) };
      if (!isUsable) noteFaults(context);
      return data({ refusal: undefined, checked }, isUsable ? 200 : 422);
    }
    default:
      return fail('invalid');
  }
}

/** Paths as they travel: words and numbers. */
const plainPaths = <F extends { path: readonly PropertyKey[] }>(faults: readonly F[]) =>
  faults.map((fault) => ({
    ...fault,
    path: fault.path.map((step) => (typeof step === 'number' ? step : String(step))),
  }));

export default function NewContestPage() {
  const t = useText(draftsText);
  const manage = useText(manageText);
  const sentences = useText(refusalText);
  const { templates, contests } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const checked = answer?.checked;
  useFaultTitle(answer?.refusal !== undefined || checked?.isUsable === false);
  return (
    <div className="stack-l">
      <Breadcrumb steps={[{ to: paths.manage(), name: manage.title }]} here={t.newTitle} />
      <header className="stack-s">
        <h1>{t.newTitle}</h1>
        <p className="lead measure">{t.newLead}</p>
      </header>
      <NewContest
        templates={templates}
        contests={contests}
        checked={checked}
        fault={answer?.refusal && sentences[answer.refusal]}
      />
    </div>
  );
}
