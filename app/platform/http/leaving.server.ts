import type { AppLoadContext } from '@remix-run/node';

/** Requests whose action leads to another site. The context is made anew for each request. */
const leaving = new WeakSet<AppLoadContext>();

/** Notes that the answer to this request leads away, so that the loader of its page, which runs after the action, stands back. */
export const noteLeaving = (context: AppLoadContext): void => void leaving.add(context);

/** Whether the action of this request leads away. */
export const isLeaving = (context: AppLoadContext): boolean => leaving.has(context);
