const HEARTBEAT_MS = 20_000;
/** A stream ends by itself, and the browser opens the next one: so nobody holds one with rights that have gone since. */
const LONGEST_MS = 15 * 60_000;

/**
 * A stream of server-sent events of one name.
 * @param start begins to send; gives back how to stop, or undefined to refuse the stream
 * @returns undefined when it was refused
 */
export async function eventStream(
  signal: AbortSignal,
  name: string,
  start: (tell: (data: object) => void) => Promise<(() => void) | undefined>,
): Promise<Response | undefined> {
  const encoder = new TextEncoder();
  const early: string[] = [];
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  const send = (text: string): void => {
    if (controller) controller.enqueue(encoder.encode(text));
    else early.push(text);
  };
  const stop = await start((data) => send(`event: ${name}\ndata: ${JSON.stringify(data)}\n\n`));
  if (!stop) return undefined;
  let end = (): void => undefined;
  const body = new ReadableStream<Uint8Array>({
    start(opened) {
      controller = opened;
      for (const text of early) opened.enqueue(encoder.encode(text));
      const heartbeat = setInterval(() => send(': still here\n\n'), HEARTBEAT_MS);
      const limit = setTimeout(() => end(), LONGEST_MS);
      end = () => {
        end = () => undefined;
        clearInterval(heartbeat);
        clearTimeout(limit);
        stop();
        controller = undefined;
        early.length = 0;
        try {
          opened.close();
        } catch {
          // why nothing: the browser had closed it already.
        }
      };
      if (signal.aborted) end();
      else signal.addEventListener('abort', () => end(), { once: true });
    },
    cancel() {
      end();
    },
  });
  const headers = {
    'Content-Type': 'text/event-stream; charset=utf-8',
    // why no-transform: compression would hold the events back.
    'Cache-Control': 'no-store, no-transform',
    'X-Accel-Buffering': 'no',
  };
  return new Response(body, { headers });
}
