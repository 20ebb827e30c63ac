import { beforeEach, describe, expect, it } from 'vitest';
import { HOUR, MINUTE, SECOND } from '#app/domain/kernel/time.ts';
import { tryToSignIn } from '#app/features/identity/sign-in-tries.server.ts';
import { closeDatabase, database } from '#app/platform/db/client.server.ts';
import { clearEndedCounts } from '#app/platform/db/counts.server.ts';
import { OPENING } from '#tests/support/clock.ts';
import { useTestDatabase } from '#tests/support/database.ts';

useTestDatabase({ per: 'test' });

let looks = 0;
beforeEach(() => void (looks = 0));

const NAME = '0912345678';
const OWN = 'a'.repeat(64);

interface From {
  readonly address?: string;
  readonly device?: string;
  readonly at?: number;
  readonly name?: string;
}

const attempt = (isRight: boolean, { address = '192.0.2.1', device, at = OPENING, name = NAME }: From = {}) =>
  tryToSignIn({ name, deviceHash: device, clientAddress: address, now: at }, () => {
    looks += 1;
    return Promise.resolve(isRight);
  });

const REFUSED = { ok: false, error: 'too-many-tries' };
const addressOf = (i: number): string => `${1 + ((i >> 8) % 200)}.${(i * 7) % 256}.${i % 256}.1`;

describe('ten thousand tries for one name', () => {
  it('from one network at once are looked at five times', async () => {
    await Promise.all(Array.from({ length: 10_000 }, () => attempt(false)));
    expect(looks).toBe(5);
  });

  it('from everywhere within an hour are looked at less than a hundred times, and wait no longer than a quarter', async () => {
    for (let i = 0; i < 10_000; i += 1) {
      await attempt(false, { address: addressOf(i), at: OPENING + i * 360 });
    }
    expect(looks).toBeGreaterThan(40);
    expect(looks).toBeLessThanOrEqual(100);
    const later = OPENING + HOUR + 15 * MINUTE;
    expect(await attempt(true, { address: '233.252.0.1', at: later })).toEqual({ ok: true, value: true });
  }, 60_000);

  it('with a new device number each are counted like those with none', async () => {
    for (let i = 0; i < 200; i += 1) await attempt(false, { device: String(i).padStart(64, '0') });
    expect(looks).toBe(5);
  });

  it('keep the owner out of the account on no device that was signed in to it before', async () => {
    expect(await attempt(true, { device: OWN, address: '198.51.100.1' })).toEqual({ ok: true, value: true });
    for (let i = 0; i < 300; i += 1) await attempt(false, { address: addressOf(i) });
    expect(await attempt(true, { address: '233.252.0.1' })).toEqual(REFUSED);
    // Also from a network that has used up its own.
    expect(await attempt(true, { device: OWN, address: addressOf(1) })).toEqual({ ok: true, value: true });
  }, 60_000);

  it('are not free on a known device either', async () => {
    await attempt(true, { device: OWN });
    looks = 0;
    for (let i = 0; i < 500; i += 1) await attempt(false, { device: OWN, at: OPENING + i * 7 * SECOND });
    expect(looks).toBeLessThan(25);
  });
});

describe('wrong tries', () => {
  it('make waits that grow, end, and are forgotten after a right password', async () => {
    const fail = (at: number) => attempt(false, { at: OPENING + at });
    for (let i = 0; i < 5; i += 1) expect(await fail(0)).toEqual({ ok: true, value: false });
    expect(await fail(4 * SECOND)).toEqual(REFUSED);
    expect(await fail(5 * SECOND)).toEqual({ ok: true, value: false });
    expect(await fail(14 * SECOND)).toEqual(REFUSED);
    expect(await attempt(true, { at: OPENING + 15 * SECOND })).toEqual({ ok: true, value: true });
    for (let i = 0; i < 5; i += 1) expect(await fail(16 * SECOND)).toEqual({ ok: true, value: false });
  });

  it('are known to a process that starts later', async () => {
    for (let i = 0; i < 6; i += 1) await attempt(false);
    // Closing the database forgets what this process kept in memory.
    await closeDatabase();
    expect(await attempt(true)).toEqual(REFUSED);
  });

  it('write nothing once they are refused, and name nobody in the tables', async () => {
    for (let i = 0; i < 5; i += 1) await attempt(false);
    const db = await database();
    const before = await db.rateLimit.findMany({ orderBy: { key: 'asc' } });
    for (let i = 0; i < 100; i += 1) await attempt(false);
    const after = await db.rateLimit.findMany({ orderBy: { key: 'asc' } });
    expect(after).toEqual(before);
    for (const { key } of after) {
      expect(key).toMatch(/^[a-z-]+:[0-9a-f]{64}$/u);
      expect(key).not.toContain(NAME);
    }
    expect(await clearEndedCounts(OPENING + 13 * HOUR)).toBe(after.length);
    expect(await db.rateLimit.count()).toBe(0);
  });
});

describe('a network', () => {
  it('of 300 people who sign in within ten minutes, a third of them with a slip, stops nobody', async () => {
    for (let i = 0; i < 300; i += 1) {
      const from = { address: `192.0.2.${1 + (i % 3)}`, name: `hoc.sinh.${i}`, at: OPENING + i * 2 * SECOND };
      if (i % 3 === 0) expect(await attempt(false, from)).toEqual({ ok: true, value: false });
      expect(await attempt(true, { ...from, at: from.at + SECOND })).toEqual({ ok: true, value: true });
    }
  }, 60_000);

  it('that tries a list of names is stopped, other networks and known devices are not', async () => {
    await attempt(true, { device: OWN, address: '192.0.2.7' });
    looks = 0;
    for (let i = 0; i < 1_000; i += 1) await attempt(false, { name: `danh.sach.${i}`, at: OPENING + i * 100 });
    // One more a minute: what another process may have forgiven is asked of the database again.
    expect(looks).toBeGreaterThanOrEqual(200);
    expect(looks).toBeLessThanOrEqual(202);
    expect(await attempt(true, { name: 'nguoi.moi', at: OPENING + MINUTE })).toEqual(REFUSED);
    expect(await attempt(true, { device: OWN, at: OPENING + MINUTE })).toEqual({ ok: true, value: true });
    expect(await attempt(true, { address: '198.51.100.1', at: OPENING + MINUTE })).toEqual({ ok: true, value: true });
    expect(await attempt(true, { name: 'nguoi.moi', at: OPENING + 16 * MINUTE })).toEqual({ ok: true, value: true });
  }, 60_000);
});
