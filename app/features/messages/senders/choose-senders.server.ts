import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Channel } from '#app/domain/messages/delivery.ts';
import { env } from '#app/platform/env.server.ts';
import { DATA_DIR } from '#app/platform/paths.server.ts';
import { httpSender } from './http-sender.server.ts';
import type { MessageSender } from './message-sender.ts';
import { outboxSender } from './outbox-sender.server.ts';
import { smtpSender } from './smtp-sender.server.ts';

export type Senders = Readonly<Partial<Record<Channel, MessageSender>>>;

/** Where messages lie that nobody carries away. */
export const OUTBOX = join(DATA_DIR, 'outbox');

const tokenOf = (file: string | undefined): string | undefined =>
  file === undefined ? undefined : readFileSync(file, 'utf8').trim();

let chosen: Senders | undefined;

/**
 * The senders that the settings name. Without a mail server, mails go into the outbox of the data folder. Text messages have a
 * sender only where a gateway is set, or in the demonstration.
 */
export function senders(): Senders {
  return (chosen ??= chooseSenders());
}

function chooseSenders(): Senders {
  const { SMTP_URL, MAIL_FROM, SMS_URL, SMS_TOKEN_FILE, SMS_TEMPLATE, DEMO } = env();
  const { ZALO_URL, ZALO_TOKEN_FILE, ZALO_TEMPLATE } = env();
  const from = MAIL_FROM ?? 'tim-hieu@localhost';
  const outbox = outboxSender({ folder: OUTBOX, from });
  const sms = SMS_URL && httpSender({ url: SMS_URL, token: tokenOf(SMS_TOKEN_FILE), template: SMS_TEMPLATE });
  const zalo =
    ZALO_URL &&
    ZALO_TEMPLATE &&
    httpSender({
      url: ZALO_URL,
      token: tokenOf(ZALO_TOKEN_FILE),
      tokenHeader: 'access_token',
      template: ZALO_TEMPLATE,
    });
  return {
    email: SMTP_URL ? smtpSender({ url: SMTP_URL, from }) : outbox,
    ...(sms ? { sms } : DEMO === '1' ? { sms: outbox } : {}),
    ...(zalo ? { zalo } : {}),
  };
}
