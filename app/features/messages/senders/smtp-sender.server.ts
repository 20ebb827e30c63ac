import { createTransport } from 'nodemailer';
import type { Outcome } from '#app/domain/messages/delivery.ts';
import { composeMail } from './compose-mail.server.ts';
import type { Envelope, MessageSender } from './message-sender.ts';

interface SmtpSettings {
  /** smtp://user:password@host:587 or smtps://… */
  readonly url: string;
  readonly from: string;
  /** How long a server may be silent. */
  readonly timeoutMs?: number;
}

const TIMEOUT_MS = 15_000;

/** Sends mail over SMTP, a connection for each mail: messages are few, and a pool would keep a dead line. */
export function smtpSender({ url, from, timeoutMs = TIMEOUT_MS }: SmtpSettings): MessageSender {
  const server = new URL(url);
  const isLocal = ['localhost', '127.0.0.1', '[::1]'].includes(server.hostname);
  const transport = createTransport({
    host: server.hostname.replace(/^\[|\]$/gu, ''),
    port: Number(server.port) || (server.protocol === 'smtps:' ? 465 : 587),
    secure: server.protocol === 'smtps:',
    // why not on this machine: there is no line that anybody could listen to.
    requireTLS: server.protocol === 'smtp:' && !isLocal,
    ignoreTLS: isLocal && server.protocol === 'smtp:',
    ...(server.username === ''
      ? {}
      : { auth: { user: decodeURIComponent(server.username), pass: decodeURIComponent(server.password) } }),
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    name: 'smtp',
    async send(envelope: Envelope): Promise<Outcome> {
      const mail = composeMail(envelope, from);
      if (!mail) return { kind: 'refused', error: 'recipient' };
      try {
        await transport.sendMail(mail);
        return { kind: 'sent' };
      } catch (error) {
        return outcomeOf(error);
      }
    },
  };
}

/** A code and no words: what servers write often repeats the address. */
function outcomeOf(error: unknown): Outcome {
  const { code, responseCode, command } = (error ?? {}) as {
    code?: unknown;
    responseCode?: unknown;
    command?: unknown;
  };
  const status = typeof responseCode === 'number' ? responseCode : undefined;
  const named = status === undefined ? (typeof code === 'string' ? code : 'error') : `smtp ${status}`;
  // why not at the sign-in: a wrong password of ours says nothing against the recipient, and is mended by the operator.
  const isAboutMail =
    command !== 'CONN' && !(typeof command === 'string' && command.startsWith('AUTH')) && code !== 'EAUTH';
  return status !== undefined && status >= 500 && isAboutMail
    ? { kind: 'refused', error: named }
    : { kind: 'failed', error: named.slice(0, 60) };
}
