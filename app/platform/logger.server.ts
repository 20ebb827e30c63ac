import { pino } from 'pino';
import { env } from './env.server.ts';

/**
 * An error as the log has it. What the database client says of a call that is wrong repeats the call with all that was to be stored:
 * of that only the last sentence stays, which says what was wrong, and where it came from.
 */
function errorLine(error: Error): object {
  const told = pino.stdSerializers.err(error);
  if (told.type !== 'PrismaClientValidationError') return told;
  const message =
    error.message
      .trim()
      .split(/\n\s*\n/u)
      .at(-1) ?? '';
  const stack = told.stack
    .split('\n')
    .filter((line) => /^\s+at /u.test(line))
    .join('\n');
  return { ...told, message, stack };
}

/** Structured log (JSON lines, UTC). Never given answers, keys, passwords or names. */
export const logger = pino({
  level: env().LOG_LEVEL,
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  redact: ['password', '*.password', 'cookie', '*.cookie', 'authorization', '*.authorization'],
  serializers: { err: errorLine },
});
