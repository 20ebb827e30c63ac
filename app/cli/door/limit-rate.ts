import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { RATES, rateOf, type Rate } from './rates.ts';
import { refuseRequest } from './refuse-request.ts';

/** The network of an address: the address itself, or the half of an IPv6 address that a household or a phone is given. */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/u, '');
  if (!plain.includes(':')) return plain;
  const [head = '', tail] = plain.split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const missing = tail === undefined ? [] : Array.from({ length: 8 - left.length - right.length }, () => '0');
  return [...left, ...missing, ...right].slice(0, 4).join(':');
}

/** What the browser sends as its session, whether it is any good or not: a made-up one is still counted by its network. */
export const sessionOf = (cookie: string | undefined): string | undefined =>
  /(?:^|;\s*)(?:__Host-)?tim_hieu=([^;\s]{1,200})/u.exec(cookie ?? '')?.[1];

interface Counter {
  readonly session: RateLimiterMemory;
  readonly network: RateLimiterMemory;
  /** How many of a session are under way. */
  readonly underWay: Map<string, number>;
}

const counterOf = (rate: Rate): Counter => ({
  session: new RateLimiterMemory({ points: rate.perSession, duration: rate.seconds }),
  network: new RateLimiterMemory({ points: rate.perNetwork, duration: rate.seconds }),
  underWay: new Map(),
});

/** @returns how many seconds to wait; 0 where there is one left */
async function take(limiter: RateLimiterMemory, key: string): Promise<number> {
  try {
    await limiter.consume(key);
    return 0;
  } catch (refusal) {
    // why let through otherwise: counting in memory fails for no other reason, and a fault of ours closes no page.
    return refusal instanceof RateLimiterRes ? Math.max(1, Math.ceil(refusal.msBeforeNext / 1_000)) : 0;
  }
}

function occupy(counter: Counter, key: string, atOnce: number, response: Response): boolean {
  const count = counter.underWay.get(key) ?? 0;
  if (count >= atOnce) return false;
  counter.underWay.set(key, count + 1);
  response.once('close', () => {
    const left = (counter.underWay.get(key) ?? 1) - 1;
    if (left <= 0) counter.underWay.delete(key);
    else counter.underWay.set(key, left);
  });
  return true;
}

/** @returns how many seconds this request has to wait; 0 where it is let through */
async function secondsToWait(rate: Rate, counter: Counter, request: Request, response: Response): Promise<number> {
  const session = sessionOf(request.headers.cookie);
  const wait = await take(counter.network, networkOf(request.ip ?? 'unknown'));
  // why the network alone where there is no session: a school's visitors would be one person.
  if (wait > 0 || session === undefined) return wait;
  const own = await take(counter.session, session);
  if (own > 0 || rate.atOnce === undefined) return own;
  return occupy(counter, session, rate.atOnce, response) ? 0 : 2;
}

/**
 * Holds what is expensive to the table of rates: by network first, so that nobody fills the memory with sessions that do not
 * exist, then by session. In memory: each process counts for itself, and a restart forgives.
 */
export function limitRate(): RequestHandler {
  const counters = new Map(RATES.map((rate) => [rate.name, counterOf(rate)]));
  const judge = async (request: Request, response: Response, next: NextFunction): Promise<void> => {
    const rate = rateOf(request.method, request.path, new URL(request.originalUrl, 'http://localhost').searchParams);
    const counter = rate && counters.get(rate.name);
    if (!rate || !counter) return next();
    const seconds = await secondsToWait(rate, counter, request, response);
    if (seconds === 0) return next();
    response.set('Retry-After', String(seconds));
    const sentence = `Quá nhiều yêu cầu trong một lúc nên yêu cầu này chưa được thực hiện. Chưa có gì thay đổi. Hãy thử lại sau ${seconds} giây.`;
    refuseRequest(request, response, 429, sentence);
  };
  return (request, response, next) => {
    void judge(request, response, next);
  };
}
