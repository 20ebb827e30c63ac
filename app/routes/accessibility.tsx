import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { readPreferences } from '#app/platform/http/preferences.server.ts';
import { accessibilityText } from '#app/text/accessibility.ts';
import { shellText } from '#app/text/shell.ts';
import { useText } from '#app/ui/locale.tsx';
import { WordSection } from '#app/ui/word-section.tsx';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: shellText[data?.locale ?? 'vi'].titleOf(accessibilityText[data?.locale ?? 'vi'].title) },
  { name: 'description', content: accessibilityText[data?.locale ?? 'vi'].lead },
];

export async function loader({ request }: LoaderFunctionArgs) {
  const { locale } = await readPreferences(request);
  return { locale };
}

export default function AccessibilityPage() {
  const t = useText(accessibilityText);
  return (
    <div className="stack-l">
      <header className="stack-s measure">
        <h1>{t.title}</h1>
        <p className="lead">{t.lead}</p>
      </header>
      <div className="prose">
        {Object.entries(t.sections).map(([key, section]) => (
          <WordSection key={key} {...section} />
        ))}
      </div>
    </div>
  );
}
