import { THRESHOLDS } from '#app/domain/signals/thresholds.ts';
import { signalsText } from '#app/text/signals.ts';
import { formatExact, formatInstant, formatNumber, formatRate } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import type { Figures } from './list-signals-page.server.ts';

/** Sentences and numbers of signals in the language of the visitor. */
export function useSignalWords() {
  const t = useText(signalsText);
  const locale = useLocale();
  const number = (value: number, digits = 0): string => formatNumber(value, locale, digits);
  const rate = (value: number): string => formatRate(value, locale);
  const at = (instant: number): string => formatInstant(instant, locale);
  const exactly = (instant: number): string => formatExact(instant, locale);
  const lineOf = (figures: Figures): string => {
    switch (figures.kind) {
      case 'speed':
        return t.speedLine(number(figures.seconds), rate(figures.share), number(figures.needed));
      case 'sameAnswers':
        return t.sameLine(number(figures.size), number(figures.sameWrong), number(figures.common));
      case 'jump':
        return [t.jumpLine[figures.scope], t.jumpFrom(at(figures.from)), figures.what].filter(Boolean).join(', ');
      case 'manyAccounts':
        return t.accountsLine(number(figures.accounts), number(figures.units), number(figures.overlaps));
      case 'distantNetworks':
        return t.networksLine(number(figures.networks), number(figures.devices));
    }
  };
  const strengthOf = (strength: number): string => {
    const word = strength < 0.35 ? t.weak : strength < 0.65 ? t.middle : t.strong;
    return t.strengthOf(word, rate(Math.round(strength * 100) / 100));
  };
  const { speed, sameAnswers, jump, manyAccounts } = THRESHOLDS;
  const rules = [
    t.rules.speed(number(speed.syllablesPerSecond), rate(speed.leastShare), rate(speed.mostOfNeeded)),
    t.rules.sameAnswers(number(sameAnswers.leastSameWrong)),
    t.rules.jump(rate(jump.leastRise), rate(1 - jump.mostOfTime)),
    t.rules.manyAccounts(number(manyAccounts.leastAccounts)),
    t.rules.distantNetworks,
  ];
  return { t, number, rate, at, exactly, lineOf, strengthOf, rules };
}
