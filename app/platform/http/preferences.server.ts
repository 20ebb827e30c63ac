import { createCookie } from '@remix-run/node';
import { z } from 'zod';
import { isSecure } from '#app/platform/env.server.ts';

/** How a person wants pages to look; kept in a cookie that says nothing about the person. */
export const Preferences = z.object({
  theme: z.enum(['auto', 'light', 'dark']).catch('auto'),
  textSize: z.enum(['100', '125', '150']).catch('100'),
  locale: z.enum(['vi', 'en']).catch('vi'),
});

export type Preferences = z.infer<typeof Preferences>;

// why made at each use: whether browsers reach us over https is read from the settings, which are read late.
const cookie = () =>
  createCookie(isSecure() ? '__Host-display' : 'display', {
    path: '/',
    sameSite: 'lax',
    maxAge: 365 * 24 * 3600,
    httpOnly: true,
    secure: isSecure(),
  });

/** The preferences of a request; the defaults where it has none or broken ones. */
export async function readPreferences(request: Request): Promise<Preferences> {
  const stored: unknown = await cookie().parse(request.headers.get('Cookie'));
  return Preferences.parse(typeof stored === 'object' && stored !== null ? stored : {});
}

/** The Set-Cookie header that keeps these preferences. */
export const keepPreferences = (preferences: Preferences): Promise<string> => cookie().serialize(preferences);
