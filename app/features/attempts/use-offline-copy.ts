import { useCallback, useEffect } from 'react';
import { workerAddress } from '#app/ui/trusted-types.ts';
import type { WorkerMessage } from '#app/worker/worker-message.ts';

/** What the page has loaded of ours. */
const loadedAssets = (): string[] => [
  ...Array.from(
    document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"], link[rel="modulepreload"]'),
    (link) => link.href,
  ),
  ...performance.getEntriesByType('resource').map((entry) => entry.name),
  // why by themselves: those of questions further down may not have come yet.
  ...Array.from(document.images, (image) => image.src),
];

/**
 * Lets the service worker keep a copy of this attempt's page, so that a reload without a line shows the sheet again. Where
 * there are no service workers nothing changes: what waits is in the outbox either way.
 * @returns does it once more, where the page has loaded more since
 */
export function useOfflineCopy(page: string): () => void {
  const keepNow = useCallback(() => {
    const keep = async (): Promise<void> => {
      await navigator.serviceWorker.register(workerAddress());
      const { active } = await navigator.serviceWorker.ready;
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker is no window: it has our origin
      active?.postMessage({ kind: 'keep', page, assets: loadedAssets() } satisfies WorkerMessage);
    };
    // why quietly: private windows and in-app browsers refuse it, and the sheet does all else without it.
    if ('serviceWorker' in navigator) keep().catch(() => undefined);
  }, [page]);
  useEffect(keepNow, [keepNow]);
  return keepNow;
}
