import { resolve } from 'node:path';

// The process is always started at the top of the project (npm scripts do that), also from a bundle under build/.
const TOP = process.cwd();

/** Folder of lessons, items, facts, units and contests. */
export const CONTENT_DIR = resolve(TOP, process.env['CONTENT_DIR'] ?? 'content');

/** Folder of the migrations, one subfolder an engine. */
export const MIGRATIONS_DIR = resolve(TOP, 'prisma/migrations');

/** Folder of the embedded database and of what the installation generates for itself. */
export const DATA_DIR = resolve(TOP, process.env['DATA_DIR'] ?? 'data');
