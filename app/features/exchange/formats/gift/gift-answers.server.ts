import { decimalOf, middleOf } from '../shared/decimals.ts';
import { oneLine } from '../shared/texts.server.ts';
import { meantFraction, type RawOption } from '../shared/weights.ts';
import { unescaped } from './gift-blocks.server.ts';
import { pieces, type ToMarkdown } from './gift-pieces.ts';

const WEIGHT = /^%(-*\d{1,3}(?:\.\d*)?)%/u;

/** Splits off %weight%; undefined where there is none. */
function withoutWeight(piece: string): { readonly weight: number | undefined; readonly rest: string } {
  const [whole = '', written] = WEIGHT.exec(piece) ?? [];
  if (written === undefined) return { weight: undefined, rest: piece };
  const weight = Number(written.replace(/^-+/u, '-')) / 100;
  return { weight: meantFraction(weight), rest: piece.slice(whole.length).trim() };
}

function split(piece: string): { readonly answer: string; readonly feedback: string } {
  const at = piece.indexOf('#');
  return at < 0
    ? { answer: piece.trim(), feedback: '' }
    : { answer: piece.slice(0, at).trim(), feedback: piece.slice(at + 1).trim() };
}

/**
 * Options of ~wrong =right ~%50%half; "=" after "~" of the same option is one mark. What is marked "=" earns all, whatever
 * share is written behind it, as in Moodle; the first share that does not count is given back.
 */
export function choiceOptions(
  answers: string,
  toMarkdown: ToMarkdown,
): { readonly options: RawOption[]; readonly overruled: number | undefined } {
  let overruled: number | undefined;
  const options = pieces(answers.replaceAll('=', '~='), '~').flatMap((piece) => {
    const isRight = piece.startsWith('=');
    const { weight, rest } = withoutWeight(isRight ? piece.slice(1).trim() : piece);
    const { answer, feedback } = split(rest);
    const text = toMarkdown(answer);
    if (text === '' && feedback === '') return [];
    const isOverruled = isRight && weight !== undefined && weight > 0 && weight !== 1;
    if (isOverruled) overruled ??= weight;
    return [{ text, fraction: isOverruled ? 1 : (weight ?? (isRight ? 1 : 0)), rationale: toMarkdown(feedback) }];
  });
  return { options, overruled };
}

/** Accepted texts of =a =%50%b; they are plain text. */
export function shortAnswers(answers: string, toMarkdown: ToMarkdown): RawOption[] {
  return pieces(answers, '=').flatMap((piece) => {
    const { weight, rest } = withoutWeight(piece);
    const { answer, feedback } = split(rest);
    const text = oneLine(unescaped(answer.replace(/^\[(?:html|moodle|plain|markdown)\]/u, '')));
    return text === '' ? [] : [{ text, fraction: weight ?? 1, rationale: toMarkdown(feedback) }];
  });
}

/** Lines of =left -> right; undefined where an arrow is missing, with what stands there. */
export function pairs(
  answers: string,
  toMarkdown: ToMarkdown,
): { readonly pairs: { left: string; right: string }[]; readonly broken: string | undefined } {
  const written = pieces(answers, '=');
  const broken = written.find((piece) => !piece.includes('->'));
  return {
    broken: broken === undefined ? undefined : unescaped(broken),
    pairs: written.map((piece) => {
      const at = piece.indexOf('->');
      return { left: toMarkdown(piece.slice(0, at).trim()), right: toMarkdown(`[plain]${piece.slice(at + 2).trim()}`) };
    }),
  };
}

/** A star is any number; Moodle passes over its tolerance. */
const ANY_NUMBER = /^\*(?:\s*:.*)?$/su;

interface Numbers {
  readonly options: RawOption[];
  readonly broken: string | undefined;
  /** Something is said to all other numbers. */
  readonly hasOthers: boolean;
  /** What any number earns; 0 where nothing. */
  readonly anyShare: number;
}

/** Numbers of #3:2, #1..5, or #=3:0 =%50%3:1; "~#…" at the end is what is said to all others, "*" what they earn. */
export function numbers(answers: string, toMarkdown: ToMarkdown): Numbers {
  const [accepted = '', ...others] = answers.replace(/^#/u, '').split('~');
  const read = pieces(accepted, '=').map((piece) => {
    const { weight = 1, rest } = withoutWeight(piece);
    const { answer, feedback } = split(rest);
    const number = numberOf(unescaped(answer));
    return {
      answer,
      weight,
      feedback,
      option: number && { ...number, fraction: weight, rationale: toMarkdown(feedback) },
    };
  });
  const any = read.filter(({ answer }) => ANY_NUMBER.test(answer));
  const broken = read.find(({ option, answer }) => !option && !ANY_NUMBER.test(answer));
  return {
    options: read.flatMap(({ option }) => (option ? [option] : [])),
    broken: broken && unescaped(broken.answer),
    hasOthers: others.join('').trim() !== '' || any.some(({ feedback }) => feedback !== ''),
    anyShare: any[0]?.weight ?? 0,
  };
}

function numberOf(written: string): { readonly text: string; readonly tolerance: string } | undefined {
  const [from, to] = written.split('..');
  if (from && to !== undefined) {
    const [low, high] = [decimalOf(from), decimalOf(to)];
    if (low === undefined || high === undefined) return undefined;
    const { middle, distance } = middleOf(low, high);
    return { text: middle, tolerance: distance };
  }
  const [number = '', margin = '0'] = written.split(':');
  const [text, tolerance] = [decimalOf(number), decimalOf(margin.trim() === '' ? '0' : margin)];
  return text === undefined || tolerance === undefined ? undefined : { text, tolerance: tolerance.replace(/^-/u, '') };
}
