import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { addImageToItem, getDesk } from '#app/features/authoring/index.server.ts';
import { imagePlaces } from '#app/features/authoring/image-places.ts';
import { requireTopRight } from '#app/features/identity/guard.server.ts';
import { paths } from '#app/paths.ts';
import { now } from '#app/platform/clock.server.ts';
import { hasFaults, noteFaults } from '#app/platform/http/fault-title.server.ts';
import { refusalPage, statusOf } from '#app/platform/http/respond.server.ts';
import { authoringReviewText } from '#app/text/authoring-review.ts';
import { refusalText } from '#app/text/refusals.ts';
import { BankBreadcrumb } from '#app/ui/bank-breadcrumb.tsx';
import { deskStyles } from '#app/ui/desk-styles.ts';
import { useText } from '#app/ui/locale.tsx';
import { formTitle } from '#app/ui/page-title.ts';
import { FaultSummary, Field } from '#app/ui/pieces.tsx';

export const links = deskStyles;
export const meta = formTitle<typeof loader>((locale) => authoringReviewText[locale].image);

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  await requireTopRight(request, 'write-items', now());
  const desk = await getDesk(params['itemId'] ?? '');
  if (!desk) throw refusalPage('not-found');
  return { id: desk.id, places: imagePlaces(desk.text.body), isFaulted: hasFaults(context) };
}

/** Takes a picture and its words, and puts it where it belongs. The body is limited before it gets here. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const at = now();
  const actor = await requireTopRight(request, 'write-items', at);
  const itemId = params['itemId'] ?? '';
  const form = await request.formData().catch(() => new FormData());
  const upload = form.get('file');
  const text = (name: string): string => {
    const said = form.get(name);
    return typeof said === 'string' ? said : '';
  };
  const typed = { alt: text('alt'), where: text('where') };
  const file = upload instanceof File ? new Uint8Array(await upload.arrayBuffer()) : new Uint8Array();
  const added = await addImageToItem({ actor, itemId, file, ...typed, now: at });
  if (added.ok) throw redirect(paths.manageItem(itemId));
  noteFaults(context);
  return data({ refusal: added.error, ...typed }, { status: statusOf(added.error) });
}

export default function ImagePage() {
  const t = useText(authoringReviewText);
  const refusals = useText(refusalText);
  const { id, places } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const field = answer?.refusal === 'alt-missing' ? 'alt' : 'file';
  return (
    <div className="narrow stack-l">
      <BankBreadcrumb here={t.image} steps={[{ to: paths.manageItem(id), name: id }]} />
      <h1>{t.image}</h1>
      <Form method="post" encType="multipart/form-data" className="stack-l">
        <FaultSummary faults={answer && { [field]: refusals[answer.refusal] }} />
        <div className="field">
          <label className="field__label" htmlFor="file">
            {t.imageFile}
          </label>
          <input
            className="input"
            type="file"
            id="file"
            name="file"
            accept="image/png,image/jpeg,image/webp,image/gif"
            required
          />
        </div>
        <div className="field">
          <label className="field__label" htmlFor="where">
            {t.imageWhere}
          </label>
          <select className="input" id="where" name="where" defaultValue={answer?.where ?? 'prompt'}>
            {places.map(({ value, part, number, text }) => (
              <option key={value} value={value}>
                {t.imagePlace[part](number, text.slice(0, 60))}
              </option>
            ))}
          </select>
        </div>
        <Field name="alt" label={t.alt} hint={t.altHint} required maxLength={300} defaultValue={answer?.alt ?? ''} />
        <div>
          <button className="button">{t.addImage}</button>
        </div>
      </Form>
    </div>
  );
}
