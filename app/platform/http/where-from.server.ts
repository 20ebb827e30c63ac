import { randomBytes } from 'node:crypto';
import { isIPv4, isIPv6 } from 'node:net';
import { isSecure } from '../env.server.ts';
import { keyedHash } from '../sealed-field.server.ts';

/** 128 random bits in hex: a device says nothing about itself but that it is the one from before. */
const DEVICE = /^[0-9a-f]{32}$/u;
const YEAR_SECONDS = 365 * 24 * 60 * 60;

// why two names: browsers take the prefix only over https, and a development server has none.
const cookieName = (): string => (isSecure() ? '__Host-thiet_bi' : 'thiet_bi');

/** The device number in a Cookie header; undefined when the browser has none, or one that we did not make. */
function readDevice(header: string | null): string | undefined {
  const start = `${cookieName()}=`;
  const pairs = (header ?? '').split(';').map((pair) => pair.trim());
  const value = pairs.find((pair) => pair.startsWith(start))?.slice(start.length) ?? '';
  return DEVICE.test(value) ? value : undefined;
}

const hashOfDevice = (device: string): string => keyedHash('device', device);

/** Keyed hash of the device that asks; undefined for a browser that has not signed in or registered here before. */
export function deviceHashOf(request: Request): string | undefined {
  const device = readDevice(request.headers.get('Cookie'));
  return device === undefined ? undefined : hashOfDevice(device);
}

/**
 * The device that asks, with a number for one that has none yet.
 * @returns its keyed hash, and the Set-Cookie header that keeps the number for a year from now
 */
export function keepDevice(request: Request): { readonly deviceHash: string; readonly setCookie: string } {
  const device = readDevice(request.headers.get('Cookie')) ?? randomBytes(16).toString('hex');
  const secure = isSecure() ? '; Secure' : '';
  return {
    deviceHash: hashOfDevice(device),
    setCookie: `${cookieName()}=${device}; Path=/; Max-Age=${YEAR_SECONDS}; HttpOnly; SameSite=Lax${secure}`,
  };
}

/** Headers of an answer that keeps the device's number, beside those that it has already. */
export function withDevice(setCookie: string, headers: Readonly<Record<string, string>> = {}): Headers {
  const all = new Headers(headers);
  all.append('Set-Cookie', setCookie);
  return all;
}

/** Keyed hashes of the networks an address lies in. */
export interface NetworkHashes {
  /** IPv4 /24, IPv6 /48: about a school, an office, a mast. */
  readonly near: string;
  /** IPv4 /16, IPv6 /32: about a provider. */
  readonly wide: string;
}

/** The eight groups of an IPv6 address, in full; the address must be one. */
function groupsOf(address: string): string[] {
  const [bare = ''] = address.split('%');
  const [head = '', tail] = bare.split('::');
  const split = (text: string | undefined): string[] => (text ? text.split(':') : []);
  const [before, after] = [split(head), split(tail)];
  const missing = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  return [...before, ...Array.from({ length: missing }, () => '0'), ...after].map((group) =>
    group.toLowerCase().replace(/^0+(?=.)/u, ''),
  );
}

/** An IPv4 address that came in the clothes of an IPv6 one ("::ffff:203.0.113.7"), as itself. */
const plainAddress = (address: string): string => address.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/iu, '');

/** Keyed hashes of the networks that an address lies in. What is no address at all counts as one network of its own. */
export function networkHashesOf(clientAddress: string): NetworkHashes {
  const address = plainAddress(clientAddress.trim());
  if (isIPv4(address)) {
    const bytes = address.split('.');
    return {
      near: keyedHash('network', `4/24:${bytes.slice(0, 3).join('.')}`),
      wide: keyedHash('network', `4/16:${bytes.slice(0, 2).join('.')}`),
    };
  }
  if (isIPv6(address)) {
    const groups = groupsOf(address);
    return {
      near: keyedHash('network', `6/48:${groups.slice(0, 3).join(':')}`),
      wide: keyedHash('network', `6/32:${groups.slice(0, 2).join(':')}`),
    };
  }
  return { near: keyedHash('network', 'unknown/near'), wide: keyedHash('network', 'unknown/wide') };
}
