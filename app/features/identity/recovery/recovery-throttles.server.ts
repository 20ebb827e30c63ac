import { createKeptThrottle, createThrottle } from '#app/platform/rate-limit.server.ts';

/** Codes that one person may give: enough for a line of people on a contest day. */
export const codesByIssuer = createKeptThrottle({ name: 'codes-given', tries: 60, seconds: 60 * 60 });

/** Tries of codes for one name to sign in with, over all its codes. */
export const codeTriesByName = createKeptThrottle({ name: 'code-tries', tries: 15, seconds: 15 * 60 });

/** Tries of codes from one address, behind which a whole school may sit. */
export const codeTriesByAddress = createThrottle({ tries: 120, seconds: 15 * 60 });

/** Codes that are asked for by one name: each may be a message that costs money. */
export const requestsByName = createKeptThrottle({ name: 'code-requests', tries: 3, seconds: 60 * 60 });

/** Codes that are asked for from one address. */
export const requestsByAddress = createThrottle({ tries: 60, seconds: 60 * 60 });

/** Codes to verify an address that one person asks for. */
export const verificationsByPerson = createKeptThrottle({ name: 'verifications', tries: 5, seconds: 60 * 60 });
