import { fold } from '../kernel/text.ts';
import { error, type ItemFinding } from './finding.ts';
import { pairOf, type ItemBody } from './item.ts';

/** Two things in order are a question of yes and no. */
const FEWEST_TO_ORDER = 3;
const FEWEST_TO_MATCH = 2;

/** What is put in order: enough of it, and all of it in the right order. */
export function checkOrder({ options, key }: ItemBody): ItemFinding[] {
  const ids = new Set(options.map(({ id }) => id));
  const findings: ItemFinding[] = [];
  if (options.length < FEWEST_TO_ORDER) findings.push(error('too-few-options', 'options'));
  if (key.length === 0) findings.push(error('no-key', 'options'));
  else if (key.length !== ids.size || new Set(key).size !== ids.size || !key.every((id) => ids.has(id))) {
    findings.push(error('order-incomplete', 'options'));
  }
  return findings;
}

/** What is matched: each line with exactly one of what there is to match it with. */
export function checkMatch({ options, targets = [], key }: ItemBody): ItemFinding[] {
  const findings: ItemFinding[] = [];
  if (options.length < FEWEST_TO_MATCH) findings.push(error('too-few-options', 'options'));
  if (targets.length < FEWEST_TO_MATCH) findings.push(error('too-few-targets', 'targets'));
  const texts = new Set<string>();
  for (const { id, text } of targets) {
    const folded = fold(text);
    if (folded === '') findings.push(error('empty-target', 'targets', id));
    else if (texts.has(folded)) findings.push(error('duplicate-targets', 'targets', id));
    texts.add(folded);
  }
  const pairs = new Set(key);
  const known = new Set(options.flatMap((option) => targets.map((target) => pairOf(option.id, target.id))));
  if ([...pairs].some((pair) => !known.has(pair))) findings.push(error('key-not-an-option', 'options'));
  for (const { id } of options) {
    const matches = targets.filter((target) => pairs.has(pairOf(id, target.id))).length;
    if (matches === 0) findings.push(error('option-unmatched', 'options', id));
    if (matches > 1) findings.push(error('matched-twice', 'options', id));
  }
  return findings;
}
