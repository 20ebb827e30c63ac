import { Router } from 'express';
import { DAY } from '#app/domain/kernel/time.ts';
import { paths } from '#app/paths.ts';
import { now } from '#app/platform/clock.server.ts';
import { env } from '#app/platform/env.server.ts';

/** How long what security.txt says may be relied on. */
const VALID_FOR = 180 * DAY;

/** What programs look for at fixed places: whom to tell about a hole, and where a password is changed. */
export function wellKnown(): Router {
  const router = Router();
  router.get('/.well-known/change-password', (_request, response) => response.redirect(302, paths.account()));
  router.get(['/.well-known/security.txt', '/security.txt'], (_request, response, next) => {
    const { SECURITY_CONTACT, APP_ORIGIN } = env();
    if (SECURITY_CONTACT === undefined) return next();
    const lines = [
      `Contact: ${SECURITY_CONTACT}`,
      `Expires: ${new Date(now() + VALID_FOR).toISOString()}`,
      'Preferred-Languages: vi, en',
      ...(APP_ORIGIN ? [`Canonical: ${new URL('/.well-known/security.txt', APP_ORIGIN).href}`] : []),
    ];
    response.type('text/plain; charset=utf-8').send(`${lines.join('\n')}\n`);
  });
  return router;
}
