import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { paths } from '#app/paths.ts';
import { draftFormsText } from '#app/text/drafts-forms.ts';
import { draftsText } from '#app/text/drafts.ts';
import { manageText } from '#app/text/manage.ts';
import { useText } from '#app/ui/locale.tsx';
import { Breadcrumb } from '#app/ui/pieces.tsx';
import { TickIcon } from '#app/ui/tick-icon.tsx';
import type { DraftHead, DraftOverview, SectionState } from './get-draft.server.ts';
import type { SectionName } from './sections/section.ts';

/** What a draft is called on the screen. */
export function useDraftTitle({ title, contestSlug }: Pick<DraftHead, 'title' | 'contestSlug'>): string {
  const t = useText(draftsText);
  const shown = title === '' ? t.untitled : title;
  return contestSlug === undefined ? shown : t.changes(shown);
}

/** Where a page of a draft stands. */
export function DraftBreadcrumb({ head, here }: { head: DraftHead; here?: string | undefined }) {
  const t = useText(manageText);
  const title = useDraftTitle(head);
  const manage = { to: paths.manage(), name: t.title };
  if (here === undefined) return <Breadcrumb steps={[manage]} here={title} hereLang="vi" />;
  return <Breadcrumb steps={[manage, { to: paths.draft(head.id), name: title, lang: 'vi' }]} here={here} />;
}

/** How far a section is, in a word. */
export function StateBadge({ state }: { state: SectionState }) {
  const t = useText(draftsText);
  if (state === 'done') {
    return (
      <span className="task-state task-state--done">
        <TickIcon /> {t.state.done}
      </span>
    );
  }
  return <span className={`badge ${state === 'faulty' ? 'badge--bad' : 'badge--gold'}`}>{t.state[state]}</span>;
}

/** A page of one section: the sections at its side, the page itself. On a phone the way back stands above. */
export function SectionFrame({
  head,
  sections,
  current,
  children,
}: {
  head: DraftHead;
  sections: DraftOverview['sections'];
  current: SectionName;
  children: ReactNode;
}) {
  const t = useText(draftsText);
  const forms = useText(draftFormsText);
  return (
    <div className="draft">
      <nav className="draft__nav" aria-label={t.steps}>
        <ol className="draft-steps">
          {sections.map(({ name, state }, index) => (
            <li key={name}>
              <Link
                to={paths.draftSection(head.id, name)}
                className="draft-steps__link"
                aria-current={name === current ? 'step' : undefined}
              >
                <span className="draft-steps__number number">{index + 1}</span>
                <span className="draft-steps__name">{forms.titles[name]}</span>
                <span className={`draft-steps__state draft-steps__state--${state}`}>
                  <span className="visually-hidden">{t.state[state]}</span>
                </span>
              </Link>
            </li>
          ))}
        </ol>
      </nav>
      <div className="draft__page stack-l">{children}</div>
    </div>
  );
}
