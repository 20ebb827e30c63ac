import type { Actor } from './actor.ts';
import { can, canAtUnitItself, canFromAbove } from './permissions.ts';

/** Pages that those in charge of a unit have beside its public one. */
export type UnitPageName =
  'missing' | 'headcounts' | 'roster' | 'targets' | 'transfers' | 'charges' | 'reports' | 'recovery';

/** A unit as rights look at it. */
interface PlacedUnit {
  readonly id: string;
  readonly path: string;
  readonly block: string | undefined;
}

/** The pages of a unit that the actor may open, in the order of the tabs; each page asks the same question again by itself. */
export function unitPagesOf(actor: Actor | undefined, unit: PlacedUnit): UnitPageName[] {
  const may: Record<UnitPageName, boolean> = {
    missing: can(actor, 'see-people-of-unit', unit),
    headcounts: can(actor, 'propose-headcount', unit),
    // why the unit itself: a roster is never shown outside of its unit.
    roster: canAtUnitItself(actor, 'see-people-of-unit', unit.id),
    // why either: who sets targets for units below stands at this one; who set those of this one stands above it.
    targets: can(actor, 'set-targets', unit) || canFromAbove(actor, 'set-targets', unit),
    transfers: can(actor, 'decide-transfer', unit),
    charges: can(actor, 'delegate-unit-manager', unit),
    reports: can(actor, 'make-reports', unit),
    recovery: can(actor, 'issue-recovery-code', unit),
  };
  return (Object.keys(may) as UnitPageName[]).filter((page) => may[page]);
}
