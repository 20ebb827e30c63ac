import type { LoaderFunctionArgs } from '@remix-run/node';
import { listContests } from '#app/features/contests/index.server.ts';
import { requireUnitRight } from '#app/features/identity/guard.server.ts';
import { listTopics } from '#app/features/lessons/index.server.ts';
import { missingSubject, qrPng, reminderLink } from '#app/features/participation/index.server.ts';
import { now } from '#app/platform/clock.server.ts';
import { env } from '#app/platform/env.server.ts';
import { downloadBytes } from '#app/platform/http/download.server.ts';
import { refusalPage } from '#app/platform/http/respond.server.ts';

/** The code of a reminder as a picture, to send into a chat group. */
export async function loader({ request, params }: LoaderFunctionArgs): Promise<Response> {
  const at = now();
  const unitId = params['unitId'] ?? '';
  await requireUnitRight(request, 'see-people-of-unit', { unitId, now: at });
  const [contests, topics] = await Promise.all([listContests(at), listTopics({ actor: undefined })]);
  const url = new URL(request.url);
  const found = missingSubject(url.searchParams, contests, topics);
  if (!found.ok || !found.value) throw refusalPage('not-found');
  const png = await qrPng(reminderLink(found.value, unitId, env().APP_ORIGIN ?? url.origin));
  return downloadBytes(png, { fileName: `ma-qr-${unitId.replaceAll(/[^\w-]/gu, '')}.png`, type: 'image/png' });
}
