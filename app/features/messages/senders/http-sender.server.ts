import type { Outcome } from '#app/domain/messages/delivery.ts';
import { internationalPhone, oneLine } from '#app/domain/messages/recipient.ts';
import type { Envelope, MessageSender } from './message-sender.ts';

interface HttpSettings {
  readonly url: string;
  /** Sent as "Authorization: Bearer …", or in the header that is named. */
  readonly token?: string | undefined;
  readonly tokenHeader?: string | undefined;
  /** JSON in which {{recipient}}, {{international}}, {{text}}, {{id}} and values of the message are filled in. */
  readonly template: string;
  readonly timeoutMs?: number;
}

const TIMEOUT_MS = 10_000;
/** Answers that a later try may get differently. */
const PASSING = new Set([408, 425, 429]);

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/**
 * Sends by a gateway that takes JSON over HTTPS: an SMS gateway, or a Zalo notification service. Only the address that is set is
 * asked: no redirect is followed.
 * @throws where the template is no JSON, or the address is not https and not this machine
 */
export function httpSender(settings: HttpSettings): MessageSender {
  const url = new URL(settings.url);
  const isLocal = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLocal)) {
    throw new Error('Địa chỉ cổng tin nhắn phải bắt đầu bằng https://');
  }
  const template = JSON.parse(settings.template) as Json;
  const header = settings.tokenHeader ?? 'Authorization';
  const token =
    settings.token === undefined ? undefined : settings.tokenHeader ? settings.token : `Bearer ${settings.token}`;
  return {
    name: 'http',
    async send(envelope: Envelope): Promise<Outcome> {
      try {
        const answer = await fetch(url, {
          method: 'POST',
          redirect: 'manual',
          headers: {
            'Content-Type': 'application/json',
            'Idempotency-Key': envelope.id,
            ...(token === undefined ? {} : { [header]: token }),
          },
          body: JSON.stringify(filled(template, valuesOf(envelope))),
          signal: AbortSignal.timeout(settings.timeoutMs ?? TIMEOUT_MS),
        });
        // why not read: it is of no use here, and has no limit.
        await answer.body?.cancel();
        return outcomeOf(answer.status);
      } catch (error) {
        const isLate = error instanceof Error && error.name === 'TimeoutError';
        return { kind: 'failed', error: isLate ? 'timeout' : 'unreachable' };
      }
    },
  };
}

function outcomeOf(status: number): Outcome {
  if (status >= 200 && status < 300) return { kind: 'sent' };
  // why 3xx is failed: somebody has changed the gateway, and the operator will set its new address.
  const isFinal = status >= 400 && status < 500 && !PASSING.has(status) && status !== 401 && status !== 403;
  return { kind: isFinal ? 'refused' : 'failed', error: `http ${status}` };
}

const valuesOf = ({ id, recipient, text, subject, values }: Envelope): Readonly<Record<string, string>> => ({
  ...values,
  id,
  recipient,
  international: internationalPhone(recipient),
  text,
  subject: oneLine(subject),
});

/** Fills texts of the template in; as they are filled in after it was parsed, none of them can become more than a text. */
function filled(template: Json, values: Readonly<Record<string, string>>): Json {
  if (typeof template === 'string') {
    return template.replace(/\{\{(\w{1,30})\}\}/gu, (_, name: string) =>
      Object.hasOwn(values, name) ? (values[name] ?? '') : '',
    );
  }
  if (Array.isArray(template)) return template.map((part) => filled(part, values));
  if (template === null || typeof template !== 'object') return template;
  return Object.fromEntries(Object.entries(template).map(([key, part]) => [key, filled(part, values)]));
}
