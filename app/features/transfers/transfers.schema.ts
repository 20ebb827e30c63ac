import { z } from 'zod';

const id = z.string().max(60);
const typed = z.string().max(2_000);

/** What a person sends about their own unit. */
export const OwnTransferForm = z.object({
  intent: z.enum(['find-unit', 'send', 'confirm', 'withdraw']),
  unitQuery: typed.optional(),
  unitId: z.string().max(100).optional(),
  reason: typed.optional(),
  transferId: id.optional(),
});

/** What those in charge of a unit send about requests, and for their people. */
export const UnitTransferForm = z.object({
  intent: z.enum(['find-person', 'find-unit', 'send', 'agree', 'refuse', 'withdraw']),
  personQuery: typed.optional(),
  accountId: id.optional(),
  unitQuery: typed.optional(),
  unitId: z.string().max(100).optional(),
  reason: typed.optional(),
  transferId: id.optional(),
  side: z.enum(['from', 'to']).optional(),
});
