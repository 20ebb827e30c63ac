/** Liveness: the process answers. Says nothing about the database, so that a slow one gets nobody restarted. */
export const loader = (): Response => Response.json({ status: 'ok' }, { headers: { 'Cache-Control': 'no-store' } });
