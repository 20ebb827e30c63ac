import { seal, unseal } from '#app/platform/sealed-field.server.ts';

const placeOf = (accountId: string): string => `Totp.secret:${accountId}`;

/** The secret of an authenticator app as it is kept. */
export const sealTotp = (secret: string, accountId: string): string => seal(secret, placeOf(accountId));

/** The secret again; undefined where it was sealed for somebody else, or by a secret of the installation that is not held. */
export const unsealTotp = (sealed: string, accountId: string): string | undefined => unseal(sealed, placeOf(accountId));
