import { z } from 'zod';
import { instantOfField } from '../local-time.ts';

/** What a field can have against what was typed: the form says it in words. */
export type FieldFaultCode = 'not-a-number' | 'not-a-time' | 'not-a-choice';

/** What a browser sends, as descriptions have it: composed characters, plain ends of lines, nothing that cannot be seen. */
export const plainText = (text: string): string =>
  text
    .normalize('NFC')
    .replaceAll('\r\n', '\n')
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f]/gu, ' ')
    .trim();

const sent = z.string().max(20_000).default('').transform(plainText);

/** A text; undefined where nothing was typed. */
export const textField = sent.transform((text) => (text === '' ? undefined : text));

/** A number, typed with a comma or a point; undefined where nothing was typed. */
export const numberField = sent.transform((text, context) => {
  if (text === '') return undefined;
  const plain = text.replaceAll(/\s/gu, '').replace(',', '.');
  if (/^-?\d{1,12}(\.\d{1,6})?$/u.test(plain)) return Number(plain);
  context.addIssue({ code: 'custom', message: 'not-a-number' satisfies FieldFaultCode });
  return z.NEVER;
});

/** Date and time in Viet Nam; undefined where nothing was typed. */
export const instantField = sent.transform((text, context) => {
  if (text === '') return undefined;
  const instant = instantOfField(text);
  if (instant !== undefined) return instant;
  context.addIssue({ code: 'custom', message: 'not-a-time' satisfies FieldFaultCode });
  return z.NEVER;
});

/** One of some words; undefined where nothing was chosen. */
export const choiceField = <const Word extends string>(words: readonly Word[]) =>
  sent.transform((text, context): Word | undefined => {
    if (text === '') return undefined;
    const word = words.find((each) => each === text);
    if (word !== undefined) return word;
    context.addIssue({ code: 'custom', message: 'not-a-choice' satisfies FieldFaultCode });
    return z.NEVER;
  });

/** A box that is ticked or not. */
export const tickField = z
  .string()
  .optional()
  .transform((text) => text !== undefined && text !== '');

/** Texts: of boxes with one name, or of a list. Empty ones are left out. */
export const textsField = z
  .union([z.array(z.string().max(20_000)).max(1_000), z.string().max(20_000)])
  .default([])
  .transform((value) =>
    [value]
      .flat()
      .map(plainText)
      .filter((text) => text !== ''),
  );

/** How a number stands in a field. */
export const numberText = (value: number | undefined): string =>
  value === undefined ? '' : String(value).replace('.', ',');

/** How a tick stands in a form. */
export const tickText = (value: boolean | undefined): string => (value === true ? 'on' : '');
