import { findUnits, findUnitToJoin } from '../units/index.server.ts';
import { findPendingIdentity } from './external/link-identity.server.ts';
import { readBrowserSecret } from './external/provider-cookie.server.ts';
import { isTaskAsked, type RegistersFrom } from './registration-limits.server.ts';

const MOST = 200;

interface Posted {
  /** What was typed. */
  readonly raw: Readonly<Record<string, string>>;
  /** The unit whose units below are to be listed. */
  readonly below: string | undefined;
  readonly from: RegistersFrom;
}

/**
 * What the register page shows in calm times and in a rush.
 * @param unitId a unit that is chosen already
 * @param cookies the Cookie header: who comes from the identity provider is known by name there
 */
export async function getRegisterPage(unitId: string, from: RegistersFrom, cookies: string | null = null) {
  const [chosen, asksTask, pending] = await Promise.all([
    findUnitToJoin({ unitId: unitId.slice(0, MOST), now: from.now }),
    isTaskAsked(from),
    findPendingIdentity(readBrowserSecret(cookies), from.now),
  ]);
  return { chosen, taskRound: asksTask ? from.now : undefined, fullName: pending?.name ?? '' };
}

/** The form as it comes back: what was typed but for the password, and what the unit search found. */
export async function getRegisterForm({ raw, below, from }: Posted) {
  const { password: _, task: __, ...values } = raw;
  const unitQuery = (values['unitQuery'] ?? '').slice(0, MOST);
  const [hits, page] = await Promise.all([
    unitQuery.trim() === '' && below === undefined ? undefined : findUnits({ query: unitQuery, now: from.now, below }),
    getRegisterPage(values['unitId'] ?? '', from),
  ]);
  return { values, hits, unitQuery, ...page };
}
