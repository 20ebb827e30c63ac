/** What an author is told of an item. The sentences are in text/findings.ts. */
export const ITEM_FINDING_CODES = [
  // prompt
  'no-prompt',
  'long-prompt',
  'no-question',
  'negation-not-emphasised',
  'key-in-prompt',
  'broken-image',
  'image-without-alt',
  // options
  'no-key',
  'too-many-keys',
  'too-few-keys',
  'key-not-an-option',
  'too-few-options',
  'too-many-options',
  'empty-option',
  'long-option',
  'duplicate-options',
  'all-options-are-keys',
  'all-of-the-above',
  'key-visible-by-length',
  'fraction-out-of-range',
  'key-earns-nothing',
  'fractions-do-not-add-up',
  // order and match
  'order-incomplete',
  'too-few-targets',
  'empty-target',
  'duplicate-targets',
  'option-unmatched',
  'matched-twice',
  // typed
  'accepts-anything',
  'key-is-no-number',
  'tolerance-is-no-number',
  'tolerance-negative',
  // beside the question
  'no-rationale',
  'no-source',
  'source-address',
  'no-lesson',
  'contested',
] as const;
export type ItemFindingCode = (typeof ITEM_FINDING_CODES)[number];

/** The part of an item that a finding, a comment or a difference is about. */
export const ITEM_FIELDS = ['prompt', 'options', 'targets', 'rationale', 'source', 'place'] as const;
export type ItemField = (typeof ITEM_FIELDS)[number];

export interface ItemFinding {
  readonly code: ItemFindingCode;
  /** error: the item can be neither submitted nor published with it; warning: it may be meant so. */
  readonly level: 'error' | 'warning';
  readonly field: ItemField;
  /** Id of the option or target that it is about. */
  readonly option?: string | undefined;
}

export const error = (code: ItemFindingCode, field: ItemField, option?: string): ItemFinding => ({
  code,
  level: 'error',
  field,
  ...(option === undefined ? {} : { option }),
});

export const warning = (code: ItemFindingCode, field: ItemField, option?: string): ItemFinding => ({
  ...error(code, field, option),
  level: 'warning',
});
