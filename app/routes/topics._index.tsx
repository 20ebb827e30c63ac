import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { getActor } from '#app/features/identity/guard.server.ts';
import { listTopics } from '#app/features/lessons/index.server.ts';
import { TopicList } from '#app/features/lessons/topic-list.tsx';
import { lessonsText } from '#app/text/lessons.ts';
import { displayFont } from '#app/ui/display-font.ts';
import { useText } from '#app/ui/locale.tsx';
import { pageTitle } from '#app/ui/page-title.ts';

export const links = displayFont;
export const meta = pageTitle(
  (locale) => lessonsText[locale].topicsTitle,
  (locale) => lessonsText[locale].topicsLead,
);

export async function loader({ request }: LoaderFunctionArgs) {
  return { topics: await listTopics({ actor: await getActor(request) }) };
}

export default function Topics() {
  const { topics } = useLoaderData<typeof loader>();
  const t = useText(lessonsText);
  return (
    <div className="stack-l">
      <div className="stack measure">
        <h1>{t.topicsTitle}</h1>
        <p className="lead">{t.topicsLead}</p>
      </div>
      <TopicList topics={topics} />
    </div>
  );
}
