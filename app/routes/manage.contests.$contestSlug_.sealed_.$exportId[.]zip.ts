import type { LoaderFunctionArgs } from '@remix-run/node';
import { readPackage } from '#app/features/audit/index.server.ts';
import { requireTopRight } from '#app/features/identity/guard.server.ts';
import { now } from '#app/platform/clock.server.ts';
import { downloadBytes } from '#app/platform/http/download.server.ts';
import { refusalPage } from '#app/platform/http/respond.server.ts';

/** A sealed package. There are no names in it, so that downloading it is no look at people. */
export async function loader({ request, params }: LoaderFunctionArgs): Promise<Response> {
  await requireTopRight(request, 'export-results', now());
  const found = await readPackage(params['contestSlug'] ?? '', params['exportId'] ?? '');
  if (!found) throw refusalPage('not-found');
  return downloadBytes(found.bytes, { fileName: found.fileName, type: 'application/zip' });
}
