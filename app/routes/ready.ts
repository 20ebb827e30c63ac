import { canRead } from '#app/features/operations/index.server.ts';
import { logger } from '#app/platform/logger.server.ts';

const NO_STORE = { 'Cache-Control': 'no-store' };

/** Readiness, for the load balancer: the database answers. */
export async function loader(): Promise<Response> {
  try {
    await canRead();
    return Response.json({ status: 'ok' }, { headers: NO_STORE });
  } catch (error) {
    logger.error({ err: error }, 'the database does not answer');
    return Response.json({ status: 'database-unavailable' }, { status: 503, headers: NO_STORE });
  }
}
