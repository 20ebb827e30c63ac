import type { RefusalCode } from '#app/domain/kernel/refusal.ts';
import { statusOf } from './respond.server.ts';

const NO_STORE = { 'Cache-Control': 'no-store' };

/** Data for the scripts of a page; kept by no cache. */
export const jsonAnswer = (value: unknown): Response => Response.json(value, { headers: NO_STORE });

/** A refusal for the scripts of a page: its code, which they turn into the sentence of the person's language. */
export const jsonRefusal = (code: RefusalCode): Response =>
  Response.json({ refusal: code }, { status: statusOf(code), headers: NO_STORE });
