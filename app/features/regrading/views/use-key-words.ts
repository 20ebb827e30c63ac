import type { CorrectionKind } from '#app/domain/scoring/correction.ts';
import { keysPreviewText } from '#app/text/keys-preview.ts';
import { keysText } from '#app/text/keys.ts';
import { formatNumber } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';

interface Option {
  readonly id: string;
  readonly text: string;
}

/** Words for keys and corrections, in the language of the page. */
export interface KeyWords {
  readonly number: (value: number) => string;
  readonly percent: (share: number | undefined) => string;
  /** "+1", "−0,5", or that nothing changes. */
  readonly change: (by: number) => string;
  /** What a correction does: its kind, and the key where it has one. */
  readonly correction: (
    kind: CorrectionKind,
    accepted: readonly (readonly string[])[],
    options?: readonly Option[],
  ) => string;
}

export function useKeyWords(): KeyWords {
  const t = useText(keysText);
  const { sameScore } = useText(keysPreviewText);
  const locale = useLocale();
  const number = (value: number): string => formatNumber(value, locale, 2);
  const answer = (ids: readonly string[], options: readonly Option[]): string =>
    ids
      .map((id) => {
        const text = options.find((option) => option.id === id)?.text;
        return text === undefined ? id : `${id.toUpperCase()}. ${text}`;
      })
      .join(', ');
  return {
    number,
    percent: (share) => (share === undefined ? '–' : `${formatNumber(share * 100, locale, 1)} %`),
    change: (by) => (by === 0 ? sameScore : `${by > 0 ? '+' : '−'}${number(Math.abs(by))}`),
    correction: (kind, accepted, options = []) =>
      kind === 'key' ? t.keyTo(accepted.map((each) => answer(each, options)).join(t.or)) : t.kinds[kind],
  };
}
