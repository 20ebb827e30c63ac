import {
  FREE_FROM_KNOWN_DEVICE,
  FREE_FROM_NETWORK,
  FREE_IN_ALL,
  nextTryAt,
  TRIES_LAST,
  type FreeTries,
} from '#app/domain/identity/sign-in-delay.ts';
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import { DAY, type Instant } from '#app/domain/kernel/time.ts';
import { blockedKeys } from '#app/platform/blocked-keys.server.ts';
import { addToCount, forgetCounts, readCounts, type Counted } from '#app/platform/db/counts.server.ts';
import { inTransaction, type Tx } from '#app/platform/db/transaction.server.ts';
import { TooBusyError } from '#app/platform/fair-queue.server.ts';
import { networkHashesOf } from '#app/platform/http/where-from.server.ts';
import { keyedHash } from '#app/platform/sealed-field.server.ts';
import { wrongNamesNear, wrongNamesWide } from './throttles.server.ts';

/** A try to sign in: by which name, and where it comes from. */
export interface SignInTry {
  /** As it was typed, in the one spelling that there is of it. */
  readonly name: string;
  /** Undefined for a browser without the device cookie. */
  readonly deviceHash: string | undefined;
  readonly clientAddress: string;
  readonly now: Instant;
}

/** A device is known to an account for so long after its last sign-in. */
const KNOWN_LASTS = 365 * DAY;
/** So many tries of one line may wait for the ones before them; a person sends one, perhaps twice. */
const MOST_IN_LINE = 8;

const blocked = blockedKeys();
const lines = new Map<string, { last: Promise<unknown>; length: number }>();

const key = (kind: string, ...parts: string[]): string =>
  `${kind}:${keyedHash('throttle', [kind, ...parts].join('|'))}`;

/** Runs work after all that came before it in its line; undefined when the line is too long. */
async function inLine<T>(name: string, work: () => Promise<T>): Promise<T | undefined> {
  const line = lines.get(name) ?? { last: Promise.resolve(), length: 0 };
  if (line.length >= MOST_IN_LINE) return undefined;
  line.length += 1;
  const run = line.last.then(work);
  line.last = run.catch(() => undefined);
  lines.set(name, line);
  try {
    return await run;
  } finally {
    line.length -= 1;
    if (line.length === 0) lines.delete(name);
  }
}

/**
 * Looks at a password within the limits of tries. Wrong ones make the next wait longer, up to a quarter of an hour, and lock
 * nobody out: a device that was signed in to this account before has tries of its own, and so has each network. Names that do
 * not exist are counted like those that do. Tries of one line follow each other, so that many at once are no way around.
 * @param isRight looks at the password; asked only when the try is taken
 * @returns whether it is right, or that it was not looked at
 */
export async function tryToSignIn(
  attempt: SignInTry,
  isRight: (turnOf: string) => Promise<boolean>,
): Promise<Result<boolean, 'too-many-tries' | 'busy'>> {
  const { name, deviceHash, now } = attempt;
  const { near, wide } = networkHashesOf(attempt.clientAddress);
  const known = deviceHash === undefined ? undefined : key('known', name, deviceHash);
  const isKnown = known !== undefined && (await readCounts([known], now)).has(known);
  if (!isKnown && (wrongNamesNear.isOver(near, now) || wrongNamesWide.isOver(wide, now))) {
    return refuse('too-many-tries');
  }
  const own = isKnown ? key('tries-device', name, deviceHash ?? '') : key('tries-network', name, near);
  const limits = new Map<string, FreeTries>(
    isKnown
      ? [[own, FREE_FROM_KNOWN_DEVICE]]
      : [
          [own, FREE_FROM_NETWORK],
          [key('tries', name), FREE_IN_ALL],
        ],
  );
  const taken = await inLine(own, async () => {
    if (!(await mayTry(limits, now))) return refuse('too-many-tries');
    const answer = await isRight(isKnown ? own : near);
    await (answer ? forgive(own, limits, known, now) : count(own, limits, isKnown ? undefined : { near, wide }, now));
    return ok(answer);
  }).catch((error: unknown) => {
    if (error instanceof TooBusyError) return refuse('busy');
    throw error;
  });
  return taken ?? refuse('too-many-tries');
}

const triesOf = ({ points, expireAt }: Counted) => ({ count: points, lastAt: expireAt - TRIES_LAST });

async function mayTry(limits: ReadonlyMap<string, FreeTries>, now: Instant): Promise<boolean> {
  if ([...limits.keys()].some((each) => blocked.isBlocked(each, now))) return false;
  const counts = await readCounts([...limits.keys()], now);
  for (const [each, free] of limits) {
    const counted = counts.get(each);
    const from = counted ? nextTryAt(triesOf(counted), free) : now;
    if (from <= now) continue;
    blocked.block(each, from, now);
    return false;
  }
  return true;
}

/** Counts a wrong try; the first for a name from a network counts against the network too. */
async function count(
  own: string,
  limits: ReadonlyMap<string, FreeTries>,
  network: { near: string; wide: string } | undefined,
  now: Instant,
): Promise<void> {
  const added = { points: 1, lastsMs: TRIES_LAST, isRestarted: true };
  await inTransaction(async (tx) => {
    const counts = new Map<string, Counted>();
    for (const each of limits.keys()) counts.set(each, await addToCount(tx, each, added, now));
    if (!network || counts.get(own)?.points !== 1) return;
    await wrongNamesNear.takeIn(tx, network.near, now);
    await wrongNamesWide.takeIn(tx, network.wide, now);
  });
}

/** After a right password: the wrong ones of this device or network are forgotten, and the device is known from now on. */
async function forgive(
  own: string,
  limits: ReadonlyMap<string, FreeTries>,
  known: string | undefined,
  now: Instant,
): Promise<void> {
  const counts = await readCounts([...limits.keys(), ...(known === undefined ? [] : [known])], now);
  const wrong = counts.get(own)?.points ?? 0;
  const isNew = known !== undefined && !counts.has(known);
  if (wrong === 0 && !isNew) return;
  blocked.forget(own);
  await inTransaction(async (tx) => {
    await forgetCounts(tx, [own]);
    for (const each of limits.keys()) {
      if (each === own || !counts.has(each) || wrong === 0) continue;
      await addToCount(tx, each, { points: -wrong, lastsMs: TRIES_LAST, isRestarted: false }, now);
    }
    if (isNew) await addToCount(tx, known, { points: 1, lastsMs: KNOWN_LASTS, isRestarted: true }, now);
  });
}

/** Makes a device known to an account that is made on it. */
export async function keepKnownDevice(
  tx: Tx,
  name: string,
  deviceHash: string | undefined,
  now: Instant,
): Promise<void> {
  if (deviceHash === undefined) return;
  await addToCount(tx, key('known', name, deviceHash), { points: 1, lastsMs: KNOWN_LASTS, isRestarted: true }, now);
}
