// The line between the browser and the server, which a test can really cut: a relay that drops every connection and takes none.
import { createServer, connect, type AddressInfo, type Server, type Socket } from 'node:net';
import { once } from 'node:events';

export class Line {
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  #isCut = false;
  /** Answers of the server are thrown away: what was asked is done, and nobody hears of it. */
  #isDeaf = false;

  private constructor(target: URL) {
    this.#server = createServer((socket) => {
      if (this.#isCut) return void socket.destroy();
      const far = connect(Number(target.port), target.hostname);
      for (const end of [socket, far]) {
        this.#sockets.add(end);
        end.on('error', () => end.destroy());
        end.on('close', () => {
          this.#sockets.delete(end);
          socket.destroy();
          far.destroy();
        });
      }
      socket.pipe(far);
      far.on('data', (data) => {
        if (this.#isDeaf) socket.destroy();
        else socket.write(data);
      });
    });
  }

  /** A line to a server, as good as none is needed. */
  static async to(origin: string): Promise<Line> {
    const line = new Line(new URL(origin));
    line.#server.listen(0, '127.0.0.1');
    await once(line.#server, 'listening');
    return line;
  }

  /** The address of the server at the near end of the line. */
  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Cuts every connection and lets none through until mended. */
  cut(): void {
    this.#isCut = true;
    for (const socket of this.#sockets) socket.destroy();
  }

  mend(): void {
    this.#isCut = false;
    this.#isDeaf = false;
  }

  /** Lets requests through and loses all answers until mended. */
  loseAnswers(): void {
    this.#isDeaf = true;
  }

  async close(): Promise<void> {
    this.cut();
    this.#server.close();
    await once(this.#server, 'close').catch(() => undefined);
  }
}
