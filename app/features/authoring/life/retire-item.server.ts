import { actOnItem, type Acting } from './act-on-item.server.ts';

/** Papers are no longer drawn from the item; those that were stay as they are. */
export const retireItem = async (acting: Acting): ReturnType<typeof actOnItem> =>
  actOnItem(acting, { act: 'retire', kind: 'retired' });

/** Papers are drawn from the item again. */
export const restoreItem = async (acting: Acting): ReturnType<typeof actOnItem> =>
  actOnItem(acting, { act: 'restore', kind: 'restored' });
