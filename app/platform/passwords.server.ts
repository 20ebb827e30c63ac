import { cpus } from 'node:os';
import { hash, verify, type Options } from '@node-rs/argon2';

// argon2id is the library's default algorithm; these are the figures of the OWASP cheat sheet for it.
const COST: Options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Hashes that may run at the same time: a rush of sign-ins must leave threads for the disk, and memory for the rest. */
const LANES = Math.max(1, Math.min(cpus().length, 3));
const waiting: (() => void)[] = [];
let running = 0;

async function inLane<T>(work: () => Promise<T>): Promise<T> {
  if (running >= LANES) await new Promise<void>((enter) => waiting.push(enter));
  else running += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

/** The argon2id hash of a password, with its own salt. The password is taken in NFC, whichever keyboard typed it. */
export const hashPassword = (password: string): Promise<string> => inLane(() => hash(password.normalize('NFC'), COST));

let nobody: Promise<string> | undefined;

/**
 * Whether the password belongs to the hash. Without a hash, or with "!", the answer is no after the same work: an unknown
 * account must take as long as a wrong password.
 */
export async function passwordMatches(password: string, passwordHash: string | undefined): Promise<boolean> {
  const isReal = passwordHash?.startsWith('$argon2id$') ?? false;
  const against = isReal ? (passwordHash as string) : await (nobody ??= hashPassword('nobody has this account'));
  const isRight = await inLane(() => verify(against, password.normalize('NFC')));
  return isReal && isRight;
}
