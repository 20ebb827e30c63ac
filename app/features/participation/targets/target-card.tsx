import { Link } from '@remix-run/react';
import type { Target } from '#app/domain/participation/target.ts';
import { paths } from '#app/paths.ts';
import { targetsText } from '#app/text/targets.ts';
import { formatInstant, formatNumber, formatRate } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import type { TargetWithDistance } from './get-targets-page.server.ts';

export const STATE_BADGE = {
  reached: 'badge--good',
  onTrack: 'badge--good',
  behind: 'badge--gold',
  missed: 'badge--bad',
  noHeadcount: 'badge--quiet',
} as const;

/** A target in words: "Tỷ lệ dự thi đạt 90 %". */
export function useGoalWords(): (target: Pick<Target, 'measure' | 'value'>) => string {
  const t = useText(targetsText);
  const locale = useLocale();
  return ({ measure, value }) =>
    measure === 'rate' ? t.goal.rate(formatRate(value, locale)) : t.goal[measure](formatNumber(value, locale));
}

interface TargetCardProps {
  readonly own: TargetWithDistance;
  readonly setByName: string | undefined;
  readonly unitId: string;
}

/** The target of the unit: how far it is, the number first, and where an even pace would be. */
export function TargetCard({ own, setByName, unitId }: TargetCardProps) {
  const t = useText(targetsText);
  const locale = useLocale();
  const goalWords = useGoalWords();
  const { target, goal, done, missing, expected, state } = own;
  const n = (value: number): string => formatNumber(value, locale);
  const word = target.measure === 'attempts' ? t.unit.attempts : t.unit.people;
  return (
    <div className="panel target">
      <p className="row row--apart">
        <strong>{goalWords(target)}</strong>
        <span className={`badge ${STATE_BADGE[state]}`}>{t.state[state]}</span>
      </p>
      {goal !== undefined && missing !== undefined && expected !== undefined ? (
        <>
          <p>
            <span className="target__number">{t.doneOf(n(done), n(goal))}</span> {word}
            {missing > 0 && (
              <>
                {' · '}
                <strong>
                  {target.measure === 'attempts' ? t.missingAttempts(n(missing)) : t.missingPeople(n(missing))}
                </strong>
              </>
            )}
          </p>
          <TargetBar
            share={done / goal}
            pace={state === 'behind' || state === 'onTrack' ? expected / goal : undefined}
          />
          {(state === 'behind' || state === 'onTrack') && <p className="small quiet">{t.expected(n(expected))}</p>}
        </>
      ) : (
        <p>
          {t.noHeadcountWhy} <Link to={paths.unitPage(unitId, 'headcounts')}>{'→'}</Link>
        </p>
      )}
      <p className="number">{t.due(formatInstant(target.dueAt, locale))}</p>
      {target.note !== '' && (
        <p className="measure" lang="vi">
          {target.note}
        </p>
      )}
      <p className="small quiet">{t.setBy(setByName ?? t.somebody, formatInstant(target.setAt, locale))}</p>
    </div>
  );
}

function TargetBar({ share, pace }: { share: number; pace: number | undefined }) {
  const x = (value: number): string => (Math.min(1, Math.max(0, value)) * 100).toFixed(2);
  return (
    <svg className="target__bar" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
      <rect className="target__track" width="100" height="1" />
      <rect className="target__done" width={x(share)} height="1" />
      {pace !== undefined && <line className="target__pace" x1={x(pace)} x2={x(pace)} y1="0" y2="1" />}
    </svg>
  );
}
