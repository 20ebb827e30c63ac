import { now } from '#app/platform/clock.server.ts';

/**
 * Liveness: the process answers, and what its clock says (ms, UTC). Says nothing about the database, so that a slow one gets
 * nobody restarted.
 */
export const loader = (): Response =>
  Response.json({ status: 'ok', now: now() }, { headers: { 'Cache-Control': 'no-store' } });
