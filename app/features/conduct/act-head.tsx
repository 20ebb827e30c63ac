import { paths } from '#app/paths.ts';
import { conductText } from '#app/text/conduct.ts';
import { manageText } from '#app/text/manage.ts';
import { useText } from '#app/ui/locale.tsx';
import { Breadcrumb } from '#app/ui/pieces.tsx';

interface ActHeadProps {
  readonly contest: { readonly slug: string; readonly title: string };
  readonly title: string;
  readonly lead: string;
}

/** The head of a page below the conduct page. */
export function ActHead({ contest, title, lead }: ActHeadProps) {
  const t = useText(conductText);
  const manage = useText(manageText);
  return (
    <>
      <Breadcrumb
        steps={[
          { to: paths.manage(), name: manage.title },
          { to: paths.manageContest(contest.slug), name: contest.title, lang: 'vi' },
          { to: paths.conduct(contest.slug), name: t.title },
        ]}
        here={title}
      />
      <header className="stack-s">
        <h1>{title}</h1>
        <p className="measure">{lead}</p>
      </header>
    </>
  );
}
