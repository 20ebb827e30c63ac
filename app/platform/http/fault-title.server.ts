import type { AppLoadContext } from '@remix-run/node';

const faulted = new WeakSet<AppLoadContext>();

/**
 * Notes that the form of this request came back with faults. A page's title is made from what its loader says, and without
 * scripts the loader runs in the same request, after the action: so it can begin the title with "Lỗi: ".
 */
export const noteFaults = (context: AppLoadContext): void => void faulted.add(context);

/** Whether the form of this request came back with faults. */
export const hasFaults = (context: AppLoadContext): boolean => faulted.has(context);
