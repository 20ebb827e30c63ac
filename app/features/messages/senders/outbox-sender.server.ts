import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import type { Outcome } from '#app/domain/messages/delivery.ts';
import { composeMail } from './compose-mail.server.ts';
import type { Envelope, MessageSender } from './message-sender.ts';

const builder = () => createTransport({ streamTransport: true, buffer: true, newline: 'unix' });

/**
 * Writes each message into a file of its own that only the owner of the process can read, for installations without a mail
 * server, and for the demonstration: a mail as .eml, everything else as .txt.
 */
export function outboxSender({ folder, from }: { folder: string; from: string }): MessageSender {
  return {
    name: 'outbox',
    async send(envelope: Envelope): Promise<Outcome> {
      const mail = envelope.channel === 'email' ? composeMail(envelope, from) : undefined;
      if (envelope.channel === 'email' && !mail) return { kind: 'refused', error: 'recipient' };
      try {
        const body: Buffer | string = mail
          ? ((await builder().sendMail(mail)).message as Buffer)
          : `${envelope.channel} ${envelope.recipient}\n\n${envelope.text}\n`;
        await mkdir(folder, { recursive: true, mode: 0o700 });
        const file = join(folder, `${envelope.id.replace(/[^\w-]/gu, '')}.${mail ? 'eml' : 'txt'}`);
        // why wx: a message that is tried again after a crash is there already, and stays one.
        await writeFile(file, body, { flag: 'wx', mode: 0o600 });
        return { kind: 'sent' };
      } catch (error) {
        const code = (error as NodeJS.ErrnoException).code ?? 'error';
        return code === 'EEXIST' ? { kind: 'sent' } : { kind: 'failed', error: code };
      }
    },
  };
}
