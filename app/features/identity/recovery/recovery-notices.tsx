import { recoveryText } from '#app/text/recovery.ts';
import { formatInstant } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
export { OwnLink } from '../external/provider-views.tsx';
import type { RecoveryNotice } from './get-recovery-notices.server.ts';

/** Codes and passwords that somebody else has set for the person within a month; nothing where there were none. */
export function RecoveryNotices({
  notices,
  isRecovered,
}: {
  notices: readonly RecoveryNotice[];
  /** The person has just set a new password by a code. */
  isRecovered: boolean;
}) {
  const t = useText(recoveryText);
  const locale = useLocale();
  if (notices.length === 0) return null;
  return (
    <section className="notice notice--warn stack-s" aria-labelledby="recoveries">
      <h2 id="recoveries">{t.notices}</h2>
      {isRecovered && <p role="status">{t.recovered}</p>}
      <ul>
        {notices.map(({ kind, at, by }) => (
          <li key={kind + at}>
            {kind === 'password.recovered' && by === undefined
              ? t.recoveredBySelf(formatInstant(at, locale))
              : t.noticeOf[kind](formatInstant(at, locale), by ?? t.someone)}
          </li>
        ))}
      </ul>
      <p>{t.noticeDo}</p>
    </section>
  );
}
