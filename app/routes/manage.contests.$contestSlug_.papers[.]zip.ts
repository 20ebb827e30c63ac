import { redirect, type LoaderFunctionArgs } from '@remix-run/node';
import { findContest } from '#app/features/contests/index.server.ts';
import { requireStepUp, requireTopRight } from '#app/features/identity/guard.server.ts';
import { recordTaking } from '#app/features/operations/index.server.ts';
import { PaperOrderForm } from '#app/features/papers/forms/paper-order.schema.ts';
import { getPaperSet, newSeed, writePaperSet } from '#app/features/papers/index.server.ts';
import { paths } from '#app/paths.ts';
import { now } from '#app/platform/clock.server.ts';
import { downloadBytes } from '#app/platform/http/download.server.ts';
import { refusalPage } from '#app/platform/http/respond.server.ts';

/** A set of papers with answer sheet and keys. Left out, the seed is a new one. What cannot be made leads back to the order; each set is written down. */
export async function loader({ request, params }: LoaderFunctionArgs): Promise<Response> {
  const serverNow = now();
  const actor = await requireTopRight(request, 'manage-contests', serverNow);
  const contestSlug = params['contestSlug'] ?? '';
  if (!(await findContest({ slug: contestSlug }))) throw refusalPage('not-found');
  const query = new URL(request.url).searchParams;
  const order = PaperOrderForm.safeParse(Object.fromEntries(query));
  const again = (name: string, value: string): Response => {
    query.set(name, value);
    return redirect(`${paths.papers(contestSlug)}?${query.toString()}`);
  };
  if (!order.success) return again('fault', order.error.issues[0]?.message ?? '');
  const { mode, format, seed = newSeed(), ...others } = order.data;
  const rest = { ...others, seed };
  await requireStepUp(request, serverNow, `${paths.papers(contestSlug)}?${query.toString()}`);
  const set = await getPaperSet({ ...rest, contestSlug, sameItems: mode === 'same', now: serverNow });
  if (!set) throw refusalPage('not-found');
  if (!set.ok) return again('missing', String(set.error.missing));
  const bytes = await writePaperSet(set.value, format);
  const detail = { ...rest, mode, format };
  await recordTaking({ actor, action: 'papers.taken', subject: `contest:${contestSlug}`, detail, now: serverNow });
  return downloadBytes(bytes, {
    fileName: `de-thi-${contestSlug}-${rest.round}-${rest.seed}.zip`,
    type: 'application/zip',
  });
}
