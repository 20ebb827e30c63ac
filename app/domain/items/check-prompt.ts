import { fold } from '../kernel/text.ts';
import { error, warning, type ItemFinding } from './finding.ts';
import { isTyped, type ItemBody } from './item.ts';
import { shownText } from './shown-text.ts';

/** Longer than this fills a phone twice: 600 characters are some fifteen lines of 40. */
export const LONG_PROMPT = 600;

/** A shorter key ("Có", "1941") stands in many prompts without giving anything away. */
const TELLING_KEY = 12;

/** Verbs that ask without a question mark, and places that are left open. */
const ASKS = /[?:…]|\.\.\.|_{2,}|(?<!\p{L})(chon|hay|dien|sap xep|noi|ghep|tinh|viet|cho biet|neu|ke ten)(?!\p{L})/u;

/**
 * A negated question: "không phải", "không thuộc", "chưa đúng", "ngoại trừ". A reader who misses the word answers the
 * opposite, so it must stand out: KHÔNG, or between stars.
 * why only these verbs: "không" is also a question ("… có … không?") and a plain part of a story ("đã không quay lại").
 */
const NEGATION =
  /(?<!\p{L})(không|chưa)\s+(phải|đúng|chính xác|thuộc|nằm|có trong|bao gồm|gồm|được nêu|được nhắc|là)(?!\p{L})|(?<!\p{L})(ngoại trừ|trừ ra)(?!\p{L})/u;
/** What asks for a choice, so that the negation is of the question. */
const CHOOSES = /(?<!\p{L})(nào|đâu|gì|ai)(?!\p{L})/iu;

/** The faults of what is asked. */
export function checkPrompt(body: ItemBody): ItemFinding[] {
  const prompt = shownText(body.prompt);
  if (prompt === '' && !body.prompt.includes('![')) return [error('no-prompt', 'prompt')];
  const findings: ItemFinding[] = [];
  if (prompt.length > LONG_PROMPT) findings.push(warning('long-prompt', 'prompt'));
  if (body.interaction !== 'trueFalse' && !ASKS.test(fold(prompt))) findings.push(warning('no-question', 'prompt'));
  if (isNegated(body.prompt)) findings.push(warning('negation-not-emphasised', 'prompt'));
  const telling = keyInPrompt(body, fold(prompt));
  if (telling !== undefined) findings.push(warning('key-in-prompt', 'prompt', telling));
  return findings;
}

/** Whether a negation of the question stands there like any other words. */
function isNegated(markdown: string): boolean {
  const plain = markdown.normalize('NFC').replace(/\*\*[^*]+\*\*|__[^_]+__|\*[^*\n]+\*/gu, ' ');
  return plain
    .split(/(?<=[?!.])\s+/u)
    .some((sentence) => sentence.trimEnd().endsWith('?') && CHOOSES.test(sentence) && NEGATION.test(sentence));
}

/** The key whose words stand in the prompt, where those of no other option do. */
function keyInPrompt(body: ItemBody, prompt: string): string | undefined {
  if (body.interaction === 'order' || body.interaction === 'match' || isTyped(body.interaction)) return undefined;
  const inside = body.options.filter(({ text }) => {
    const folded = fold(shownText(text));
    return folded.length >= TELLING_KEY && prompt.includes(folded);
  });
  const only = inside.length === 1 ? inside[0] : undefined;
  return only && body.key.includes(only.id) ? only.id : undefined;
}
