import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { touchDeadlines } from '#app/features/attempts/index.server.ts';
import { findContest } from '#app/features/contests/index.server.ts';
import { getDraft, publishDraft } from '#app/features/drafts/index.server.ts';
import { PublishForm } from '#app/features/drafts/publish-form.tsx';
import { PublishPost } from '#app/features/drafts/publish.schema.ts';
import { hasSteppedUp, requireStepUp, requireTopRight } from '#app/features/identity/guard.server.ts';
import { getLessonNames } from '#app/features/lessons/index.server.ts';
import { paths } from '#app/paths.ts';
import { now } from '#app/platform/clock.server.ts';
import { hasFaults, noteFaults } from '#app/platform/http/fault-title.server.ts';
import { readForm } from '#app/platform/http/form.server.ts';
import { refused, refusalPage } from '#app/platform/http/respond.server.ts';
import { draftsText } from '#app/text/drafts.ts';
import { refusalText } from '#app/text/refusals.ts';
import { shellText } from '#app/text/shell.ts';
import { draftStyles } from '#app/ui/draft-styles.ts';
import { useFaultTitle } from '#app/ui/fault-title.ts';
import { useText } from '#app/ui/locale.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { StepUpLink } from '#app/ui/step-up-link.tsx';

export const links = draftStyles;
export const meta = pageTitle<typeof loader>((locale, page) => {
  const title =
    page &&
    (page.draft.contestSlug === undefined ? draftsText[locale].publishTitle : draftsText[locale].publishTitleChange);
  return title && (page?.isFaulted ? shellText[locale].errorTitlePrefix : '') + title;
});

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const serverNow = now();
  await requireTopRight(request, 'manage-contests', serverNow);
  await requireStepUp(request, serverNow);
  const draft = await getDraft(params['draftId'] ?? '', { lessonNames: getLessonNames(), now: serverNow });
  if (!draft) throw refusalPage('not-found');
  return { draft, isFaulted: hasFaults(context) };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const at = now();
  const actor = await requireTopRight(request, 'manage-contests', at);
  const form = await readForm(request, PublishPost);
  if (!form.ok) throw refusalPage('invalid');
  if (!(await hasSteppedUp(request, at))) {
    noteFaults(context);
    return refused('step-up-needed');
  }
  const { version, seen } = form.value;
  const published = await publishDraft({
    actor,
    draftId: params['draftId'] ?? '',
    version,
    hasSeenWarnings: seen !== undefined,
    lessonNames: getLessonNames(),
    now: at,
  });
  if (published.ok) {
    const contest = await findContest({ slug: published.value });
    // why: a close that was put off moves the end of attempts under way, and their sheets must know.
    for (const round of contest?.rounds ?? []) await touchDeadlines({ roundId: round.id, now: at });
    throw redirect(`${paths.manageContest(published.value)}?published`);
  }
  const { code } = published.error;
  if (code === 'forbidden' || code === 'not-found') throw refusalPage(code);
  noteFaults(context);
  return refused(code);
}

export default function PublishPage() {
  const { draft } = useLoaderData<typeof loader>();
  const sentences = useText(refusalText);
  const refusal = useActionData<typeof action>()?.refusal;
  useFaultTitle(refusal !== undefined);
  return (
    <>
      <PublishForm draft={draft} fault={refusal && sentences[refusal]} />
      <StepUpLink refusal={refusal} />
    </>
  );
}
