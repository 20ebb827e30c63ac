import { createThrottle } from '#app/platform/rate-limit.server.ts';

/** Wrong passwords for one account name. */
export const triesByName = createThrottle({ tries: 10, seconds: 15 * 60 });

/** Tries from one address; wide, as a whole school shares one. */
export const triesByAddress = createThrottle({ tries: 300, seconds: 60 });
