import { createHash, hkdfSync, randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { env } from './env.server.ts';
import { DATA_DIR } from './paths.server.ts';

/** What keys are derived for. Each purpose has a key of its own, so that what one of them gives away opens nothing else. */
export type KeyPurpose =
  | 'sealed-field'
  | 'blind-index'
  | 'one-time-code'
  | 'challenge'
  | 'network'
  | 'device'
  | 'throttle'
  | 'audit'
  | 'step'
  | 'row';

/** A secret of the installation, with a short name that says nothing about it. */
interface InstallationSecret {
  readonly id: string;
  readonly bytes: Buffer;
}

let attempt: Buffer | undefined;
let installation: readonly InstallationSecret[] | undefined;
const derived = new Map<string, Buffer>();

/**
 * The installation's secret for attempt tokens: ATTEMPT_SECRET where several machines share one database, else a file of
 * the data folder that is made at first use and that only the owner can read.
 */
export function attemptSecret(): Buffer {
  const given = env().ATTEMPT_SECRET;
  return (attempt ??=
    given === undefined ? Buffer.from(fromFile('attempt-token.key'), 'hex') : Buffer.from(given, 'utf8'));
}

/**
 * The secrets that all other keys are derived from, the newest first: INSTALLATION_SECRET where several machines share one
 * database, else installation.key in the data folder. Several, one a line, while what the older ones sealed is sealed anew.
 */
function installationSecrets(): readonly InstallationSecret[] {
  return (installation ??= (env().INSTALLATION_SECRET ?? fromFile('installation.key'))
    .split(/[\s,]+/u)
    .filter((line) => line !== '')
    .map((line) => {
      const bytes = Buffer.from(line, 'utf8');
      return { id: createHash('sha256').update('id:').update(bytes).digest('hex').slice(0, 8), bytes };
    }));
}

/** Ids of the secrets that are held, the newest first. */
export const secretIds = (): string[] => installationSecrets().map(({ id }) => id);

/**
 * The key for a purpose (32 bytes, HKDF-SHA-256, RFC 5869).
 * @param secretId which secret it is derived from; left out, the newest
 * @returns undefined where no secret with that id is held
 */
export function keyFor(purpose: KeyPurpose, secretId?: string): Buffer | undefined {
  const secrets = installationSecrets();
  const secret = secretId === undefined ? secrets[0] : secrets.find(({ id }) => id === secretId);
  if (!secret) return undefined;
  const name = `${secret.id}:${purpose}`;
  let key = derived.get(name);
  if (!key) derived.set(name, (key = Buffer.from(hkdfSync('sha256', secret.bytes, '', `tim-hieu:${purpose}`, 32))));
  return key;
}

/** The newest key for a purpose. */
export function newestKey(purpose: KeyPurpose): Buffer {
  const key = keyFor(purpose);
  if (!key) throw new Error('INSTALLATION_SECRET không được để trống.');
  return key;
}

const FOLDER = join(DATA_DIR, 'secrets');
/** Rights of anybody but the owner. */
const OTHERS = 0o077;

/**
 * What is wrong with the rights of the folder of secrets and its files: anybody else who may open them can read what is sealed.
 * Nothing where there is no folder, or on a system that knows no such rights.
 * @returns a sentence for the operator for each
 */
export function secretFaults(): string[] {
  if (process.platform === 'win32') return [];
  const folder = modeOf(FOLDER);
  if (folder === undefined) return [];
  const faults: string[] = [];
  if ((folder & OTHERS) !== 0) faults.push(`Thư mục ${FOLDER} để người khác mở được. Hãy chạy: chmod 700 ${FOLDER}`);
  for (const name of readdirSync(FOLDER)) {
    const file = join(FOLDER, name);
    if (((modeOf(file) ?? 0) & OTHERS) !== 0) {
      faults.push(`Tệp bí mật ${file} để người khác đọc được. Hãy chạy: chmod 600 ${file}`);
    }
  }
  return faults;
}

const modeOf = (path: string): number | undefined => statSync(path, { throwIfNoEntry: false })?.mode;

/** The text of a file of the secrets' folder; made at first use, with 32 random bytes in hex. */
function fromFile(name: string): string {
  const file = join(FOLDER, name);
  mkdirSync(FOLDER, { recursive: true, mode: 0o700 });
  try {
    // why wx: of two processes that start together one writes, and both read what it wrote.
    writeFileSync(file, randomBytes(32).toString('hex'), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readFileSync(file, 'utf8').trim();
}
