import { readDecimal } from './accepted-number.ts';
import { error, type ItemFinding } from './finding.ts';
import type { ItemBody, ItemOption } from './item.ts';

/** What is accepted of a typed answer. */
export function checkTyped({ interaction, options, key }: ItemBody): ItemFinding[] {
  const ids = new Set(options.map(({ id }) => id));
  const findings: ItemFinding[] = [];
  if (key.length === 0) findings.push(error('no-key', 'options'));
  if (key.some((id) => !ids.has(id))) findings.push(error('key-not-an-option', 'options'));
  const filled = options.filter(({ text }) => text.trim() !== '');
  if (interaction === 'numericEntry') return [...findings, ...filled.flatMap(checkNumber)];
  const anything = filled.filter(({ id, text }) => key.includes(id) && /^[\s*]+$/u.test(text));
  return [...findings, ...anything.map(({ id }) => error('accepts-anything', 'options', id))];
}

function checkNumber({ id, text, tolerance }: ItemOption): ItemFinding[] {
  const findings: ItemFinding[] = [];
  if (!readDecimal(text)) findings.push(error('key-is-no-number', 'options', id));
  const near = tolerance === undefined ? undefined : readDecimal(tolerance);
  if (tolerance !== undefined && !near) findings.push(error('tolerance-is-no-number', 'options', id));
  if (near && near.digits < 0n) findings.push(error('tolerance-negative', 'options', id));
  return findings;
}
