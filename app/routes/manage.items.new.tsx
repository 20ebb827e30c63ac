import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { createItem } from '#app/features/authoring/index.server.ts';
import { textOf } from '#app/features/authoring/item-form.ts';
import { NewItem } from '#app/features/authoring/new-item.tsx';
import { readItemForm } from '#app/features/authoring/read-item-form.ts';
import { requireTopRight } from '#app/features/identity/guard.server.ts';
import { getLessonNames } from '#app/features/lessons/index.server.ts';
import { paths } from '#app/paths.ts';
import { now } from '#app/platform/clock.server.ts';
import { refusalPage } from '#app/platform/http/respond.server.ts';
import { authoringText } from '#app/text/authoring.ts';
import { BankBreadcrumb } from '#app/ui/bank-breadcrumb.tsx';
import { deskStyles } from '#app/ui/desk-styles.ts';
import { useText } from '#app/ui/locale.tsx';
import { pageTitle } from '#app/ui/page-title.ts';

export const links = deskStyles;
export const meta = pageTitle<typeof loader>((locale) => authoringText[locale].newTitle);

export async function loader({ request }: LoaderFunctionArgs) {
  await requireTopRight(request, 'write-items', now());
  return { choices: getLessonNames() };
}

export async function action({ request }: ActionFunctionArgs) {
  const at = now();
  const actor = await requireTopRight(request, 'write-items', at);
  const data = await request.formData().catch(() => new FormData());
  if (!data.has('interaction')) throw refusalPage('invalid');
  const { body, place } = textOf(readItemForm(data, []));
  throw redirect(paths.manageItem(await createItem({ actor, interaction: body.interaction, place, now: at })));
}

export default function NewItemPage() {
  const t = useText(authoringText);
  const { choices } = useLoaderData<typeof loader>();
  return (
    <div className="stack-l">
      <BankBreadcrumb here={t.newTitle} />
      <header className="stack-s">
        <h1>{t.newTitle}</h1>
        <p className="lead measure">{t.newLead}</p>
      </header>
      <NewItem choices={choices} />
    </div>
  );
}
