import { Form, Link } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { draftsText } from '#app/text/drafts.ts';
import { useText } from '#app/ui/locale.tsx';
import { FaultSummary } from '#app/ui/pieces.tsx';
import { DraftBreadcrumb } from './draft-frame.tsx';
import { ErrorList, LockedList, WarningList } from './fault-list.tsx';
import type { DraftOverview } from './get-draft.server.ts';
import { useStableFaults } from './use-stable-faults.ts';

interface PublishFormProps {
  readonly draft: DraftOverview;
  /** Why the last try did not go through, in a sentence. */
  readonly fault: string | undefined;
}

/** The last look before a draft becomes a contest: what keeps it from it, what should be seen, and the one button. */
export function PublishForm({ draft, fault }: PublishFormProps) {
  const t = useText(draftsText);
  const isChange = draft.contestSlug !== undefined;
  const title = isChange ? t.publishTitleChange : t.publishTitle;
  const warnings = draft.faults.filter((each) => each.severity === 'warning');
  const field = warnings.length > 0 ? 'seen' : 'form';
  const summary = useStableFaults(fault === undefined ? undefined : { [field]: fault }, fault);
  const isBlocked = draft.locked.length > 0 || draft.faults.length > warnings.length;
  return (
    <div className="stack-l draft-single">
      <DraftBreadcrumb head={draft} here={title} />
      <header className="stack-s">
        <h1>{title}</h1>
        <p className="lead measure">{isBlocked ? t.publishBlocked : t.publishLead}</p>
        {draft.slug !== undefined && <p className="quiet">{t.publishAddress(paths.contest(draft.slug))}</p>}
      </header>
      <FaultSummary faults={summary} />
      <ErrorList draftId={draft.id} rounds={draft.rounds} faults={draft.faults} />
      <LockedList locked={draft.locked} />
      <WarningList draftId={draft.id} rounds={draft.rounds} faults={draft.faults} />
      {!isBlocked && (
        <Form method="post" className="stack">
          <input type="hidden" name="version" value={draft.version} />
          {warnings.length > 0 && (
            <label className="option">
              <input type="checkbox" id="seen" name="seen" value="yes" />
              <span>{t.seenWarnings}</span>
            </label>
          )}
          <button className="button button--large">{isChange ? t.publishChange : t.publish}</button>
        </Form>
      )}
      <p>
        <Link to={paths.draft(draft.id)}>{t.back}</Link>
      </p>
    </div>
  );
}

/** Asks once before a draft is thrown away. */
export function DiscardForm({ draft, fault }: PublishFormProps) {
  const t = useText(draftsText);
  const summary = useStableFaults(fault === undefined ? undefined : { form: fault }, fault);
  return (
    <div className="stack-l draft-single">
      <DraftBreadcrumb head={draft} here={t.discard} />
      <header className="stack-s">
        <h1>{t.discardTitle}</h1>
        <p className="lead measure">{t.discardLead}</p>
        {draft.contestSlug !== undefined && <p>{t.discardKeeps}</p>}
      </header>
      <FaultSummary faults={summary} />
      <Form method="post" className="row">
        <input type="hidden" name="version" value={draft.version} />
        <button className="button button--danger">{t.discardYes}</button>
        <a className="button button--quiet" href={paths.draftDescription(draft.id)} download>
          {t.exportFile}
        </a>
      </Form>
      <p>
        <Link to={paths.draft(draft.id)}>{t.back}</Link>
      </p>
    </div>
  );
}
