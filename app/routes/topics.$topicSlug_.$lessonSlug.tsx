import { data, redirect, type ActionFunctionArgs, type LinksFunction, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { getActor } from '#app/features/identity/guard.server.ts';
import { checkPractice, getLesson, markLessonRead } from '#app/features/lessons/index.server.ts';
import { LessonNeighbours, LessonText, ReadMark } from '#app/features/lessons/lesson-page.tsx';
import { LessonPost } from '#app/features/lessons/practice.schema.ts';
import { Practice } from '#app/features/lessons/practice.tsx';
import { paths, withReturn } from '#app/paths.ts';
import { now } from '#app/platform/clock.server.ts';
import { readForm } from '#app/platform/http/form.server.ts';
import { refusalPage, refused } from '#app/platform/http/respond.server.ts';
import { shellText } from '#app/text/shell.ts';
import { displayFont } from '#app/ui/display-font.ts';
import { itemStyles } from '#app/ui/item-styles.tsx';
import { useText } from '#app/ui/locale.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { Breadcrumb } from '#app/ui/pieces.tsx';

export const links: LinksFunction = () => [...displayFont(), ...itemStyles()];
export const meta = pageTitle<typeof loader>(
  (_, loaded) => loaded?.lesson.title,
  (_, loaded) => loaded?.lesson.summary,
);

const placeOf = (params: LoaderFunctionArgs['params']) => ({
  topicSlug: params['topicSlug'] ?? '',
  lessonSlug: params['lessonSlug'] ?? '',
});

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await getActor(request);
  const lesson = await getLesson({ ...placeOf(params), actor });
  if (!lesson) throw refusalPage('not-found');
  return { lesson, isSignedIn: actor !== undefined };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const at = now();
  const place = placeOf(params);
  const here = paths.lesson(place.topicSlug, place.lessonSlug);
  const [actor, form] = await Promise.all([getActor(request), readForm(request, LessonPost)]);
  if (!form.ok) throw refusalPage('invalid');
  const { intent, asked, answers } = form.value;
  if (intent === 'read') {
    if (!actor) throw redirect(withReturn(paths.signIn(), here));
    const marked = await markLessonRead({ actor, ...place, now: at });
    if (!marked.ok) throw refusalPage(marked.error);
    return redirect(`${here}#read-mark`);
  }
  const checked = await checkPractice({ actor, ...place, answers, now: at });
  if (checked.ok) {
    const isAnswered = checked.value.outcomes.some((outcome) => outcome.itemId === asked);
    return data({ asked, practice: checked.value }, { status: isAnswered ? 200 : 422 });
  }
  if (checked.error === 'not-found') throw refusalPage('not-found');
  return refused(checked.error, { asked });
}

export default function Lesson() {
  const { lesson, isSignedIn } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const shell = useText(shellText);
  return (
    <div className="stack-l">
      <Breadcrumb
        steps={[
          { to: paths.home(), name: shell.home },
          { to: paths.topics(), name: shell.topics },
          { to: paths.topic(lesson.topic.slug), name: lesson.topic.shortTitle, lang: 'vi' },
        ]}
        here={lesson.title}
        hereLang="vi"
      />
      <LessonText lesson={lesson} />
      <ReadMark lesson={lesson} isSignedIn={isSignedIn} />
      {/* why the key: answers of one lesson have no place on the next */}
      <Practice key={lesson.slug} lesson={lesson} answer={answer} />
      <LessonNeighbours lesson={lesson} />
    </div>
  );
}
