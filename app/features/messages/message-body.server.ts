import { z } from 'zod';
import { seal, unseal } from '#app/platform/sealed-field.server.ts';

const Body = z.object({
  subject: z.string(),
  text: z.string(),
  values: z.record(z.string(), z.string()),
  expiresAt: z.number().optional(),
});

/** What a message says, and from when on it is of no use any more. */
export type MessageBody = z.infer<typeof Body>;

const recipientPlace = (id: string): string => `OutgoingMessage.recipient:${id}`;
const bodyPlace = (id: string): string => `OutgoingMessage.body:${id}`;

/** A message's recipient and body, each sealed for its place. */
export const sealMessage = (id: string, recipient: string, body: MessageBody) => ({
  recipient: seal(recipient, recipientPlace(id)),
  body: seal(JSON.stringify(body), bodyPlace(id)),
});

/** To whom a message goes; undefined where the seal does not open. */
export const openRecipient = ({ id, recipient }: { id: string; recipient: string }): string | undefined =>
  unseal(recipient, recipientPlace(id));

/** What a message says; undefined where the seal does not open, or the body was taken out. */
export function openBody({ id, body }: { id: string; body: string }): MessageBody | undefined {
  const text = unseal(body, bodyPlace(id));
  return text === undefined ? undefined : Body.parse(JSON.parse(text));
}
