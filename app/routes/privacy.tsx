import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { readPreferences } from '#app/platform/http/preferences.server.ts';
import { PERSONAL_TABLES } from '#app/domain/privacy/register.ts';
import { dataColumnsText } from '#app/text/data-columns.ts';
import { dataRegisterText } from '#app/text/data-register.ts';
import { privacyText } from '#app/text/privacy.ts';
import { shellText } from '#app/text/shell.ts';
import { useText } from '#app/ui/locale.tsx';
import { privacyStyles } from '#app/ui/privacy-styles.ts';
import { WordSection } from '#app/ui/word-section.tsx';

export const links = privacyStyles;
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: shellText[data?.locale ?? 'vi'].titleOf(privacyText[data?.locale ?? 'vi'].title) },
  { name: 'description', content: privacyText[data?.locale ?? 'vi'].lead },
];

export async function loader({ request }: LoaderFunctionArgs) {
  const { locale } = await readPreferences(request);
  return { locale };
}

export default function PrivacyPage() {
  const t = useText(privacyText);
  return (
    <div className="stack-l">
      <header className="stack-s measure">
        <h1>{t.title}</h1>
        <p className="lead">{t.lead}</p>
        <p className="quiet">{t.basis}</p>
      </header>
      <AskedTable />
      <div className="prose">
        <WordSection {...t.notAsked} />
        <WordSection {...t.seen} />
        <WordSection {...t.kept} />
        <WordSection {...t.cookies} />
        <WordSection {...t.rights} />
      </div>
    </div>
  );
}

function AskedTable() {
  const { asked } = useText(privacyText);
  const words = useText(dataRegisterText);
  const { tables, columns } = useText(dataColumnsText);
  return (
    <section>
      <h2>{asked.title}</h2>
      <p>{asked.lead}</p>
      <div className="table-scroll" role="region" aria-label={asked.title} tabIndex={0}>
        <table className="table data-table register-table">
          <thead>
            <tr>
              <th scope="col">{asked.column}</th>
              <th scope="col">{asked.purpose}</th>
              <th scope="col">{asked.seenBy}</th>
              <th scope="col">{asked.kept}</th>
              <th scope="col">{asked.erasing}</th>
            </tr>
          </thead>
          <tbody>
            {PERSONAL_TABLES.map((table) => (
              <tr key={table.model}>
                <th scope="row">
                  {tables[table.model]}
                  <br />
                  <span className="small quiet">
                    {Object.keys(table.columns)
                      .filter((column) => table.columns[column] !== 'pseudonym' && columns[column] !== undefined)
                      .map((column) => columns[column])
                      .join(', ')}
                  </span>
                </th>
                <td data-label={asked.purpose}>
                  {table.purposes.map((purpose) => words.purposes[purpose]).join('; ')}
                  <br />
                  <span className="small quiet">{words.sources[table.source]}</span>
                </td>
                <td data-label={asked.seenBy}>{table.seenBy.map((viewer) => words.viewers[viewer]).join('; ')}</td>
                <td data-label={asked.kept}>{words.periods[table.period]}</td>
                <td data-label={asked.erasing}>
                  {words.erasing[table.erasing.act === 'delete' ? 'delete' : table.erasing.because]}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
