import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  verify,
  type KeyObject,
} from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { env } from './env.server.ts';
import { DATA_DIR } from './paths.server.ts';

/** A public key as others get it. */
export interface PublicKey {
  /** SHA-256 of the key in DER, in hex. */
  readonly id: string;
  /** PEM. */
  readonly pem: string;
}

interface Held extends PublicKey {
  readonly privateKey: KeyObject;
}

let held: Held | undefined;

const defaultFile = (): string => join(DATA_DIR, 'secrets', 'signing.key');

/** The key that is signed with now: SIGNING_KEY_FILE, else a file of the data folder that is made at first use. */
function signingKey(): Held {
  if (held) return held;
  const given = env().SIGNING_KEY_FILE;
  const file = given ?? defaultFile();
  if (given === undefined) makeKey(file);
  let privateKey: KeyObject;
  try {
    privateKey = createPrivateKey(readFileSync(file));
  } catch {
    throw new Error(`Không đọc được khóa ký ${file}: cần tệp PEM chứa khóa riêng Ed25519.`);
  }
  if (privateKey.asymmetricKeyType !== 'ed25519') throw new Error(`Khóa ký ${file} không phải là khóa Ed25519.`);
  const publicKey = createPublicKey(privateKey);
  return (held = {
    privateKey,
    id: keyIdOf(publicKey),
    pem: publicKey.export({ type: 'spki', format: 'pem' }) as string,
  });
}

function makeKey(file: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const pem = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' });
  try {
    // why wx: of two processes that start together one writes, and both read what it wrote.
    writeFileSync(file, pem, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

const keyIdOf = (key: KeyObject): string =>
  createHash('sha256')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest('hex');

/** The public half of the key that is signed with now. */
export function ownPublicKey(): PublicKey {
  const { id, pem } = signingKey();
  return { id, pem };
}

/** Signs a text with the installation's key: Ed25519 (RFC 8032), base64url. */
export function signText(text: string): { readonly keyId: string; readonly signature: string } {
  const { privateKey, id } = signingKey();
  return { keyId: id, signature: sign(null, Buffer.from(text, 'utf8'), privateKey).toString('base64url') };
}

/** The id of a public key in PEM; undefined where it is none, or not one of Ed25519. */
export function idOfPublicKey(pem: string): string | undefined {
  try {
    const key = createPublicKey(pem);
    return key.asymmetricKeyType === 'ed25519' ? keyIdOf(key) : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a signature under a text is that of the public key. */
export function isSignedBy(pem: string, text: string, signature: string): boolean {
  try {
    const bytes = Buffer.from(signature, 'base64url');
    // why: several texts stand for the same bytes, and a signature that was changed must not pass as the same.
    if (bytes.toString('base64url') !== signature) return false;
    return verify(null, Buffer.from(text, 'utf8'), createPublicKey(pem), bytes);
  } catch {
    return false;
  }
}

/**
 * Lets the next signature be made with a new key; the old one is put aside.
 * @param at what the old file is named by
 * @throws with a sentence where the key is one that others keep
 */
export function replaceSigningKey(at: number): PublicKey {
  const given = env().SIGNING_KEY_FILE;
  if (given !== undefined) {
    throw new Error(`Khóa ký nằm ở ${given} (SIGNING_KEY_FILE): hãy đặt tệp khóa mới ở đó rồi chạy lại lệnh này.`);
  }
  const file = defaultFile();
  signingKey();
  renameSync(file, `${file}.${at}`);
  held = undefined;
  return ownPublicKey();
}
