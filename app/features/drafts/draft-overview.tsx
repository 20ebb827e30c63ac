import { Link } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { draftFormsText } from '#app/text/drafts-forms.ts';
import { draftsText } from '#app/text/drafts.ts';
import { formatInstant } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import { DraftBreadcrumb, StateBadge, useDraftTitle } from './draft-frame.tsx';
import { ErrorList, LockedList, WarningList } from './fault-list.tsx';
import type { DraftHead, DraftOverview } from './get-draft.server.ts';

/** A draft at a glance: its parts as a list of tasks, what is to be mended, and what can be done with it. */
export function DraftOverviewPage({ draft, isSaved }: { draft: DraftOverview; isSaved: boolean }) {
  const t = useText(draftsText);
  const forms = useText(draftFormsText);
  const locale = useLocale();
  const title = useDraftTitle(draft);
  const isChange = draft.contestSlug !== undefined;
  const { faults, rounds, locked, id } = draft;
  const isReady = locked.length === 0 && faults.every((fault) => fault.severity === 'warning');
  return (
    <div className="stack-l">
      <DraftBreadcrumb head={draft} />
      <header className="stack-s">
        <h1 lang="vi">{title}</h1>
        <p className="lead measure">{isChange ? t.changeLead : t.overviewLead}</p>
        <p className="quiet small number">{t.lastSaved(formatInstant(draft.updatedAt, locale))}</p>
      </header>
      {isSaved && (
        <p className="notice notice--good" role="status">
          {forms.saved}
        </p>
      )}
      <nav aria-label={t.steps}>
        <ol className="tasks">
          {draft.sections.map(({ name, state }) => (
            <li className="task" key={name}>
              <div>
                <Link className="task__link" to={paths.draftSection(id, name)}>
                  {forms.titles[name]}
                </Link>
                <span className="field__hint">{forms.leads[name]}</span>
              </div>
              <StateBadge state={state} />
            </li>
          ))}
        </ol>
      </nav>
      {isReady && <p className="notice notice--good">{t.allGood}</p>}
      <ErrorList draftId={id} rounds={rounds} faults={faults} />
      <LockedList locked={locked} />
      <WarningList draftId={id} rounds={rounds} faults={faults} />
      <div className="draft-acts">
        <Link className="button button--large" to={isReady ? paths.publishDraft(id) : paths.draftPreview(id)}>
          {isReady ? (isChange ? t.publishChange : t.publish) : t.preview}
        </Link>
        <Link
          className="button button--quiet button--large"
          to={isReady ? paths.draftPreview(id) : paths.publishDraft(id)}
        >
          {isReady ? t.preview : isChange ? t.publishChange : t.publish}
        </Link>
        <a className="button button--plain" href={paths.draftDescription(id)} download>
          {t.exportFile}
        </a>
        <Link className="button button--plain button--remove" to={paths.discardDraft(id)}>
          {t.discard}
        </Link>
      </div>
    </div>
  );
}

/** Drafts in work, on the page of the organizers. */
export function DraftList({ drafts }: { drafts: readonly DraftHead[] }) {
  const t = useText(draftsText);
  if (drafts.length === 0) return null;
  return (
    <section className="stack-s" aria-labelledby="drafts-in-work">
      <h2 id="drafts-in-work">{t.inWork}</h2>
      <p className="quiet">{t.inWorkHint}</p>
      <ul className="panel-list">
        {drafts.map((draft) => (
          <DraftRow key={draft.id} draft={draft} />
        ))}
      </ul>
    </section>
  );
}

function DraftRow({ draft }: { draft: DraftHead }) {
  const t = useText(draftsText);
  const locale = useLocale();
  const title = useDraftTitle(draft);
  return (
    <li className="panel-list__row">
      <Link to={paths.draft(draft.id)} lang="vi">
        {title}
      </Link>
      <span className="field__hint number">{t.lastSaved(formatInstant(draft.updatedAt, locale))}</span>
    </li>
  );
}
