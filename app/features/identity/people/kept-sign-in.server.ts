import { maskedPhone } from '#app/domain/messages/recipient.ts';
import { unseal } from '#app/platform/sealed-field.server.ts';

/** A name to sign in with as others see it: a user name whole, a phone number with its middle hidden. */
export function shownSignInName({
  id,
  signInName,
  phoneSealed,
}: {
  id: string;
  signInName: string;
  phoneSealed: string | null;
}): string {
  const phone = phoneSealed === null ? signInName : unseal(phoneSealed, `Account.phoneSealed:${id}`);
  return phone === undefined ? '0••• ••• •••' : /^0\d{9}$/u.test(phone) ? maskedPhone(phone) : signInName;
}
