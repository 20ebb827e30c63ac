import { z } from 'zod';
import { UNIT_ACTS, type UnitAct } from './unit-acts.ts';

export type { UnitAct };

export const isUnitAct = (text: string | undefined): text is UnitAct =>
  (UNIT_ACTS as readonly (string | undefined)[]).includes(text);

const text = (most: number) => z.string().max(most).catch('');
const ids = z
  .union([z.string().max(120), z.array(z.string().max(120)).max(60)])
  .transform((value) => (Array.isArray(value) ? value : [value]))
  .catch([]);

/** Every form that changes a unit; each act looks at the fields that it has. */
export const UnitActForm = z.object({
  intent: z.enum(['find-unit', 'preview', 'confirm'], { error: 'invalid' }),
  seen: text(64),
  day: text(20),
  reason: text(2_000),
  name: text(400),
  kind: text(40),
  block: text(200),
  code: text(20),
  guidance: text(4_000),
  takesPeople: text(5),
  /** The other unit that is chosen: the new parent, or who takes the units below. */
  unitId: text(120),
  unitQuery: text(200),
  /** The units that are merged with this one. */
  with: ids,
  into: text(120),
  parts: text(8_000),
  main: text(20),
});
export type UnitActForm = z.output<typeof UnitActForm>;
