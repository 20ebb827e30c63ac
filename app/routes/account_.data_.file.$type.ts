import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireActor, requireStepUp } from '#app/features/identity/guard.server.ts';
import { getOwnData, ownDataHtml, ownDataJson } from '#app/features/privacy/index.server.ts';
import { now } from '#app/platform/clock.server.ts';
import { downloadBytes } from '#app/platform/http/download.server.ts';
import { readPreferences } from '#app/platform/http/preferences.server.ts';
import { refusalPage } from '#app/platform/http/respond.server.ts';

/** Everything that is kept about the person, to read or for programs. */
export async function loader({ request, params }: LoaderFunctionArgs): Promise<Response> {
  const at = now();
  const { accountId } = await requireActor(request);
  const { type } = params;
  if (type !== 'json' && type !== 'html') throw refusalPage('not-found');
  await requireStepUp(request, at);
  const [tables, { locale }] = await Promise.all([getOwnData({ accountId }), readPreferences(request)]);
  const text = type === 'json' ? ownDataJson(tables, at) : ownDataHtml(tables, locale, at);
  const mime = type === 'json' ? 'application/json; charset=utf-8' : 'text/html; charset=utf-8';
  return downloadBytes(new TextEncoder().encode(text), { fileName: `du-lieu-cua-toi.${type}`, type: mime });
}
