import { data, redirect, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { cleanCode, isCodeShaped } from '#app/domain/confirmations/confirmation-code.ts';
import { CodeForm } from '#app/features/confirmations/confirm-views.tsx';
import { paths } from '#app/paths.ts';
import { statusOf } from '#app/platform/http/respond.server.ts';
import { confirmationsText } from '#app/text/confirmations.ts';
import { confirmationStyles } from '#app/ui/confirmation-styles.ts';
import { useText } from '#app/ui/locale.tsx';
import { pageTitle } from '#app/ui/page-title.ts';

const LONGEST = 100;

export const links = confirmationStyles;
export const meta: MetaFunction<typeof loader> = (args) => [
  ...(pageTitle<typeof loader>((locale) => confirmationsText[locale].checkTitle)(args) ?? []),
  { name: 'robots', content: 'noindex' },
];

/** Leads from a code that was typed to the page that says what it confirms. */
export function loader({ request }: LoaderFunctionArgs) {
  const typed = (new URL(request.url).searchParams.get('code') ?? '').slice(0, LONGEST);
  const code = cleanCode(typed);
  if (isCodeShaped(code)) throw redirect(paths.confirm(code));
  if (typed.trim() === '') return data({ typed: '', read: undefined });
  return data({ typed, read: code.length }, { status: statusOf('invalid') });
}

export default function CheckPage() {
  const t = useText(confirmationsText);
  const { typed, read } = useLoaderData<typeof loader>();
  return (
    <div className="narrow stack-l">
      <header className="stack-s">
        <h1>{t.checkTitle}</h1>
        <p className="lead">{t.checkLead}</p>
      </header>
      <CodeForm typed={typed} fault={read === undefined ? undefined : t.codeFault(read)} />
      <p className="small quiet">{t.whatItTells}</p>
    </div>
  );
}
