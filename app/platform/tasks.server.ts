import { createChallenge, randomInt, verifySolution } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { MINUTE, type Instant } from '#app/domain/kernel/time.ts';
import { createKeptThrottle } from './rate-limit.server.ts';
import { newestKey } from './secrets.server.ts';

/** A task for a device, as it travels: the parameters, and the signature that they are ours. */
export type Task = Awaited<ReturnType<typeof createChallenge>>;

const LASTS = 5 * MINUTE;
/**
 * One derivation is a few milliseconds of a phone, and about two hundred of them are asked: half a second of a computer, up to
 * two of a slow phone. Here it costs one derivation to make, and two keyed hashes to look at.
 */
const COST = 2_000;
const FEWEST = 100;
const MOST = 300;

const spent = createKeptThrottle({ name: 'task', tries: 1, seconds: LASTS / 1_000 });

const secrets = () => {
  const key = newestKey('challenge').toString('hex');
  return { hmacSignatureSecret: `${key}:task`, hmacKeySignatureSecret: `${key}:answer` };
};

/** A new task; its answer is taken once, within five minutes. @param purpose what it is for, and counts for alone */
export const createTask = (purpose: string, now: Instant): Promise<Task> =>
  createChallenge({
    algorithm: 'PBKDF2/SHA-256',
    cost: COST,
    counter: randomInt(MOST, FEWEST),
    deriveKey,
    data: { purpose },
    expiresAt: Math.ceil((now + LASTS) / 1_000),
    ...secrets(),
  });

interface Answer {
  readonly challenge: Task;
  readonly solution: { readonly counter: number; readonly derivedKey: string; readonly time: number };
}

/** @param text "{challenge, solution}" as JSON */
function readAnswer(text: string): Answer | undefined {
  try {
    const answer = JSON.parse(text) as Partial<Answer> | null;
    const isWhole = typeof answer?.challenge?.parameters === 'object' && typeof answer.solution === 'object';
    return isWhole && answer.challenge.parameters !== null && answer.solution !== null ? (answer as Answer) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Whether a task was made by us for this purpose, is not over, was done, and has not been handed in before. Handing it in uses
 * it up, in all processes.
 */
export async function takeTask(text: string, purpose: string, now: Instant): Promise<boolean> {
  const answer = readAnswer(text);
  if (!answer) return false;
  const { challenge, solution } = answer;
  const { expiresAt, data } = challenge.parameters;
  if (data?.['purpose'] !== purpose || typeof expiresAt !== 'number' || expiresAt * 1_000 < now) return false;
  const { verified } = await verifySolution({ challenge, solution, deriveKey, ...secrets() }).catch(() => ({
    verified: false,
  }));
  return verified && spent.take(String(challenge.signature), now);
}
