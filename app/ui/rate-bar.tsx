import type { ReactNode } from 'react';
import { formatFixed } from './format.ts';
import { useLocale } from './locale.tsx';

const STEPS = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1];

/** The rate that a full bar stands for, so that small rates can still be compared: the round figure above the highest. */
export function fullBar(rates: readonly (number | undefined)[]): number {
  const highest = Math.max(0, ...rates.map((rate) => rate ?? 0));
  return STEPS.find((step) => step >= highest) ?? 1;
}

/** Digits after the comma for the rates of a table whose full bar is that rate: small ones need more to differ. */
export const rateDigits = (full: number): number => (full < 0.2 ? 2 : 1);

/** A figure, and a bar beside it. @param share 0..1 of the bar; more is a full bar */
export function ValueBar({ share, children }: { share: number; children: ReactNode }) {
  const width = Math.min(100, Math.max(0, share) * 100);
  return (
    <span className="rate-bar">
      <span className="rate-bar__number">{children}</span>
      <svg viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
        <rect className="rate-bar__track" width="100" height="1" />
        <rect className="rate-bar__fill" width={width.toFixed(2)} height="1" />
      </svg>
    </span>
  );
}

/** A rate as a number and a bar. @param full the rate at which the bar is full, the same for a whole table */
export function RateBar({ rate, full = 1 }: { rate: number | undefined; full?: number }) {
  const locale = useLocale();
  return (
    <ValueBar share={(rate ?? 0) / full}>
      {rate === undefined ? '–' : `${formatFixed(rate * 100, locale, rateDigits(full))} %`}
    </ValueBar>
  );
}
