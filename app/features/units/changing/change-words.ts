import type { ChangeRefusal } from '#app/domain/units/change-command.ts';
import { isUnitKind } from '#app/domain/units/kind.ts';
import { unitActsText } from '#app/text/unit-acts.ts';
import { unitChangeRefusalText } from '#app/text/unit-change-refusals.ts';
import { unitChangesText } from '#app/text/unit-changes.ts';
import { formatDate, formatNumber } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import type { ChangePreview, UnitDifference } from './preview-change.server.ts';

/** The sentence of a refusal. */
export function useRefusalSentence(): (refusal: ChangeRefusal) => string {
  const t = useText(unitChangeRefusalText);
  const locale = useLocale();
  return ({ code, names = [], count }) =>
    t[code](names.join(', '), count === undefined ? '' : formatNumber(count, locale));
}

/** The word for a kind of unit. */
export function useKindWord(): (kind: string) => string {
  const { unitKinds } = useText(unitChangesText);
  return (kind) => (isUnitKind(kind) ? unitKinds[kind] : kind);
}

/** What becomes different of a unit, in a sentence. */
export function useDifferenceSentence(): (difference: UnitDifference) => string {
  const t = useText(unitActsText);
  const kindWord = useKindWord();
  return ({ name, what, from, to }) => {
    if (what === 'begins') return t.begins(name, to || t.none);
    if (what === 'ends') return t.ends(name);
    const shown = (value: string): string => {
      if (value === '') return t.none;
      if (what === 'takesPeople') return value === 'yes' ? t.yes : t.no;
      return what === 'kind' ? kindWord(value) : `“${value}”`;
    };
    return t.differs(name, t.what[what], shown(from), shown(to));
  };
}

/** What a change would do, in sentences. */
export function usePreviewSentences(): (preview: ChangePreview) => string[] {
  const t = useText(unitActsText);
  const locale = useLocale();
  const difference = useDifferenceSentence();
  const number = (value: number): string => formatNumber(value, locale);
  const category = (name: string): string =>
    Object.hasOwn(t.categories, name) ? t.categories[name as keyof typeof t.categories] : name;
  return (preview) => [
    preview.isPlanned ? t.planned(formatDate(preview.effectiveAt)) : t.atOnce(formatDate(preview.effectiveAt)),
    ...preview.differences.map(difference),
    ...(preview.more > 0 ? [t.moreDifferences(number(preview.more))] : []),
    ...preview.heirs.map(({ from, to, people, grants }) => t.heirs(number(people), number(grants), from, to)),
    ...preview.headcounts.map((each) => t.carried(each.name, category(each.category), number(each.people))),
    ...(preview.moved.units > 0 || preview.moved.people > 0
      ? [t.movedBranch(number(preview.moved.units), number(preview.moved.people))]
      : []),
    ...(preview.stayAbove ? [t.stayAbove(preview.stayAbove.name, number(preview.stayAbove.people))] : []),
  ];
}
