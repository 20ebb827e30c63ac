import { randomBytes } from 'node:crypto';

/** The code of a set that nobody has drawn: short enough to be typed from a printed key. */
export const newSeed = (): string => randomBytes(6).toString('hex');
