import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';

// why no worker: the browser derives keys beside the page, which goes on meanwhile; a worker would be one more script to load.

/**
 * Fetches a task and does it.
 * @returns the text to hand in with the form; undefined when it could not be done here
 */
export async function solveTask(address: string, controller: AbortController): Promise<string | undefined> {
  try {
    const answer = await fetch(address, { signal: controller.signal, headers: { Accept: 'application/json' } });
    if (!answer.ok) return undefined;
    const { challenge } = (await answer.json()) as { challenge: Parameters<typeof solveChallenge>[0]['challenge'] };
    const solution = await solveChallenge({ challenge, deriveKey, controller, timeout: 60_000 });
    return solution ? JSON.stringify({ challenge, solution }) : undefined;
  } catch {
    return undefined;
  }
}
