import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireTopRight } from '#app/features/identity/guard.server.ts';
import { unitTemplate } from '#app/features/units/index.server.ts';
import { now } from '#app/platform/clock.server.ts';
import { downloadBytes } from '#app/platform/http/download.server.ts';
import { XLSX_TYPE } from '#app/platform/tables/write-workbook.server.ts';

/** The workbook that clerks fill in. */
export async function loader({ request }: LoaderFunctionArgs): Promise<Response> {
  const at = now();
  await requireTopRight(request, 'change-units', at);
  return downloadBytes(await unitTemplate(at), { fileName: 'mau-cay-don-vi.xlsx', type: XLSX_TYPE });
}
