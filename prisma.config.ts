import { defineConfig } from 'prisma/config';

// why: `prisma generate` looks for a schema-engine binary that it never runs, and would try to download it.
process.env['PRISMA_SCHEMA_ENGINE_BINARY'] ??= process.execPath;

export default defineConfig({ schema: process.env['PRISMA_SCHEMA'] ?? 'prisma/schema.prisma' });
