import { z } from 'zod';
import { UNIT_KINDS } from '#app/domain/units/kind.ts';

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'chỉ gồm chữ thường không dấu, chữ số và dấu gạch nối');
const day = z.iso.date({ error: 'phải là ngày dạng năm-tháng-ngày, ví dụ 2025-07-01' });
const text = z.string().min(1);
const name = text.max(200);
const kind = z.enum(UNIT_KINDS);
const block = text.max(120);
const code = z.string().regex(/^(\d{3}|\d{5})$/, 'mã gồm 3 hoặc 5 chữ số, đặt trong ngoặc kép');

/** What a unit was until a day, where it differed from what it is. */
const EarlierVersion = z.strictObject({
  until: day,
  parent: id.optional(),
  name: name.optional(),
  kind: kind.optional(),
  block: block.optional(),
  code: code.optional(),
});

/** One unit of a file of content/units. */
const UnitEntry = z.strictObject({
  id,
  /** Id of the unit above; only the root has none. */
  parent: id.optional(),
  name,
  kind,
  block: block.optional(),
  code: code.optional(),
  validFrom: day.optional(),
  validTo: day.optional(),
  /** What it was before, oldest first. */
  versions: z.array(EarlierVersion).optional(),
  /** Who belongs here and which unit below to choose. */
  guidance: text.max(500).optional(),
  /** People may belong to it although units stand below it. */
  takesPeople: z.boolean().optional(),
  /** People of the unit itself; units that have units below leave it out, unless they take people. */
  people: z.int().min(0).max(10_000_000).optional(),
});

/** Units that one unit came out of. */
const LinkEntry = z.strictObject({
  to: id,
  from: z.array(id).min(1),
  /** false where this is the smaller part of a unit that was split. */
  main: z.boolean().optional(),
  at: day.optional(),
  source: text.optional(),
});

/** A file of content/units: a tree of units, how many people each of its leaves has, and which came out of which. */
export const UnitsFile = z.strictObject({
  /** Days from and to which units are valid that do not say otherwise. */
  validFrom: day,
  validTo: day.optional(),
  /** What the figures under `people` are; only a file without any may leave it out. */
  headcount: z.strictObject({ category: z.literal('all'), asOf: day, source: text, sample: z.boolean() }).optional(),
  units: z.array(UnitEntry).min(1),
  links: z.strictObject({ at: day, source: text, entries: z.array(LinkEntry).min(1) }).optional(),
});

export type UnitsFile = z.infer<typeof UnitsFile>;
export type UnitEntry = z.infer<typeof UnitEntry>;
export type LinkEntry = z.infer<typeof LinkEntry>;

/** The address of a unit search: ?q=… */
export const UnitQuery = z.string().max(200).catch('');
