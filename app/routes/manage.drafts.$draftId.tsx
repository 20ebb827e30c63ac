import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { DraftOverviewPage } from '#app/features/drafts/draft-overview.tsx';
import { getDraft } from '#app/features/drafts/index.server.ts';
import { requireTopRight } from '#app/features/identity/guard.server.ts';
import { getLessonNames } from '#app/features/lessons/index.server.ts';
import { now } from '#app/platform/clock.server.ts';
import { refusalPage } from '#app/platform/http/respond.server.ts';
import { draftsText } from '#app/text/drafts.ts';
import { draftStyles } from '#app/ui/draft-styles.ts';
import { pageTitle } from '#app/ui/page-title.ts';

export const links = draftStyles;
export const meta = pageTitle<typeof loader>(
  (locale, page) => page && (page.draft.title || draftsText[locale].untitled),
);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const serverNow = now();
  await requireTopRight(request, 'manage-contests', serverNow);
  const draft = await getDraft(params['draftId'] ?? '', { lessonNames: getLessonNames(), now: serverNow });
  if (!draft) throw refusalPage('not-found');
  return { draft, isSaved: new URL(request.url).searchParams.has('saved') };
}

export default function DraftPage() {
  return <DraftOverviewPage {...useLoaderData<typeof loader>()} />;
}
