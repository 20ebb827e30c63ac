import type { ReactNode } from 'react';
import { paths } from '#app/paths.ts';
import { keysText } from '#app/text/keys.ts';
import { manageText } from '#app/text/manage.ts';
import { useText } from '#app/ui/locale.tsx';
import { Breadcrumb } from '#app/ui/pieces.tsx';

interface KeysFrameProps {
  readonly contest: { readonly slug: string; readonly title: string };
  /** What the page is about below the list; undefined on the list itself. */
  readonly here: string | undefined;
  /** The item that the page is about, where there is a step between. */
  readonly item?: { readonly itemVersionId: string; readonly itemId: string } | undefined;
  readonly lead: string;
  readonly children: ReactNode;
}

/** The head of the pages on which keys of a contest are corrected. */
export function KeysFrame({ contest, here, item, lead, children }: KeysFrameProps) {
  const t = useText(keysText);
  const manage = useText(manageText);
  const { slug, title } = contest;
  return (
    <div className="stack-l">
      <Breadcrumb
        steps={[
          { to: paths.manage(), name: manage.title },
          { to: paths.manageContest(slug), name: title, lang: 'vi' },
          ...(here === undefined ? [] : [{ to: paths.keys(slug), name: t.title }]),
          ...(item ? [{ to: paths.keyOf(slug, item.itemVersionId), name: t.itemTitle(item.itemId) }] : []),
        ]}
        here={here ?? t.title}
      />
      <header className="stack-s">
        <h1>{here ?? t.title}</h1>
        <p className="lead" lang="vi">
          {title}
        </p>
        <p className="measure">{lead}</p>
      </header>
      {children}
    </div>
  );
}
