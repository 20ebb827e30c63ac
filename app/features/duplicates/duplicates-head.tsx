import { paths } from '#app/paths.ts';
import { duplicatesText } from '#app/text/duplicates.ts';
import { manageText } from '#app/text/manage.ts';
import { useText } from '#app/ui/locale.tsx';
import { Breadcrumb } from '#app/ui/pieces.tsx';

/** The head of the pages about accounts that may be one person. @param here the page below the list; left out, the list */
export function DuplicatesHead({ here, lead, done }: { here?: string; lead: string; done: string | null }) {
  const t = useText(duplicatesText);
  const manage = useText(manageText);
  const said: string | undefined = { ...t.done }[done ?? ''];
  return (
    <>
      <Breadcrumb
        steps={[
          { to: paths.manage(), name: manage.title },
          ...(here === undefined ? [] : [{ to: paths.manageDuplicates(), name: t.title }]),
        ]}
        here={here ?? t.title}
      />
      <header className="stack-s">
        <h1>{here ?? t.title}</h1>
        <p className="lead measure">{lead}</p>
      </header>
      {said && (
        <p className="notice notice--good" role="status">
          {said}
        </p>
      )}
    </>
  );
}
