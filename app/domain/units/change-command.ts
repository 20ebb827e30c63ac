import type { Instant } from '../kernel/time.ts';
import type { UnitAttributes, UnitEdit } from './unit-record.ts';

/** What is said of a unit that begins: its place is given beside it. */
export type NewUnit = Omit<UnitAttributes, 'parentId'>;

/** An act on the tree as somebody asks for it. */
export type ChangeCommand =
  | { readonly kind: 'found'; readonly parentId: string; readonly unit: NewUnit }
  | { readonly kind: 'rename'; readonly unitId: string; readonly name: string }
  | { readonly kind: 'move'; readonly unitId: string; readonly parentId: string }
  /** Several go into a new unit, or into one of them that goes on. */
  | {
      readonly kind: 'merge';
      readonly unitIds: readonly string[];
      readonly into: { readonly unitId: string } | { readonly parentId: string; readonly unit: NewUnit };
    }
  /** One becomes several new ones. Where it goes on itself it is the main part; else the one that is named. */
  | {
      readonly kind: 'split';
      readonly unitId: string;
      readonly parts: readonly NewUnit[];
      readonly main: number | 'goes-on';
    }
  /** It ends without a successor; units below it go to another one. */
  | { readonly kind: 'end'; readonly unitId: string; readonly belowTo: string | undefined }
  /** A mistake: it was always so. */
  | {
      readonly kind: 'correct';
      readonly unitId: string;
      readonly changes: { readonly [K in keyof NewUnit]?: NewUnit[K] } & {
        readonly guidance?: string;
        readonly takesPeople?: boolean;
      };
    };

/** The kinds of changes as the table keeps them. */
export type ChangeKind = 'founded' | 'renamed' | 'moved' | 'merged' | 'split' | 'ended' | 'corrected' | 'imported';

export const CHANGE_KINDS: readonly ChangeKind[] = [
  'founded',
  'renamed',
  'moved',
  'merged',
  'split',
  'ended',
  'corrected',
  'imported',
];

/** A link that a change makes. */
export interface NewLink {
  readonly fromId: string;
  readonly toId: string;
  readonly at: Instant;
  readonly isMain: boolean;
}

/** What a change writes. */
export interface ChangePlan {
  readonly kind: ChangeKind;
  readonly effectiveAt: Instant;
  readonly edits: readonly UnitEdit[];
  readonly links: readonly NewLink[];
  /** Accounts and grants of the one go to the other, when the day has come. */
  readonly heirs: readonly { readonly from: string; readonly to: string }[];
}

/** Why a change is refused; names are those of units, for the sentence. */
export type ChangeRefusal = {
  readonly code:
    | 'no-such-unit'
    | 'no-such-parent'
    | 'not-valid-then'
    | 'ends-before-it-began'
    | 'parent-not-valid'
    | 'loop'
    | 'double-name'
    | 'double-code'
    | 'below-left'
    | 'people-left'
    | 'too-few-units'
    | 'too-many-units'
    | 'nothing-changes'
    | 'name-missing'
    | 'reason-missing'
    | 'day-out-of-bounds'
    | 'top-stays'
    | 'changed-since'
    | 'has-been-used'
    | 'already-undone'
    | 'not-found'
    | 'forbidden'
    | 'not-ready'
    | 'has-faults'
    | 'invalid';
  readonly names?: readonly string[];
  readonly count?: number;
};
