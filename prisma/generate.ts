// Generates both clients from the one schema: `npm run db:generate`.
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { forEngine, readSchema } from './engines.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const postgresqlSchema = `${here}.postgresql.prisma`;
mkdirSync(`${here}generated`, { recursive: true });
writeFileSync(postgresqlSchema, forEngine(readSchema(), 'postgresql'));
try {
  for (const schema of [`${here}schema.prisma`, postgresqlSchema]) {
    execFileSync('npx', ['prisma', 'generate'], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, PRISMA_SCHEMA: schema, PRISMA_HIDE_UPDATE_MESSAGE: '1' },
    });
  }
} finally {
  rmSync(postgresqlSchema, { force: true });
}
