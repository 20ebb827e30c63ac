import type { Advice } from '#app/domain/analysis/advice.ts';
import { adviceText } from '#app/text/analysis-advice.ts';
import type { Locale } from '#app/text/define-text.ts';
import { formatNumber, formatRate } from '#app/ui/format.ts';

/** The sentence of an advice. Options are called A, B, C, … in the order of the bank. */
export function adviceSentence(advice: Advice, locale: Locale): string {
  const t = adviceText[locale];
  const rate = (share: number): string => formatRate(share, locale);
  const names = (options: readonly string[]): string => options.map((id) => id.toUpperCase()).join(', ');
  switch (advice.code) {
    case 'voided':
      return t.voided;
    case 'all-right':
      return t.allRight;
    case 'too-few':
      return t.tooFew(formatNumber(advice.attempts, locale));
    case 'second-key':
      return t.secondKey(names([advice.option]), rate(advice.share), rate(advice.keyShare));
    case 'negative':
      return t.negative(formatNumber(advice.index, locale, 1));
    case 'below-guess':
      return t.belowGuess(rate(advice.facility), rate(advice.guess));
    case 'too-hard':
      return t.tooHard(rate(advice.facility));
    case 'weak':
      return t.weak(formatNumber(advice.index, locale, 1));
    case 'many-blank':
      return t.manyBlank(rate(advice.share));
    case 'too-easy':
      return t.tooEasy(rate(advice.facility));
    case 'unused-option':
      return t.unusedOption(names(advice.options));
    case 'rare-option':
      return t.rareOption(names(advice.options), rate(advice.share));
    case 'fine':
      return t.fine;
  }
}
