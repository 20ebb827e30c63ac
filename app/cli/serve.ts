import { existsSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { Socket } from 'node:net';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createRequestHandler } from '@remix-run/express';
import type { ServerBuild } from '@remix-run/node';
import type { Express } from 'express';
import { env } from '#app/platform/env.server.ts';
import { createDoor } from './door/door.ts';

/** The server half of the build. */
export const BUILD = resolve('build/server/index.js');

interface Background {
  startBackgroundWork(): void;
  stopBackgroundWork(): Promise<void>;
}

/** Builds the HTTP server around a finished build. */
async function createApp(): Promise<{ app: Express; background: Background }> {
  const build = (await import(pathToFileURL(BUILD).href)) as ServerBuild;
  const app = createDoor(
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
  return { app, background: build.entry.module as unknown as Background };
}

const SENTENCES: Readonly<Record<string, readonly [status: string, sentence: string]>> = {
  HPE_HEADER_OVERFLOW: ['431 Request Header Fields Too Large', 'Phần đầu của yêu cầu quá lớn nên không được nhận.'],
  ERR_HTTP_REQUEST_TIMEOUT: ['408 Request Timeout', 'Yêu cầu đến quá chậm nên không được nhận.'],
};

/** The answer to what is no HTTP request, or none that has come in time. */
function answerBrokenRequest(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const [status, sentence] = SENTENCES[error.code ?? ''] ?? ['400 Bad Request', 'Yêu cầu không đúng.'];
  const body = `${sentence} Chưa có gì thay đổi.\n`;
  const head = [
    `HTTP/1.1 ${status}`,
    'Content-Type: text/plain; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'X-Content-Type-Options: nosniff',
    'Cache-Control: private, no-store',
    'Connection: close',
  ].join('\r\n');
  socket.end(`${head}\r\n\r\n${body}`);
}

/**
 * Makes an HTTP server that does not wait long for anybody: headers within ten seconds, looked at every two.
 * why so long for a whole request: a file of fifty megabytes on a slow line takes minutes; the door holds small bodies to half
 * a minute.
 */
export function createPatientServer(app: Express): Server {
  const server = createServer(
    { headersTimeout: 10_000, requestTimeout: 600_000, connectionsCheckingInterval: 2_000 },
    app,
  );
  server.maxHeadersCount = 100;
  server.on('clientError', answerBrokenRequest);
  return server;
}

/**
 * Serves the built application until SIGTERM or SIGINT; then lets requests under way finish and closes the database.
 * @returns once the port answers
 * @throws with a sentence for the operator when there is no build
 */
export async function serve(): Promise<Server> {
  if (!existsSync(BUILD)) throw new Error('Chưa có bản dựng. Hãy chạy: npm run build');
  const { app, background } = await createApp();
  const server = createPatientServer(app);
  server.listen(env().PORT, env().HOST);
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
