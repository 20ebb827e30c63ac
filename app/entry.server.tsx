import { PassThrough } from 'node:stream';
import type { ActionFunctionArgs, AppLoadContext, EntryContext, LoaderFunctionArgs } from '@remix-run/node';
import { createReadableStreamFromReadable } from '@remix-run/node';
import { isRouteErrorResponse, RemixServer } from '@remix-run/react';
import { isbot } from 'isbot';
import { renderToPipeableStream } from 'react-dom/server';
import { logger } from './platform/logger.server.ts';
import { NonceProvider } from './ui/nonce.tsx';

export { startBackgroundWork, stopBackgroundWork } from './background.server.ts';

const ABORT_AFTER_MS = 10_000;
export const streamTimeout = ABORT_AFTER_MS - 1_000;

/** Renders a page. People get it as soon as its frame stands, crawlers once it is whole. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  loadContext: AppLoadContext,
): Promise<Response> {
  const ready = isbot(request.headers.get('user-agent') ?? '') ? 'onAllReady' : 'onShellReady';
  return new Promise((resolve, reject) => {
    let responseStatus = status;
    const { pipe, abort } = renderToPipeableStream(
      <NonceProvider value={loadContext.nonce}>
        <RemixServer context={remixContext} url={request.url} nonce={loadContext.nonce} abortDelay={ABORT_AFTER_MS} />
      </NonceProvider>,
      {
        nonce: loadContext.nonce,
        [ready]() {
          const body = new PassThrough();
          headers.set('Content-Type', 'text/html; charset=utf-8');
          // why: pages depend on cookies; without this a shared phone's "back" could show the last person's page.
          if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'private, no-store');
          resolve(new Response(createReadableStreamFromReadable(body), { headers, status: responseStatus }));
          pipe(body);
        },
        onShellError: reject,
        onError(error: unknown) {
          responseStatus = 500;
          logger.error({ err: error, requestId: loadContext.requestId }, 'a page failed to render');
        },
      },
    );
    setTimeout(abort, ABORT_AFTER_MS);
  });
}

/** Unexpected failures of loaders and actions: the log gets the cause, the person a page with the request id. */
export function handleError(error: unknown, { request, context }: LoaderFunctionArgs | ActionFunctionArgs): void {
  if (request.signal.aborted) return;
  // why not these: what was refused has its line already, and who knocks at every door must not bury real faults.
  if (isRouteErrorResponse(error) && error.status < 500) return;
  logger.error({ err: error, requestId: context.requestId, path: new URL(request.url).pathname }, 'a request failed');
}
