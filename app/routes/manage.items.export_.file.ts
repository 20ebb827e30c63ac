import { redirect, type LoaderFunctionArgs } from '@remix-run/node';
import { FORMATS } from '#app/domain/exchange/parsed-file.ts';
import { exportItems, idsOfAddress } from '#app/features/exchange/index.server.ts';
import { requireStepUp, requireTopRight } from '#app/features/identity/guard.server.ts';
import { paths } from '#app/paths.ts';
import { now } from '#app/platform/clock.server.ts';
import { downloadBytes } from '#app/platform/http/download.server.ts';

/** A file of items: which ones the list's address says, or ?ids=a,b,c. Written down, as it holds keys. */
export async function loader({ request }: LoaderFunctionArgs): Promise<Response> {
  const at = now();
  const actor = await requireTopRight(request, 'read-items', at);
  const { search, searchParams } = new URL(request.url);
  const format = FORMATS.find((each) => each === searchParams.get('format'));
  if (!format) return redirect(paths.manageItemsExport());
  await requireStepUp(request, at, `${paths.manageItemsExport()}${search}`);
  const { bytes, name, contentType } = await exportItems({
    actor,
    ids: await idsOfAddress({ actor, search }),
    format,
    now: at,
  });
  return downloadBytes(bytes, { fileName: name, type: contentType });
}
