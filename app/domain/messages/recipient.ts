/**
 * An e-mail address as it is kept: the domain in lower case. Only what mailboxes of people look like: one @, plain letters,
 * no quotes, no comments, and nothing that could end a header.
 * @returns undefined where the text is no such address
 */
export function emailAddressOf(text: string): string | undefined {
  const typed = text.normalize('NFC').trim();
  if (typed.length > 254) return undefined;
  const match =
    /^([a-z\d](?:[a-z\d._%+-]{0,62}[a-z\d_+-])?)@((?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+[a-z]{2,24})$/iu.exec(typed);
  if (!match || typed.includes('..')) return undefined;
  return `${match[1]}@${match[2]?.toLowerCase()}`;
}

/** An address as others than its owner see it: "n•••@d•••.vn". */
export function maskedEmail(address: string): string {
  const [mailbox = '', host = ''] = address.split('@');
  return `${mailbox.slice(0, 1)}•••@${host.slice(0, 1)}•••${host.slice(host.lastIndexOf('.'))}`;
}

/** A phone number as others than its owner see it: "09•• ••• 123". */
export const maskedPhone = (phone: string): string => `${phone.slice(0, 2)}•• ••• ${phone.slice(-3)}`;

/** A recipient of either kind, masked. */
export const maskedRecipient = (recipient: string): string =>
  recipient.includes('@') ? maskedEmail(recipient) : maskedPhone(recipient);

/** A text on one line, without anything that could end a header: for subjects. */
export const oneLine = (text: string): string =>
  // why all of them: besides CR and LF, mail programs break lines at other separators as well.
  text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/gu, ' ').trim();

/** A Vietnamese phone number as gateways want it: 84912345678. */
export const internationalPhone = (phone: string): string => phone.replace(/^0/u, '84');
