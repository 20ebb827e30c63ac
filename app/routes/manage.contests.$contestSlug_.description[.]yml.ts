import type { LoaderFunctionArgs } from '@remix-run/node';
import { exportContest } from '#app/features/drafts/index.server.ts';
import { requireTopRight } from '#app/features/identity/guard.server.ts';
import { now } from '#app/platform/clock.server.ts';
import { refusalPage } from '#app/platform/http/respond.server.ts';
import { textFile } from '#app/platform/http/text-file.server.ts';

/** A contest as YAML. The access code is in it: for those who manage contests only. */
export async function loader({ request, params }: LoaderFunctionArgs): Promise<Response> {
  await requireTopRight(request, 'manage-contests', now());
  const exported = await exportContest(params['contestSlug'] ?? '');
  if (!exported) throw refusalPage('not-found');
  return textFile(`${exported.slug}.yml`, exported.yaml, 'text/yaml');
}
