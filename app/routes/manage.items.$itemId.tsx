import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { can } from '#app/domain/identity/permissions.ts';
import { TriedQuestion } from '#app/features/attempts/tried-question.tsx';
import { DeskPage, type DeskAnswer } from '#app/features/authoring/desk-page.tsx';
import {
  duplicateItem,
  getDesk,
  restoreItem,
  retireItem,
  withdrawItem,
  writeItem,
} from '#app/features/authoring/index.server.ts';
import { PreviewFrame } from '#app/features/authoring/preview-frame.tsx';
import { findSimilar } from '#app/features/bank/index.server.ts';
import { SimilarList } from '#app/features/bank/similar-list.tsx';
import { requireTopRight } from '#app/features/identity/guard.server.ts';
import { getFullNames } from '#app/features/identity/index.server.ts';
import { getLessonNames } from '#app/features/lessons/index.server.ts';
import { getTopUnit } from '#app/features/units/index.server.ts';
import { paths } from '#app/paths.ts';
import { now } from '#app/platform/clock.server.ts';
import { hasFaults, noteFaults } from '#app/platform/http/fault-title.server.ts';
import { refusalPage, statusOf } from '#app/platform/http/respond.server.ts';
import { authoringText } from '#app/text/authoring.ts';
import { BankBreadcrumb } from '#app/ui/bank-breadcrumb.tsx';
import { deskStyles } from '#app/ui/desk-styles.ts';
import { formTitle } from '#app/ui/page-title.ts';

export const links = deskStyles;
export const meta = formTitle<typeof loader>((locale, page) => page && authoringText[locale].editTitle(page.desk.id));

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const at = now();
  const actor = await requireTopRight(request, 'read-items', at);
  const desk = await getDesk(params['itemId'] ?? '');
  if (!desk) throw refusalPage('not-found');
  const top = (await getTopUnit(at))?.path ?? '';
  const may = { mayWrite: can(actor, 'write-items', top), mayPublish: can(actor, 'publish-items', top) };
  const people = [
    ...desk.comments.map(({ authorId }) => authorId),
    ...(desk.returned?.actorId ? [desk.returned.actorId] : []),
  ];
  const [similar, names] = await Promise.all([
    findSimilar({ body: desk.text.body, excludeItemId: desk.id }),
    getFullNames(people),
  ]);
  return {
    desk,
    ...may,
    similar,
    names: Object.fromEntries(names),
    choices: getLessonNames(),
    isFaulted: hasFaults(context),
  };
}

const answer = (value: DeskAnswer) => data(value, { status: statusOf(value.refusal) });

const LIFE = { withdraw: withdrawItem, retire: retireItem, restore: restoreItem } as const;

export async function action({ request, params, context }: ActionFunctionArgs) {
  const at = now();
  const itemId = params['itemId'] ?? '';
  const form = await request.formData().catch(() => new FormData());
  const asked = form.get('do');
  const act = typeof asked === 'string' ? asked : '';
  const actor = await requireTopRight(
    request,
    act === 'retire' || act === 'restore' ? 'publish-items' : 'write-items',
    at,
  );
  if (act === 'duplicate') {
    const copy = await duplicateItem({ actor, itemId, now: at });
    if (!copy.ok) throw refusalPage(copy.error);
    throw redirect(paths.manageItem(copy.value));
  }
  if (act === 'withdraw' || act === 'retire' || act === 'restore') {
    const done = await LIFE[act]({ actor, itemId, now: at });
    if (!done.ok) return answer({ refusal: done.error });
    throw redirect(paths.manageItem(itemId));
  }
  if (!form.has('interaction')) return answer({ refusal: 'invalid' });
  const written = await writeItem({ actor, itemId, data: form, act, now: at });
  if (written.ok) throw redirect(act === 'image' ? paths.itemImage(itemId) : paths.manageItem(itemId));
  noteFaults(context);
  return answer(written);
}

export default function ItemPage() {
  const said = useActionData<typeof action>();
  const { similar, ...page } = useLoaderData<typeof loader>();
  const { desk } = page;
  const drawn = `${desk.revision}-${desk.savedAt ?? 0}`;
  const preview = (
    <PreviewFrame key={drawn} question={desk.preview} as={TriedQuestion} isDraft={desk.state.work === 'draft'} />
  );
  return (
    <div className="stack-l">
      <BankBreadcrumb here={desk.id} />
      <DeskPage {...page} said={said} preview={preview} similar={<SimilarList similar={similar} />} />
    </div>
  );
}
