// A passkey device of our own making, which can also do what no honest device does.
import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto';

const sha256 = (data: Buffer | string): Buffer => createHash('sha256').update(data).digest();
const text = (word: string): Buffer => Buffer.concat([Buffer.from([0x60 + word.length]), Buffer.from(word)]);
const bytes = (data: Buffer): Buffer => Buffer.concat([Buffer.from([0x59, data.length >> 8, data.length & 255]), data]);

const [PRESENT, VERIFIED, WITH_KEY] = [0x01, 0x04, 0x40];

interface Ceremony {
  readonly challenge: string;
  readonly origin: string;
  readonly rpId: string;
  /** Whether the device knew its owner by finger, face or code. */
  readonly isVerified?: boolean;
}

/** A device with one passkey on it; its counter goes up with each use unless it is told otherwise. */
export class Authenticator {
  readonly #keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  readonly #rawId = randomBytes(32);
  counter = 0;

  get id(): string {
    return this.#rawId.toString('base64url');
  }

  /** The public key in COSE: EC2, ES256, P-256. */
  get publicKey(): Buffer {
    const { x = '', y = '' } = this.#keys.publicKey.export({ format: 'jwk' });
    const point = (name: number, value: string): Buffer =>
      Buffer.concat([Buffer.from([name, 0x58, 0x20]), Buffer.from(value, 'base64url')]);
    return Buffer.concat([Buffer.from([0xa5, 1, 2, 3, 0x26, 0x20, 1]), point(0x21, x), point(0x22, y)]);
  }

  #authData({ rpId, isVerified = true }: Ceremony, flags: number, rest = Buffer.alloc(0)): Buffer {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(this.counter);
    return Buffer.concat([sha256(rpId), Buffer.from([flags | PRESENT | (isVerified ? VERIFIED : 0)]), counter, rest]);
  }

  /** What the device sends when it has made its passkey. */
  register(ceremony: Ceremony) {
    const length = Buffer.from([0, this.#rawId.length]);
    const credential = Buffer.concat([Buffer.alloc(16), length, this.#rawId, this.publicKey]);
    const authData = this.#authData(ceremony, WITH_KEY, credential);
    const attestation = [
      text('fmt'),
      text('none'),
      text('attStmt'),
      Buffer.from([0xa0]),
      text('authData'),
      bytes(authData),
    ];
    return this.#answer({
      clientDataJSON: clientData('webauthn.create', ceremony).toString('base64url'),
      attestationObject: Buffer.concat([Buffer.from([0xa3]), ...attestation]).toString('base64url'),
      transports: ['internal' as const],
    });
  }

  /** What the device sends when it is asked who holds it. */
  use(ceremony: Ceremony) {
    this.counter += 1;
    const authData = this.#authData(ceremony, 0);
    const data = clientData('webauthn.get', ceremony);
    const signed = createSign('SHA256').update(Buffer.concat([authData, sha256(data)]));
    return this.#answer({
      clientDataJSON: data.toString('base64url'),
      authenticatorData: authData.toString('base64url'),
      signature: signed.sign(this.#keys.privateKey).toString('base64url'),
    });
  }

  #answer<R>(response: R) {
    const { id } = this;
    return { id, rawId: id, type: 'public-key' as const, clientExtensionResults: {}, response };
  }
}

const clientData = (type: string, { challenge, origin }: Ceremony): Buffer =>
  Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
