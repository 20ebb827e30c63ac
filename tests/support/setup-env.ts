// Runs before each test file, and before it imports anything: the application reads its settings once.
import { inject } from 'vitest';

const { folder, ...base } = inject('testBase');
// why the process id beside the pool id: a worker that is being replaced may not be gone yet.
const name = `worker_${process.env['VITEST_POOL_ID'] ?? '0'}_${process.pid}`;

process.env['NODE_ENV'] = 'test';
process.env['LOG_LEVEL'] = 'silent';
process.env['DATA_DIR'] = `${folder}/${name}`;
if (base.engine === 'sqlite') {
  process.env['DATABASE_URL'] = `file:${folder}/${name}.db`;
} else {
  const url = new URL(base.server);
  url.pathname = `/${base.base}_${name}`;
  process.env['DATABASE_URL'] = url.href;
}
