import type { HeadcountWarning } from '#app/domain/units/headcount.ts';
import { headcountsText } from '#app/text/headcounts.ts';
import { formatNumber } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';

/** What is strange about a figure, with the numbers. */
export function Warnings({ warnings }: { warnings: readonly HeadcountWarning[] }) {
  const t = useText(headcountsText);
  const locale = useLocale();
  const sentenceOf = (warning: HeadcountWarning): string => {
    switch (warning.code) {
      case 'changed': {
        const share = `${warning.share > 0 ? '+' : '−'}${formatNumber(Math.abs(warning.share) * 100, locale, 1)} %`;
        return t.warn.changed(share, formatNumber(warning.before, locale));
      }
      case 'belowPeople':
        return t.warn.belowPeople(formatNumber(warning.people, locale));
      case 'overAll':
        return t.warn.overAll(formatNumber(warning.all, locale));
      case 'underCategory':
        return t.warn.underCategory(t.categories[warning.category], formatNumber(warning.people, locale));
    }
  };
  if (warnings.length === 0) return null;
  return (
    <ul className="stack-s">
      {warnings.map((warning) => {
        const sentence = sentenceOf(warning);
        return (
          <li key={sentence}>
            <span className="badge badge--gold">{sentence}</span>
          </li>
        );
      })}
    </ul>
  );
}
