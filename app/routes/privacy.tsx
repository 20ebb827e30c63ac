import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { readPreferences } from '#app/platform/http/preferences.server.ts';
import { privacyText } from '#app/text/privacy.ts';
import { shellText } from '#app/text/shell.ts';
import { useText } from '#app/ui/locale.tsx';
import { WordSection } from '#app/ui/word-section.tsx';

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
      <div className="prose">
        <AskedTable />
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
  const rows = [
    [asked.name, asked.namePurpose],
    [asked.birthYear, asked.birthYearPurpose],
    [asked.signIn, asked.signInPurpose],
    [asked.password, asked.passwordPurpose],
    [asked.unit, asked.unitPurpose],
    [asked.answers, asked.answersPurpose],
    [asked.categories, asked.categoriesPurpose],
  ] as const;
  return (
    <section>
      <h2>{asked.title}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{asked.column}</th>
            <th scope="col">{asked.purpose}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([data, purpose]) => (
            <tr key={data}>
              <th scope="row">{data}</th>
              <td>{purpose}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
