import { cpus } from 'node:os';
import { hash, verify, type Options } from '@node-rs/argon2';
import { FairQueue } from './fair-queue.server.ts';

// argon2id is the library's default algorithm; these are the figures of the OWASP cheat sheet for it.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const satisfies Options;
const TODAY = `$argon2id$v=19$m=${COST.memoryCost},t=${COST.timeCost},p=${COST.parallelism}$`;

/** Hashes at the same time: a rush of sign-ins must leave threads for the disk, and memory for the rest. */
const queue = new FairQueue({
  lanes: Math.max(1, Math.min(cpus().length, 3)),
  longestWaitMs: 8_000,
  mostWaiting: 5_000,
  guessMs: 40,
});

/**
 * The argon2id hash of a password, with its own salt. The password is taken in NFC, whichever keyboard typed it.
 * @param turnOf whose turn in the queue it takes: one network does not keep the others waiting
 * @throws TooBusyError when the wait would be too long
 */
export const hashPassword = (password: string, turnOf = ''): Promise<string> =>
  queue.run(turnOf, () => hash(password.normalize('NFC'), COST));

/** Whether a hash was made with other figures than those of today, so that it is made anew once the password is typed. */
export const isHashOutdated = (passwordHash: string): boolean => !passwordHash.startsWith(TODAY);

// A hash of random bytes that nobody knows, with the figures of today: made once, as its cost is what it is there for.
let nobody: Promise<string> | undefined;

/**
 * Whether the password belongs to the hash. Without a hash, or with "!", the answer is no after the same work: an unknown
 * account must take as long as a wrong password.
 * @param turnOf whose turn in the queue it takes
 * @throws TooBusyError when the wait would be too long
 */
export function passwordMatches(password: string, passwordHash: string | undefined, turnOf = ''): Promise<boolean> {
  const isReal = passwordHash?.startsWith('$argon2id$') ?? false;
  return queue.run(turnOf, async () => {
    const against = isReal ? (passwordHash as string) : await (nobody ??= hash(crypto.randomUUID(), COST));
    const isRight = await verify(against, password.normalize('NFC'));
    return isReal && isRight;
  });
}
