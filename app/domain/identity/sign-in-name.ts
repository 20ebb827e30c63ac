import { tidy } from '../kernel/text.ts';

/**
 * The name to sign in with in its one spelling: a Vietnamese phone number as 0xxxxxxxxx, a user name in lower case.
 * Phone numbers may begin with +84, 84 or 0 and have spaces, dots or dashes; a user name has 4 to 30 plain letters,
 * digits, dots, dashes and underscores, one letter at least: digits alone are a phone number or a slip.
 * @returns undefined when the text is neither
 */
export function signInNameOf(text: string): string | undefined {
  const typed = tidy(text);
  const phone = /^(?:\+?84|0)([2-9]\d{8})$/u.exec(typed.replace(/[\s.-]/gu, ''));
  if (phone) return `0${phone[1]}`;
  return /^(?=.*[a-z])[a-z\d._-]{4,30}$/iu.test(typed) ? typed.toLowerCase() : undefined;
}

/** Whether a name to sign in with is a phone number: these are kept sealed. */
export const isPhone = (signInName: string): boolean => /^0[2-9]\d{8}$/u.test(signInName);

/** A name to sign in with as others see it: of a phone number only what tells two apart who stand in one list. */
export const maskedName = (signInName: string): string =>
  isPhone(signInName) ? `${signInName.slice(0, 2)}•• ••• ${signInName.slice(-3)}` : signInName;
