import type { SendMailOptions } from 'nodemailer';
import { emailAddressOf, oneLine } from '#app/domain/messages/recipient.ts';
import type { Envelope } from './message-sender.ts';

/**
 * The mail of a message: one recipient, plain text. What could end a header is not in it, whoever wrote it.
 * @returns undefined where the recipient is no address
 */
export function composeMail({ id, recipient, subject, text }: Envelope, from: string): SendMailOptions | undefined {
  const address = emailAddressOf(recipient);
  if (address === undefined) return undefined;
  const host = /@([\w.-]+)/u.exec(from)?.[1] ?? 'localhost';
  return {
    from: oneLine(from),
    // why an object: a text would be parsed, and a comma in it would make two recipients.
    to: { name: '', address },
    subject: oneLine(subject),
    text,
    // why the id of the message: a second copy after a cut line is the same mail to every mailbox.
    messageId: `<${id}@${host}>`,
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}
