import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import type { Server } from 'node:http';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createRequestHandler } from '@remix-run/express';
import type { ServerBuild } from '@remix-run/node';
import compression from 'compression';
import express, { type NextFunction, type Request, type Response } from 'express';
import { env } from '#app/platform/env.server.ts';
import { checkOrigin } from '#app/platform/http/check-origin.server.ts';
import { dataHeaders, securityHeaders } from '#app/platform/http/security-headers.server.ts';
import { logger } from '#app/platform/logger.server.ts';
import { bodyLimitOf } from './body-limits.ts';

/** The server half of the build. */
export const BUILD = resolve('build/server/index.js');
/** The largest body that any form of ours sends is far below; Remix would read any size into memory. */

/** Takes the service worker and its copies off a device; what waits to be sent is not in them. */
const NO_SERVICE_WORKER = `self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil((async () => {
  await Promise.all((await caches.keys()).map((name) => caches.delete(name)));
  await self.registration.unregister();
})()));
`;

interface Background {
  startBackgroundWork(): void;
  stopBackgroundWork(): Promise<void>;
}

function plainError(response: Response, status: number, sentence: string): void {
  response
    .status(status)
    .type('text/plain; charset=utf-8')
    .send(`${sentence}\nMã yêu cầu: ${response.locals['requestId'] as string}\n`);
}

/** Whether the answer is data for scripts or an asset, never shown as a page. */
const isData = ({ path, headers }: Request): boolean =>
  path.startsWith('/assets/') ||
  path.endsWith('.data') ||
  path === '/__manifest' ||
  headers['content-type'] === 'application/json';

function prepare(request: Request, response: Response, next: NextFunction): void {
  const started = performance.now();
  const nonce = randomBytes(16).toString('base64');
  const requestId = randomUUID();
  Object.assign(response.locals, { nonce, requestId });
  response.set(isData(request) ? dataHeaders() : securityHeaders(nonce));
  // why not on assets: nobody asks about one, and each header travels with each file.
  if (!request.path.startsWith('/assets/')) response.set('X-Request-Id', requestId);
  // why: what a page shows to one person must not come out of a shared phone's cache for the next.
  if (request.path.endsWith('.data')) response.set('Cache-Control', 'private, no-store');
  response.on('finish', () => {
    const ms = Math.round(performance.now() - started);
    // why the path without its query: a query may hold what somebody searched for.
    logger.info({ requestId, method: request.method, path: request.path, status: response.statusCode, ms }, 'request');
  });
  next();
}

/** A body of a form is here within this time, or the line is closed. */
const FORM_BYTES = 256 * 1024;
const FORM_MS = 30_000;

function guardPosts(request: Request, response: Response, next: NextFunction): void {
  if (request.method === 'GET' || request.method === 'HEAD') return next();
  const length = Number(request.headers['content-length'] ?? Number.NaN);
  if (!Number.isFinite(length)) return plainError(response, 411, 'Yêu cầu thiếu độ dài nên không được nhận.');
  if (length > bodyLimitOf(request.path))
    return plainError(response, 413, 'Dữ liệu gửi lên quá lớn nên không được nhận. Chưa có gì thay đổi.');
  if (length <= FORM_BYTES) {
    const late = setTimeout(() => request.destroy(), FORM_MS);
    request.once('end', () => clearTimeout(late)).once('close', () => clearTimeout(late));
  }
  const ownHost = env().APP_ORIGIN ? new URL(env().APP_ORIGIN as string).host : request.headers.host;
  if (!checkOrigin(request.headers, ownHost)) {
    return plainError(
      response,
      403,
      'Yêu cầu đến từ một trang khác nên bị từ chối. Chưa có gì thay đổi. Hãy mở lại trang này và thử lại.',
    );
  }
  next();
}

/** Builds the HTTP server around a finished build. */
async function createApp(): Promise<{ app: express.Express; background: Background }> {
  const build = (await import(pathToFileURL(BUILD).href)) as ServerBuild;
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', env().TRUSTED_PROXIES);
  app.set('query parser', 'simple');
  app.use(prepare);
  app.use(compression({ threshold: 512 }));
  // why no validators: a file with a hash in its name never changes, and headers that ask so cost every phone two kilobytes.
  const forever = { immutable: true, maxAge: '1y', etag: false, lastModified: false, acceptRanges: false } as const;
  app.use('/assets', express.static('build/client/assets', { ...forever, fallthrough: false }));
  app.get('/sw.js', (_request, response, next) => {
    response.set('Cache-Control', 'no-cache');
    if (env().SERVICE_WORKER === '1') return next();
    response.type('text/javascript').send(NO_SERVICE_WORKER);
  });
  app.use(express.static('build/client', { maxAge: '1h', index: false }));
  app.use(guardPosts);
  app.all(
    '*',
    createRequestHandler({
      build,
      mode: 'production',
      getLoadContext: (request, response) => ({
        nonce: response.locals['nonce'] as string,
        requestId: response.locals['requestId'] as string,
        clientAddress: request.ip ?? 'unknown',
      }),
    }),
  );
  app.use((error: unknown, _request: Request, response: Response, _next: NextFunction) => {
    const status = typeof error === 'object' && error !== null && 'status' in error ? Number(error.status) : 500;
    if (status >= 500)
      logger.error({ err: error, requestId: response.locals['requestId'] as string }, 'the server failed');
    if (response.headersSent) return response.destroy();
    if (status === 404) return plainError(response, 404, 'Không tìm thấy tệp này.');
    if (status < 500) return plainError(response, 400, 'Địa chỉ hoặc yêu cầu không đúng. Chưa có gì thay đổi.');
    plainError(
      response,
      500,
      'Hệ thống gặp sự cố. Những câu trả lời đã báo “Đã lưu” vẫn còn. Hãy thử lại sau ít phút.',
    );
  });
  return { app, background: build.entry.module as unknown as Background };
}

/**
 * Serves the built application until SIGTERM or SIGINT; then lets requests under way finish and closes the database.
 * @returns once the port answers
 * @throws with a sentence for the operator when there is no build
 */
export async function serve(): Promise<Server> {
  if (!existsSync(BUILD)) throw new Error('Chưa có bản dựng. Hãy chạy: npm run build');
  const { app, background } = await createApp();
  const server = app.listen(env().PORT, env().HOST);
  server.headersTimeout = 10_000;
  // why so long: a file of fifty megabytes on a slow line takes minutes; small bodies are held to half a minute above.
  server.requestTimeout = 600_000;
  await new Promise<void>((done, failed) => server.once('listening', done).once('error', failed));
  background.startBackgroundWork();
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    server.close(() => void background.stopBackgroundWork().then(() => process.exit(0)));
    server.closeIdleConnections();
    setTimeout(() => process.exit(1), 10_000).unref();
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  return server;
}
