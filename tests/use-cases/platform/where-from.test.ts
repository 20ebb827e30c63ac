import { describe, expect, test } from 'vitest';
import { deviceHashOf, keepDevice, networkHashesOf } from '#app/platform/http/where-from.server.ts';

const asking = (cookie?: string): Request =>
  new Request('http://localhost/sign-in', cookie === undefined ? {} : { headers: { Cookie: cookie } });

describe('the device cookie', () => {
  test('a browser without one gets one, and is known by it afterwards', () => {
    expect(deviceHashOf(asking())).toBeUndefined();
    const first = keepDevice(asking());
    const [cookie = ''] = first.setCookie.split(';');
    expect(deviceHashOf(asking(`other=1; ${cookie}; more=%`))).toBe(first.deviceHash);
    expect(keepDevice(asking(cookie)).deviceHash).toBe(first.deviceHash);
    expect(keepDevice(asking()).deviceHash).not.toBe(first.deviceHash);
  });

  test('it is out of reach of scripts, for a year, and its hash is not its number', () => {
    const { setCookie, deviceHash } = keepDevice(asking());
    expect(setCookie).toMatch(/^thiet_bi=[0-9a-f]{32}; Path=\/; Max-Age=31536000; HttpOnly; SameSite=Lax$/u);
    expect(setCookie).not.toContain(deviceHash);
  });

  test.each(['thiet_bi=', 'thiet_bi=abc', `thiet_bi=${'g'.repeat(32)}`, `thiet_bi=${'a'.repeat(33)}`, '%%%'])(
    'one that is none of ours is no device: %s',
    (cookie) => {
      expect(deviceHashOf(asking(cookie))).toBeUndefined();
    },
  );
});

describe('networks of an address', () => {
  test.each([
    ['203.0.113.7', '203.0.113.250', '203.0.114.7'],
    ['::ffff:203.0.113.7', '203.0.113.9', '203.0.1.1'],
    ['2001:db8:7:1::1', '2001:db8:7:ffff::9', '2001:0DB8:0008::1'],
    ['2001:db8::1', '2001:db8:0:0:5:6:7:8', '2001:db8:1::'],
  ])('%s is near %s, and only in the wide network of %s', (address, neighbour, farther) => {
    expect(networkHashesOf(address)).toEqual(networkHashesOf(neighbour));
    expect(networkHashesOf(address).near).not.toBe(networkHashesOf(farther).near);
    expect(networkHashesOf(address).wide).toBe(networkHashesOf(farther).wide);
  });

  test('networks that are far from each other share nothing, and no hash shows an address', () => {
    const all = ['203.0.113.7', '198.51.100.7', '2001:db8::1', '2001:db9::1', 'unknown'].map(networkHashesOf);
    const hashes = all.flatMap(({ near, wide }) => [near, wide]);
    expect(new Set(hashes).size).toBe(hashes.length);
    for (const hash of hashes) expect(hash).toMatch(/^[0-9a-f]{64}$/u);
  });
});
