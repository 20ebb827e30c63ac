import { z } from 'zod';

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'chỉ gồm chữ thường không dấu, chữ số và dấu gạch nối');
const day = z.iso.date({ error: 'phải là ngày dạng năm-tháng-ngày, ví dụ 2025-07-01' });
const text = z.string().min(1);

/** One unit of a file of content/units. */
const UnitEntry = z.strictObject({
  id,
  /** Id of the unit above; only the root has none. */
  parent: id.optional(),
  name: text.max(200),
  kind: z.enum(['province', 'committee', 'commune', 'ward', 'agency', 'organization', 'school', 'armedForces']),
  block: text.max(120).optional(),
  code: z
    .string()
    .regex(/^\d{5}$/, 'mã gồm 5 chữ số, đặt trong ngoặc kép')
    .optional(),
  validFrom: day.optional(),
  validTo: day.optional(),
  /** People of the unit itself; units that have units below leave it out. */
  people: z.int().min(0).max(10_000_000).optional(),
});

/** A file of content/units: a tree of units, and how many people each of its leaves has. */
export const UnitsFile = z.strictObject({
  /** Day from which units are valid that do not say otherwise. */
  validFrom: day,
  /** What the figures under `people` are. */
  headcount: z.strictObject({ category: z.literal('all'), asOf: day, source: text, sample: z.boolean() }),
  units: z.array(UnitEntry).min(1),
});

export type UnitsFile = z.infer<typeof UnitsFile>;
export type UnitEntry = z.infer<typeof UnitEntry>;

/** The address of a unit search: ?q=… */
export const UnitQuery = z.string().max(200).catch('');
