import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { discardDraft, getDraft } from '#app/features/drafts/index.server.ts';
import { DiscardForm } from '#app/features/drafts/publish-form.tsx';
import { PublishPost } from '#app/features/drafts/publish.schema.ts';
import { requireTopRight } from '#app/features/identity/guard.server.ts';
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

export const links = draftStyles;
export const meta = pageTitle<typeof loader>((locale, page) => {
  const title = page && draftsText[locale].discardTitle;
  return title && (page?.isFaulted ? shellText[locale].errorTitlePrefix : '') + title;
});

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const serverNow = now();
  await requireTopRight(request, 'manage-contests', serverNow);
  const draft = await getDraft(params['draftId'] ?? '', { lessonNames: getLessonNames(), now: serverNow });
  if (!draft) throw refusalPage('not-found');
  return { draft, isFaulted: hasFaults(context) };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const at = now();
  const actor = await requireTopRight(request, 'manage-contests', at);
  const form = await readForm(request, PublishPost);
  if (!form.ok) throw refusalPage('invalid');
  const command = { actor, draftId: params['draftId'] ?? '', version: form.value.version, now: at };
  const discarded = await discardDraft(command);
  if (discarded.ok) throw redirect(paths.manage());
  if (discarded.error !== 'draft-changed') throw refusalPage(discarded.error);
  noteFaults(context);
  return refused(discarded.error);
}

export default function DiscardPage() {
  const { draft } = useLoaderData<typeof loader>();
  const sentences = useText(refusalText);
  const refusal = useActionData<typeof action>()?.refusal;
  useFaultTitle(refusal !== undefined);
  return <DiscardForm draft={draft} fault={refusal && sentences[refusal]} />;
}
