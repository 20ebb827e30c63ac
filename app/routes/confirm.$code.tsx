import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { CodeForm, CompareForm, Confirmed } from '#app/features/confirmations/confirm-views.tsx';
import { ComparePerson } from '#app/features/confirmations/confirm.schema.ts';
import { checkConfirmation, checkPerson } from '#app/features/confirmations/index.server.ts';
import { paths } from '#app/paths.ts';
import { now } from '#app/platform/clock.server.ts';
import { readForm } from '#app/platform/http/form.server.ts';
import { refusalPage, statusOf } from '#app/platform/http/respond.server.ts';
import { confirmationsText } from '#app/text/confirmations.ts';
import { contestantRefusalText } from '#app/text/contestant-refusals.ts';
import { confirmationStyles } from '#app/ui/confirmation-styles.ts';
import { useText } from '#app/ui/locale.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { Breadcrumb } from '#app/ui/pieces.tsx';

export const links = confirmationStyles;
export const meta: MetaFunction<typeof loader> = (args) => [
  ...(pageTitle<typeof loader>((locale) => confirmationsText[locale].checkTitle)(args) ?? []),
  { name: 'robots', content: 'noindex' },
];

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { clientAddress } = context;
  const checked = await checkConfirmation({ code: params['code'] ?? '', clientAddress, now: now() });
  if (checked.ok) return data({ view: checked.value });
  if (checked.error === 'too-many-tries') throw refusalPage(checked.error);
  return data({ view: undefined }, { status: statusOf(checked.error) });
}

/** Yes or no to a name that somebody typed; the answer says no more, and nothing of it stands in an address. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const form = await readForm(request, ComparePerson);
  if (!form.ok) return data({ faults: form.error.faults, isSame: undefined }, { status: statusOf('invalid') });
  const { clientAddress } = context;
  const checked = await checkPerson({ code: params['code'] ?? '', ...form.value, clientAddress, now: now() });
  if (checked.ok) return data({ faults: undefined, isSame: checked.value });
  if (checked.error === 'not-found') throw refusalPage(checked.error);
  return data({ faults: { form: checked.error }, isSame: undefined }, { status: statusOf(checked.error) });
}

export default function ConfirmPage() {
  const t = useText(confirmationsText);
  const sentences = useText(contestantRefusalText);
  const { view } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const tooMany = answer?.faults && 'form' in answer.faults && answer.faults['form'] === 'too-many-tries';
  const faults = tooMany ? { form: sentences['too-many-tries'] } : answer?.faults;
  return (
    <div className="narrow stack-l">
      <Breadcrumb steps={[{ to: paths.confirmCode(), name: t.checkTitle }]} here={view?.shownCode ?? t.unknownTitle} />
      <h1>{view ? t.document : t.unknownTitle}</h1>
      {view ? (
        <>
          <Confirmed view={view} />
          <CompareForm isSame={answer?.isSame} faults={faults} />
          <p className="no-print">
            <Link to={paths.confirmCode()}>{t.another}</Link>
          </p>
        </>
      ) : (
        <>
          <p className="lead">{t.unknown}</p>
          <CodeForm typed="" />
        </>
      )}
    </div>
  );
}
