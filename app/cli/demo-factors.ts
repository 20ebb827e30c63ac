import type { Instant } from '#app/domain/kernel/time.ts';
import { giveSampleTotp } from '#app/features/identity/index.server.ts';
import { DEMO_ACCOUNTS } from './demo-people.ts';

/** Gives everybody of the demonstration who has a duty an authenticator app; the page of the second step shows its code. */
export async function demoFactors(ids: ReadonlyMap<string, string>, now: Instant): Promise<void> {
  for (const { signInName, grants = [] } of DEMO_ACCOUNTS) {
    const id = ids.get(signInName);
    if (id !== undefined && grants.length > 0) await giveSampleTotp(id, now);
  }
}
