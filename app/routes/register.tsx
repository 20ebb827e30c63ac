import { data, redirect } from '@remix-run/node';
import type { ActionFunctionArgs, HeadersFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { getActor, keepSession } from '#app/features/identity/guard.server.ts';
import { getRegisterForm, getRegisterPage, registerAccount } from '#app/features/identity/index.server.ts';
import type { RegistersFrom } from '#app/features/identity/index.server.ts';
import { RegisterForm } from '#app/features/identity/register-form.tsx';
import { registerForm } from '#app/features/identity/register.schema.ts';
import { openedUnitOf } from '#app/features/units/open-unit-intent.ts';
import { UnitPicker } from '#app/features/units/unit-picker.tsx';
import { yearOf } from '#app/domain/identity/minor.ts';
import { isPasswordFault } from '#app/domain/identity/password-rule.ts';
import { paths, safeReturn, withReturn } from '#app/paths.ts';
import { now } from '#app/platform/clock.server.ts';
import { hasFaults, noteFaults } from '#app/platform/http/fault-title.server.ts';
import { readForm, type FieldFaults } from '#app/platform/http/form.server.ts';
import { readPreferences } from '#app/platform/http/preferences.server.ts';
import { initOf } from '#app/platform/http/respond.server.ts';
import { deviceHashOf, keepDevice, withDevice } from '#app/platform/http/where-from.server.ts';
import { faultSentences, identityText } from '#app/text/identity.ts';
import { refusalText } from '#app/text/refusals.ts';
import { shellText } from '#app/text/shell.ts';
import { useText } from '#app/ui/locale.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => {
  const [t, { registerTitle, registerLead }] = [shellText[page?.locale ?? 'vi'], identityText[page?.locale ?? 'vi']];
  return [
    { title: (page?.isFaulted ? t.errorTitlePrefix : '') + t.titleOf(registerTitle) },
    { name: 'description', content: registerLead },
  ];
};

/** When to come again, where the answer says so. */
export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders;

/** An address with ?unit=… (a code on a poster) has the unit chosen already. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const at = now();
  const query = new URL(request.url).searchParams;
  const returnTo = safeReturn(query.get('returnTo'), paths.contests());
  const [actor, { locale }] = await Promise.all([getActor(request), readPreferences(request)]);
  if (actor) throw redirect(returnTo);
  const { deviceHash, setCookie } = keepDevice(request);
  const from = { deviceHash, clientAddress: context.clientAddress, now: at };
  const page = await getRegisterPage(query.get('unit') ?? '', from, request.headers.get('Cookie'));
  return data(
    { locale, returnTo, ...page, thisYear: yearOf(at), isFaulted: hasFaults(context) },
    { headers: withDevice(setCookie) },
  );
}

export async function action({ request, context }: ActionFunctionArgs) {
  const at = now();
  const from = { deviceHash: deviceHashOf(request), clientAddress: context.clientAddress, now: at };
  const { locale } = await readPreferences(request);
  const form = await readForm(request, registerForm(yearOf(at)));
  const raw = form.ok ? toTexts(form.value) : form.error.raw;
  const wantsUnits =
    raw['intent'] === 'find-unit' ||
    openedUnitOf(raw['intent']) !== undefined ||
    (raw['intent'] === 'enter' && Boolean(raw['unitQuery']) && !raw['unitId']);
  if (wantsUnits) return data(await again(raw, undefined, from));
  if (!form.ok) {
    noteFaults(context);
    return data(await again(raw, form.error.faults, from), { status: 422 });
  }
  const registered = await registerAccount({ form: form.value, locale, ...from });
  if (registered.ok) {
    throw redirect(safeReturn(raw['returnTo'], paths.contests()), { headers: keepSession(registered.value.sessionId) });
  }
  noteFaults(context);
  const { error } = registered;
  if (isPasswordFault(error)) return data(await again(raw, { password: error }, from), { status: 422 });
  const field = { 'name-taken': 'signInName', 'unknown-unit': 'unitId' }[error as string] ?? 'form';
  return data(await again(raw, { [field]: refusalText[locale][error] }, from), initOf(error));
}

const toTexts = (value: object): Record<string, string> =>
  Object.fromEntries(Object.entries(value).map(([key, text]) => [key, String(text)]));

/** The form as it comes back, with what is wrong. */
const again = async (raw: Record<string, string>, faults: FieldFaults | undefined, from: RegistersFrom) => ({
  faults,
  ...(await getRegisterForm({ raw, below: openedUnitOf(raw['intent']), from })),
});

export default function RegisterPage() {
  const t = useText(identityText);
  const shell = useText(shellText);
  const { returnTo, chosen, fullName, taskRound, thisYear } = useLoaderData<typeof loader>();
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
        values={answer?.values ?? { fullName }}
        faults={answer?.faults}
        returnTo={returnTo}
        taskRound={answer ? answer.taskRound : taskRound}
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
