import { pino } from 'pino';
import { env } from './env.server.ts';

/** Structured log (JSON lines, UTC). Never given answers, keys, passwords or names. */
export const logger = pino({
  level: env().LOG_LEVEL,
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  redact: ['password', '*.password', 'cookie', '*.cookie', 'authorization', '*.authorization'],
});
