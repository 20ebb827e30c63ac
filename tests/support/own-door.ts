// The server's door on a port of its own, with an application behind it that only says whether it was asked.
import { connect, type AddressInfo, type Socket } from 'node:net';
import { request as httpRequest, type IncomingHttpHeaders, type OutgoingHttpHeaders, type Server } from 'node:http';
import type { RequestHandler } from 'express';
import { createDoor } from '#app/cli/door/door.ts';
import { createPatientServer } from '#app/cli/serve.ts';

export interface DoorAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** What a request is made of; headers exactly as given, nothing added but Host. */
interface Ask {
  readonly method?: string;
  readonly headers?: OutgoingHttpHeaders;
  readonly body?: string | Buffer;
}

/** A door that listens. */
export interface OwnDoor {
  readonly port: number;
  /** Paths that the application behind the door was asked for, with the method. */
  readonly asked: string[];
  ask(path: string, what?: Ask): Promise<DoorAnswer>;
  /** Sends bytes as they are, and gives back everything that comes until the line is closed or so many ms have passed. */
  raw(bytes: string, waitMs?: number): Promise<string>;
  socket(): Promise<Socket>;
  close(): Promise<void>;
}

/** Opens a door. @param application what answers behind it; by default it says "behind the door" */
export async function openDoor(application?: RequestHandler): Promise<OwnDoor> {
  const asked: string[] = [];
  const app = createDoor((request, response, next) => {
    asked.push(`${request.method} ${request.path}`);
    if (application) application(request, response, next);
    else response.type('text/html; charset=utf-8').send('<p>behind the door</p>');
  });
  const server: Server = createPatientServer(app).listen(0, '127.0.0.1');
  await new Promise((done) => server.once('listening', done));
  const { port } = server.address() as AddressInfo;
  const socket = (): Promise<Socket> =>
    new Promise((done, failed) => {
      const line = connect(port, '127.0.0.1', () => done(line));
      line.once('error', failed);
    });
  return {
    port,
    asked,
    socket,
    ask: (path, { method = 'GET', headers = {}, body } = {}) =>
      new Promise((done, failed) => {
        const length = body === undefined ? {} : { 'Content-Length': Buffer.byteLength(body) };
        const sent = httpRequest(
          { host: '127.0.0.1', port, path, method, headers: { Host: `127.0.0.1:${port}`, ...length, ...headers } },
          (answer) => {
            const pieces: Buffer[] = [];
            answer.on('data', (piece: Buffer) => pieces.push(piece));
            answer.on('end', () =>
              done({
                status: answer.statusCode ?? 0,
                headers: answer.headers,
                body: Buffer.concat(pieces).toString('utf8'),
              }),
            );
          },
        );
        sent.once('error', failed);
        sent.end(body);
      }),
    async raw(bytes, waitMs = 3_000) {
      const line = await socket();
      let said = '';
      line.on('data', (piece) => (said += piece.toString('utf8')));
      line.on('error', () => undefined);
      line.write(bytes);
      await new Promise<void>((done) => {
        const timer = setTimeout(done, waitMs);
        line.once('close', () => {
          clearTimeout(timer);
          done();
        });
      });
      line.destroy();
      return said;
    },
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}
