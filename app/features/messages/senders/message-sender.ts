import type { Channel, Outcome } from '#app/domain/messages/delivery.ts';

/** A message as a sender gets it. */
export interface Envelope {
  /** The id of the message: the same at every try, so that a receiver can tell a second copy. */
  readonly id: string;
  readonly channel: Channel;
  /** An e-mail address, or a Vietnamese phone number as 0xxxxxxxxx. */
  readonly recipient: string;
  readonly subject: string;
  readonly text: string;
  /** Parts of the text for gateways that fill in a template of their own: a code, a time. */
  readonly values: Readonly<Record<string, string>>;
}

/** Sends messages of one channel. Never throws: whatever goes wrong is an outcome. */
export interface MessageSender {
  /** "smtp", "http", "outbox": for the page that says by what messages go. */
  readonly name: string;
  send(envelope: Envelope): Promise<Outcome>;
}
