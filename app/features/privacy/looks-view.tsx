import { identityText } from '#app/text/identity.ts';
import { ownDataText } from '#app/text/own-data.ts';
import { formatInstant, formatNumber } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import type { LookView } from './get-looks.server.ts';

/** Looks at the person, the newest first: who, what and why. */
export function LooksTable({ looks, total }: { looks: readonly LookView[]; total: number }) {
  const { looks: t } = useText(ownDataText);
  const locale = useLocale();
  const { columns } = t;
  const words: Readonly<Record<string, string>> = t.what;
  return (
    <div className="table-scroll" role="region" aria-label={t.title} tabIndex={0}>
      <table className="table data-table register-table">
        <caption>{t.caption(formatNumber(total, locale))}</caption>
        <thead>
          <tr>
            <th scope="col">{columns.at}</th>
            <th scope="col">{columns.by}</th>
            <th scope="col">{columns.what}</th>
            <th scope="col">{columns.reason}</th>
          </tr>
        </thead>
        <tbody>
          {looks.map((look) => (
            <tr key={look.id}>
              <td className="number" data-label={columns.at}>
                {formatInstant(look.at, locale)}
              </td>
              <th scope="row">
                <Official by={look.by} />
              </th>
              <td data-label={columns.what}>
                {words[look.what] ?? t.what.other}
                <br />
                <span className="small quiet">
                  {look.isPersonal ? t.you : t.list(look.of ?? '', formatNumber(look.people, locale))}
                  {look.isFile && ` · ${t.file}`}
                </span>
              </td>
              <td data-label={columns.reason}>
                {look.reason === '' ? <span className="quiet">{t.noReason}</span> : look.reason}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Official({ by }: { by: LookView['by'] }) {
  const { looks: t } = useText(ownDataText);
  const identity = useText(identityText);
  if (!by) return <>{t.gone}</>;
  return (
    <>
      {by.fullName}
      <br />
      <span className="small quiet">
        {by.duties.length === 0
          ? t.noDuty
          : by.duties.map(({ role, unitName }) => identity.roleAt(identity.role[role], unitName)).join('; ')}
      </span>
    </>
  );
}
