import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { paths } from '#app/paths.ts';
import { draftsText } from '#app/text/drafts.ts';
import { formatNumber } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import { DraftBreadcrumb } from './draft-frame.tsx';
import type { SamplePaper } from './draw-sample.server.ts';
import { ErrorList } from './fault-list.tsx';
import type { DraftHead } from './get-draft.server.ts';
import type { DraftPreview } from './get-preview.server.ts';

interface PreviewPageProps {
  readonly preview: DraftPreview;
  /** The contest's page, or the rules that are generated for it, as contestants would see them. */
  readonly part: 'page' | 'rules';
  readonly children: ReactNode;
}

/** A draft as contestants would see it, and the way to sample papers. */
export function PreviewPage({ preview, part, children }: PreviewPageProps) {
  const t = useText(draftsText);
  const { draft, contest } = preview;
  const current = (is: boolean): 'true' | undefined => (is ? 'true' : undefined);
  return (
    <div className="stack-l">
      <DraftBreadcrumb head={draft} here={t.previewTitle} />
      <p className="notice">{contest ? t.previewNote : t.previewNotWhole}</p>
      {contest ? (
        <>
          <nav className="tabs" aria-label={t.previewTitle}>
            <Link to={paths.draftPreview(draft.id)} aria-current={current(part === 'page')}>
              {t.previewLobby}
            </Link>
            <Link to={paths.draftRules(draft.id)} aria-current={current(part === 'rules')}>
              {t.previewRules}
            </Link>
            {draft.rounds.map(({ number, title }) => (
              <Link key={number} to={paths.draftPaper(draft.id, number)}>
                {t.previewPaper(title)}
              </Link>
            ))}
          </nav>
          <div className="preview-page stack-l">{children}</div>
        </>
      ) : (
        <>
          <h1>{t.previewTitle}</h1>
          <ErrorList draftId={draft.id} rounds={draft.rounds} faults={draft.faults} />
        </>
      )}
      <p>
        <Link to={paths.draft(draft.id)}>{t.back}</Link>
      </p>
    </div>
  );
}

interface PaperPageProps {
  readonly head: DraftHead;
  readonly round: number;
  readonly draw: number;
  readonly paper: SamplePaper | undefined;
  /** How many questions a row lacks, where the bank is too small. */
  readonly missing: number | undefined;
  /** The questions as the answer sheet shows them. */
  readonly questions: ReactNode;
}

/** A sample paper at the width of a phone, with another one a press away. */
export function PaperPage({ head, round, draw, paper, missing, questions }: PaperPageProps) {
  const t = useText(draftsText);
  const locale = useLocale();
  const another = (
    <Link className="button button--quiet" to={paths.draftPaper(head.id, round, draw + 1)}>
      {t.drawAnother}
    </Link>
  );
  return (
    <div className="stack-l paper-preview">
      <DraftBreadcrumb head={head} here={t.paperTitle(paper?.roundTitle ?? '')} />
      <header className="stack-s">
        <h1>{t.paperTitle(paper?.roundTitle ?? '')}</h1>
        {paper && (
          <p className="number">{t.paperFacts(paper.questions.length, formatNumber(paper.minutes, locale, 1))}</p>
        )}
        <p className="notice">
          {paper ? t.paperNote : missing === undefined ? t.previewNotWhole : t.paperTooSmall(missing)}
        </p>
        {paper && <p>{another}</p>}
      </header>
      {questions}
      <p className="row">
        {paper && another}
        <Link to={paths.draftSection(head.id, 'papers', round)}>{t.toPaperSection}</Link>
        <Link to={paths.draftPreview(head.id)}>{t.preview}</Link>
      </p>
    </div>
  );
}
