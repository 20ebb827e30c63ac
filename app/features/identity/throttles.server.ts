import { createKeptThrottle, createThrottle } from '#app/platform/rate-limit.server.ts';

/** Wrong passwords of somebody who is signed in already, when changing it or proving again who they are. */
export const triesByName = createKeptThrottle({ name: 'own-password', tries: 10, seconds: 15 * 60 });

/** Tries from one address; wide, as a whole school shares one, and in memory, as honest tries are to cost no writing. */
export const triesByAddress = createThrottle({ tries: 300, seconds: 60 });

/**
 * Names for which a wrong password came from one network within a quarter of an hour: a school of 300 where one in two slips
 * stays far below, who tries a stolen list of names is through with it at once.
 */
export const wrongNamesNear = createKeptThrottle({ name: 'wrong-names-near', tries: 200, seconds: 15 * 60 });

/** The same for a whole provider, behind whose few addresses half a province may sit. */
export const wrongNamesWide = createKeptThrottle({ name: 'wrong-names-wide', tries: 4_000, seconds: 15 * 60 });
