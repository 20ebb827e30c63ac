import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { bankQueryOf } from '#app/features/bank/bank-address.ts';
import { ExportQuery } from '#app/features/exchange/export.schema.ts';
import { exportChosen } from '#app/features/exchange/index.server.ts';
import { requireTopRight } from '#app/features/identity/guard.server.ts';
import { paths } from '#app/paths.ts';
import { now } from '#app/platform/clock.server.ts';
import { downloadBytes } from '#app/platform/http/download.server.ts';
import { refusalPage } from '#app/platform/http/respond.server.ts';

export async function loader({ request }: LoaderFunctionArgs): Promise<Response> {
  await requireTopRight(request, 'read-items', now());
  throw redirect(paths.manageItemsExport());
}

/** The file itself. A post, as it is written down who took it. */
export async function action({ request }: ActionFunctionArgs): Promise<Response> {
  const at = now();
  const actor = await requireTopRight(request, 'read-items', at);
  const form = await request.formData().catch(() => new FormData());
  const texts = [...form].flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' ? [[name, value]] : [],
  );
  const { format, ids } = ExportQuery.parse(Object.fromEntries(texts));
  const written = await exportChosen({ actor, ids, query: bankQueryOf(new URLSearchParams(texts)), format, now: at });
  if (!written.ok) throw refusalPage(written.error);
  const { name, contentType, bytes } = written.value;
  return downloadBytes(bytes, { fileName: name, type: contentType });
}
