import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { requireTopRight } from '#app/features/identity/guard.server.ts';
import { listMessages, readDemoOutbox, resendMessage } from '#app/features/messages/index.server.ts';
import { DemoOutbox, MessagesView } from '#app/features/messages/messages-view.tsx';
import { paths } from '#app/paths.ts';
import { now } from '#app/platform/clock.server.ts';
import { noteFaults } from '#app/platform/http/fault-title.server.ts';
import { readForm } from '#app/platform/http/form.server.ts';
import { refused } from '#app/platform/http/respond.server.ts';
import { manageText } from '#app/text/manage.ts';
import { messagesText } from '#app/text/messages.ts';
import { refusalText } from '#app/text/refusals.ts';
import { useText } from '#app/ui/locale.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { Breadcrumb } from '#app/ui/pieces.tsx';
import { recoveryStyles } from '#app/ui/recovery-styles.ts';

export const links = recoveryStyles;
export const meta = pageTitle<typeof loader>((locale) => messagesText[locale].title);

const Query = z.object({
  state: z.enum(['waiting', 'sent', 'failed']).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
const Resend = z.strictObject({ intent: z.literal('resend'), messageId: z.string().regex(/^[\w-]{1,100}$/) });

export async function loader({ request }: LoaderFunctionArgs) {
  await requireTopRight(request, 'manage-accounts', now());
  const asked = new URL(request.url).searchParams;
  const query = Query.parse(Object.fromEntries(asked));
  const [list, mails] = await Promise.all([listMessages({ state: query.state, page: query.page }), readDemoOutbox()]);
  return { list, mails, state: query.state, isResent: asked.has('resent') };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const at = now();
  const actor = await requireTopRight(request, 'manage-accounts', at);
  const form = await readForm(request, Resend);
  if (!form.ok) return refused('invalid');
  const resent = await resendMessage({ actor, messageId: form.value.messageId, now: at });
  if (resent.ok) throw redirect(`${paths.manageMessages()}?resent`);
  noteFaults(context);
  return refused(resent.error);
}

export default function MessagesPage() {
  const t = useText(messagesText);
  const words = useText(manageText);
  const refusals = useText(refusalText);
  const { list, mails, state, isResent } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <div className="stack-l">
      <header className="stack-s">
        <Breadcrumb steps={[{ to: paths.manage(), name: words.title }]} here={t.title} />
        <h1>{t.title}</h1>
        <p className="measure quiet">{t.lead}</p>
      </header>
      {isResent && !answer && (
        <p className="notice notice--good" role="status">
          {t.resent}
        </p>
      )}
      {answer && (
        <p className="notice notice--bad" role="alert">
          {refusals[answer.refusal]}
        </p>
      )}
      <MessagesView list={list} state={state} />
      <DemoOutbox mails={mails} />
    </div>
  );
}
