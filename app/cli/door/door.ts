import { randomBytes, randomUUID } from 'node:crypto';
import compression from 'compression';
import express, { type NextFunction, type Request, type RequestHandler, type Response } from 'express';
import { env } from '#app/platform/env.server.ts';
import {
  dataHeaders,
  POLICY_REPORTS,
  securityHeaders,
  transportHeaders,
} from '#app/platform/http/security-headers.server.ts';
import { logger } from '#app/platform/logger.server.ts';
import { guardAddress, guardPost } from './guard-request.ts';
import { limitRate } from './limit-rate.ts';
import { policyReports } from './policy-reports.ts';
import { refuseRequest } from './refuse-request.ts';
import { wellKnown } from './well-known.ts';

/** Takes the service worker and its copies off a device; what waits to be sent is not in them. */
const NO_SERVICE_WORKER = `self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil((async () => {
  await Promise.all((await caches.keys()).map((name) => caches.delete(name)));
  await self.registration.unregister();
})()));
`;

/** Whether the answer is data for scripts or an asset, never shown as a page. */
const isData = ({ path, headers }: Request): boolean =>
  path.startsWith('/assets/') ||
  path.endsWith('.data') ||
  path === '/__manifest' ||
  headers['content-type'] === 'application/json';

/** What is the same for everybody says for how long it may be kept; everything else is kept by nobody. */
function keepNothing(response: Response): void {
  const { writeHead } = response;
  // why at the last moment: a header that is set before would be joined with the one of the route, not replaced by it.
  response.writeHead = function (this: Response, ...args: Parameters<typeof writeHead>) {
    if (!this.hasHeader('Cache-Control')) this.setHeader('Cache-Control', 'private, no-store');
    return writeHead.apply(this, args);
  } as typeof writeHead;
}

function prepare(request: Request, response: Response, next: NextFunction): void {
  const started = performance.now();
  const nonce = randomBytes(16).toString('base64');
  const requestId = randomUUID();
  Object.assign(response.locals, { nonce, requestId });
  response.set({ ...(isData(request) ? dataHeaders() : securityHeaders(nonce)), ...transportHeaders() });
  // why on the answer of signing out: the next person at this device finds no page of the last one. Answers that wait to be
  // sent are in a storage that this does not touch.
  if (request.method === 'POST' && /^\/sign-out(?:\.data)?$/u.test(request.path)) {
    response.set('Clear-Site-Data', '"cache"');
  }
  // why on assets none of it: nobody asks about one, and each header travels with each file.
  if (!request.path.startsWith('/assets/')) response.set('X-Request-Id', requestId);
  keepNothing(response);
  response.on('finish', () => {
    const ms = Math.round(performance.now() - started);
    // why the path without its query: a query may hold what somebody searched for.
    logger.info({ requestId, method: request.method, path: request.path, status: response.statusCode, ms }, 'request');
  });
  next();
}

const isAnsweredTwice = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_HTTP_HEADERS_SENT';

function answerFault(error: unknown, request: Request, response: Response, _next: NextFunction): void {
  const status = typeof error === 'object' && error !== null && 'status' in error ? Number(error.status) : 500;
  // why not logged: whoever still wrote an answer had not seen that the request was refused while it came in.
  if (response.headersSent && isAnsweredTwice(error)) return;
  if (status >= 500) {
    logger.error({ err: error, requestId: response.locals['requestId'] as string }, 'the server failed');
  }
  if (response.headersSent) return void response.destroy();
  if (status === 404) return refuseRequest(request, response, 404, 'Không tìm thấy tệp này.');
  if (status < 500) {
    return refuseRequest(request, response, 400, 'Địa chỉ hoặc yêu cầu không đúng. Chưa có gì thay đổi.');
  }
  const sentence = 'Hệ thống gặp sự cố. Những câu trả lời đã báo “Đã lưu” vẫn còn. Hãy thử lại sau ít phút.';
  refuseRequest(request, response, 500, sentence);
}

/**
 * The server's door: headers, limits and the check where a request comes from, before the application is asked.
 * @param application answers everything that the door lets in
 */
export function createDoor(application: RequestHandler): express.Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', env().TRUSTED_PROXIES);
  app.set('query parser', 'simple');
  app.use(prepare);
  app.use(guardAddress);
  const limit = limitRate();
  app.all(POLICY_REPORTS, limit, ...policyReports());
  app.use(compression({ threshold: 512 }));
  // why no validators: a file with a hash in its name never changes, and headers that ask so cost every phone two kilobytes.
  const forever = { immutable: true, maxAge: '1y', etag: false, lastModified: false, acceptRanges: false } as const;
  app.use('/assets', express.static('build/client/assets', { ...forever, fallthrough: false, redirect: false }));
  app.get('/sw.js', (_request, response, next) => {
    response.set('Cache-Control', 'no-cache');
    if (env().SERVICE_WORKER === '1') return next();
    response.type('text/javascript').send(NO_SERVICE_WORKER);
  });
  app.use(wellKnown());
  app.use(express.static('build/client', { maxAge: '1h', index: false, redirect: false }));
  // why in this order: a page of somebody else uses up nobody's share.
  app.use(guardPost, limit);
  app.all('*', application);
  app.use(answerFault);
  return app;
}
