import { Link } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { actSentence } from '#app/text/acts.ts';
import { auditText } from '#app/text/audit.ts';
import { formatExact, formatNumber } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import type { ActPerson, ActView } from './get-log.server.ts';

/** Acts, the newest first. */
export function LogList({ acts }: { acts: readonly ActView[] }) {
  const t = useText(auditText);
  return (
    <ol className="log" aria-label={t.shown}>
      {acts.map((act) => (
        <Act key={act.id} act={act} />
      ))}
    </ol>
  );
}

function Act({ act }: { act: ActView }) {
  const locale = useLocale();
  return (
    <li className="log__act">
      <p className="number quiet">
        <time dateTime={new Date(act.at).toISOString()}>{formatExact(act.at, locale)}</time>
      </p>
      <p>
        <Who who={act.who} /> {actSentence(act.action, locale)}
        <About act={act} />
      </p>
      <Seal sequence={act.sequence} />
      {act.detail.length > 0 && <Detail detail={act.detail} />}
    </li>
  );
}

function Who({ who }: { who: ActPerson }) {
  const t = useText(auditText);
  const isName = who.kind === 'official';
  return (
    <span className="log__who" lang={isName ? 'vi' : undefined}>
      {isName ? who.name : who.kind === 'system' ? t.system : t.someone(who.code)}
    </span>
  );
}

function About({ act: { subjectKind, subject, subjectKey } }: { act: ActView }) {
  const t = useText(auditText);
  const kinds: Readonly<Record<string, string>> = t.kinds;
  const kind = kinds[subjectKind] ?? subjectKind;
  const address = paths.manageAudit(`?subject=${encodeURIComponent(subjectKey)}`);
  return (
    <>
      {': '}
      <Link to={address} aria-label={`${t.sameSubject}: ${kind} ${subject}`}>
        {kind}{' '}
        {subject !== '' && (
          <span className={subjectKind === 'contest' || subjectKind === 'unit' ? '' : 'code-text'}>{subject}</span>
        )}
      </Link>
    </>
  );
}

function Seal({ sequence }: { sequence: number | undefined }) {
  const t = useText(auditText);
  const locale = useLocale();
  return sequence === undefined ? (
    <span className="badge badge--gold log__seal">{t.unsealed}</span>
  ) : (
    <span className="badge badge--quiet log__seal number">{t.sealed(formatNumber(sequence, locale))}</span>
  );
}

function Detail({ detail }: { detail: ActView['detail'] }) {
  const t = useText(auditText);
  return (
    <details className="log__detail">
      <summary>{t.detail}</summary>
      <dl>
        {detail.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd lang="vi">{value}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
