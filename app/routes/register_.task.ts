import type { LoaderFunctionArgs } from '@remix-run/node';
import { getRegistrationTask } from '#app/features/identity/index.server.ts';
import { now } from '#app/platform/clock.server.ts';
import { jsonAnswer, jsonRefusal } from '#app/platform/http/json.server.ts';

/** A small task for a device that registers in a rush, as JSON; each one is new. */
export async function loader({ context }: LoaderFunctionArgs) {
  const task = await getRegistrationTask({ clientAddress: context.clientAddress, now: now() });
  return task.ok ? jsonAnswer({ challenge: task.value }) : jsonRefusal(task.error);
}
