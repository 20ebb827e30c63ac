import type { LoaderFunctionArgs } from '@remix-run/node';
import { localDay } from '#app/domain/kernel/time.ts';
import { dayStart } from '#app/domain/units/unit-day.ts';
import { requireTopRight } from '#app/features/identity/guard.server.ts';
import { exportUnitTree } from '#app/features/units/index.server.ts';
import { now } from '#app/platform/clock.server.ts';
import { downloadBytes } from '#app/platform/http/download.server.ts';
import { XLSX_TYPE } from '#app/platform/tables/write-workbook.server.ts';

/** The tree of today, or of ?day=2025-06-30, as a file that the import reads back. */
export async function loader({ request }: LoaderFunctionArgs): Promise<Response> {
  const at = now();
  await requireTopRight(request, 'change-units', at);
  const day = dayStart(new URL(request.url).searchParams.get('day') ?? '', at) ?? at;
  const { bytes } = await exportUnitTree('xlsx', { at: day, now: at });
  return downloadBytes(bytes, { fileName: `cay-don-vi-${localDay(day)}.xlsx`, type: XLSX_TYPE });
}
