import type { LoaderFunctionArgs } from '@remix-run/node';
import { getImportTemplate } from '#app/features/exchange/index.server.ts';
import { requireTopRight } from '#app/features/identity/guard.server.ts';
import { now } from '#app/platform/clock.server.ts';
import { downloadBytes } from '#app/platform/http/download.server.ts';

/** The workbook that clerks fill in. */
export async function loader({ request }: LoaderFunctionArgs): Promise<Response> {
  await requireTopRight(request, 'read-items', now());
  const { bytes, name, contentType } = await getImportTemplate();
  return downloadBytes(bytes, { fileName: name, type: contentType });
}
