import { z } from 'zod';
import { newPassword } from './register.schema.ts';

/** Whether the full name stands on boards; a box that is not ticked sends nothing. */
export const BoardNameForm = z.strictObject(
  { intent: z.literal('board-name'), showsFullName: z.literal('yes').optional() },
  { error: 'unknownField' },
);

export const PasswordForm = z.strictObject(
  {
    intent: z.literal('password'),
    currentPassword: z
      .string({ error: 'currentPasswordMissing' })
      .min(1, 'currentPasswordMissing')
      .max(500, 'currentPasswordMissing'),
    newPassword,
  },
  { error: 'unknownField' },
);
