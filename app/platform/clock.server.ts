import type { Instant } from '#app/domain/kernel/time.ts';

/** The server's clock. A route or a command asks it once and passes the instant down; nothing below reads a clock. */
export const now = (): Instant => Date.now();
