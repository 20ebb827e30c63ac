import { drawForm, type PoolItem, type Shortfall } from '../contests/draw-form.ts';
import type { Blueprint, RoundKind } from '../contests/contest.ts';
import type { Form, Slot } from '../contests/form.ts';
import { ok, type Result } from '../kernel/result.ts';

/** One printed paper of a set. */
export interface Variant {
  /** "101", "102", …: printed on the paper, on the answer sheet and in the key. */
  readonly code: string;
  readonly form: Form;
}

/** What a set of printed papers is drawn by. */
export interface VariantSet {
  readonly blueprint: Blueprint;
  readonly kind: RoundKind;
  /** The same seed, pool and blueprint give the same papers. */
  readonly seed: string;
  /** How many papers, 1 to MAX_VARIANTS. */
  readonly count: number;
  /** True: all papers have the same questions in other orders; false: each is drawn for itself. */
  readonly sameItems: boolean;
}

export const MAX_VARIANTS = 24;

/** The number printed on the first paper of a set. */
const FIRST_CODE = 101;

/** Draws a set of papers for print; refused where the pool cannot fill the blueprint. */
export function drawVariants(set: VariantSet, pool: readonly PoolItem[]): Result<Variant[], Shortfall> {
  const { blueprint, kind, seed, count, sameItems } = set;
  const base = drawForm(blueprint, pool, seed, kind);
  if (!base.ok) return base;
  const variants: Variant[] = [];
  for (let index = 0; index < count; index += 1) {
    const code = String(FIRST_CODE + index);
    const own = `${seed}:${code}`;
    const drawn = sameItems
      ? shuffleWithinSections(blueprint, base.value, pool, own, kind)
      : drawForm(blueprint, pool, own, kind);
    if (!drawn.ok) return drawn;
    variants.push({ code, form: drawn.value });
  }
  return ok(variants);
}

/** Draws each section again from the very items that the first draw gave it. */
function shuffleWithinSections(
  blueprint: Blueprint,
  base: Form,
  pool: readonly PoolItem[],
  seed: string,
  kind: RoundKind,
): Result<Form, Shortfall> {
  const slots: Slot[] = [];
  for (const [index, section] of sectionsOf(blueprint, base).entries()) {
    const ids = new Set(section.map(({ itemVersionId }) => itemVersionId));
    const described = blueprint.sections[index];
    if (!described) continue;
    const drawn = drawForm(
      { ...blueprint, sections: [described] },
      pool.filter(({ itemVersionId }) => ids.has(itemVersionId)),
      `${seed}:${index}`,
      kind,
    );
    if (!drawn.ok) return drawn;
    const before = slots.length;
    slots.push(...drawn.value.slots.map((slot) => ({ ...slot, slot: before + slot.slot })));
  }
  return ok({ slots });
}

/** The slots of each section of a form that was drawn by the blueprint. */
export function sectionsOf(blueprint: Blueprint, form: Form): Slot[][] {
  let first = 0;
  return blueprint.sections.map(({ quotas }) => {
    const end = first + quotas.reduce((sum, { count }) => sum + count, 0);
    const slots = form.slots.slice(first, end);
    first = end;
    return slots;
  });
}
