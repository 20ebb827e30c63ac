import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { writeItem } from '#app/features/authoring/index.server.ts';
import { requireTopRight } from '#app/features/identity/guard.server.ts';
import { paths } from '#app/paths.ts';
import { now } from '#app/platform/clock.server.ts';
import { jsonAnswer, jsonRefusal } from '#app/platform/http/json.server.ts';

/** Whoever opens the address is sent to the list: there is nothing to see here. */
export const loader = () => redirect(paths.manageItems());

/** Keeps what is being written, in the background. */
export async function action({ request, params }: ActionFunctionArgs) {
  const at = now();
  const actor = await requireTopRight(request, 'write-items', at);
  const form = await request.formData().catch(() => new FormData());
  if (!form.has('interaction')) return jsonRefusal('invalid');
  const itemId = params['itemId'] ?? '';
  const written = await writeItem({ actor, itemId, data: form, act: 'save', now: at });
  return written.ok ? jsonAnswer({ saved: { revision: written.revision, at } }) : jsonRefusal(written.refusal);
}
