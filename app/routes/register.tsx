import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { getActor, keepSession } from '#app/features/identity/guard.server.ts';
import { registerAccount } from '#app/features/identity/index.server.ts';
import { RegisterForm } from '#app/features/identity/register-form.tsx';
import { registerForm } from '#app/features/identity/register.schema.ts';
import { findUnits, findUnitToJoin } from '#app/features/units/index.server.ts';
import { openedUnitOf } from '#app/features/units/open-unit-intent.ts';
import { UnitPicker } from '#app/features/units/unit-picker.tsx';
import { yearOf } from '#app/domain/identity/minor.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { paths, safeReturn, withReturn } from '#app/paths.ts';
import { now } from '#app/platform/clock.server.ts';
import { hasFaults, noteFaults } from '#app/platform/http/fault-title.server.ts';
import { readForm, type FieldFaults } from '#app/platform/http/form.server.ts';
import { readPreferences } from '#app/platform/http/preferences.server.ts';
import { statusOf } from '#app/platform/http/respond.server.ts';
import { faultSentences, identityText } from '#app/text/identity.ts';
import { refusalText } from '#app/text/refusals.ts';
import { shellText } from '#app/text/shell.ts';
import { useText } from '#app/ui/locale.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => {
  const t = shellText[page?.locale ?? 'vi'];
  return [
    {
      title: (page?.isFaulted ? t.errorTitlePrefix : '') + t.titleOf(identityText[page?.locale ?? 'vi'].registerTitle),
    },
    { name: 'description', content: identityText[page?.locale ?? 'vi'].registerLead },
  ];
};

/** An address with ?unit=… (a code on a poster) has the unit chosen already. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const at = now();
  const query = new URL(request.url).searchParams;
  const returnTo = safeReturn(query.get('returnTo'), paths.contests());
  const [actor, { locale }] = await Promise.all([getActor(request), readPreferences(request)]);
  if (actor) throw redirect(returnTo);
  const chosen = await findUnitToJoin({ unitId: (query.get('unit') ?? '').slice(0, 200), now: at });
  return { locale, returnTo, chosen, thisYear: yearOf(at), isFaulted: hasFaults(context) };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const at = now();
  const { locale } = await readPreferences(request);
  const form = await readForm(request, registerForm(yearOf(at)));
  const raw = form.ok ? toTexts(form.value) : form.error.raw;
  const wantsUnits =
    raw['intent'] === 'find-unit' ||
    openedUnitOf(raw['intent']) !== undefined ||
    (raw['intent'] === 'enter' && Boolean(raw['unitQuery']) && !raw['unitId']);
  if (wantsUnits) return data(await again(raw, undefined, at));
  if (!form.ok) {
    noteFaults(context);
    return data(await again(raw, form.error.faults, at), { status: 422 });
  }
  const registered = await registerAccount({ form: form.value, locale, clientAddress: context.clientAddress, now: at });
  if (registered.ok) {
    throw redirect(safeReturn(raw['returnTo'], paths.contests()), { headers: keepSession(registered.value.sessionId) });
  }
  noteFaults(context);
  const field = { 'name-taken': 'signInName', 'unknown-unit': 'unitId' }[registered.error as string] ?? 'form';
  const faults = { [field]: refusalText[locale][registered.error] };
  return data(await again(raw, faults, at), { status: statusOf(registered.error) });
}

const toTexts = (value: object): Record<string, string> =>
  Object.fromEntries(Object.entries(value).map(([key, text]) => [key, String(text)]));

/** The form as it comes back: what was typed but for the password, what is wrong, and what the unit search found. */
async function again(raw: Record<string, string>, faults: FieldFaults | undefined, at: Instant) {
  const { password: _, ...values } = raw;
  const unitQuery = (values['unitQuery'] ?? '').slice(0, 200);
  const below = openedUnitOf(values['intent']);
  const [hits, chosen] = await Promise.all([
    unitQuery.trim() === '' && below === undefined ? undefined : findUnits({ query: unitQuery, now: at, below }),
    findUnitToJoin({ unitId: (values['unitId'] ?? '').slice(0, 200), now: at }),
  ]);
  return { values, faults, hits, chosen, unitQuery };
}

export default function RegisterPage() {
  const t = useText(identityText);
  const shell = useText(shellText);
  const { returnTo, chosen, thisYear } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <div className="narrow stack-l">
      <header className="stack-s">
        <h1>{t.registerTitle}</h1>
        <p className="lead">{t.registerLead}</p>
        <p>
          {t.haveAccount} <Link to={withReturn(paths.signIn(), returnTo)}>{shell.signIn}</Link>
        </p>
      </header>
      <RegisterForm
        values={answer?.values ?? {}}
        faults={answer?.faults}
        returnTo={returnTo}
        thisYear={thisYear}
        unitPicker={
          <UnitPicker
            query={answer?.unitQuery ?? ''}
            hits={answer?.hits}
            chosen={answer?.chosen ?? chosen}
            fault={faultSentences(answer?.faults, t.faults)?.['unitId']}
          />
        }
      />
    </div>
  );
}
