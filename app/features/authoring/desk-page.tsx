import type { ReactNode } from 'react';
import { paths } from '#app/paths.ts';
import { authoringReviewText } from '#app/text/authoring-review.ts';
import { authoringText } from '#app/text/authoring.ts';
import { refusalText } from '#app/text/refusals.ts';
import { formatInstant } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import { Conflict } from './conflict.tsx';
import { DeskActs } from './desk-acts.tsx';
import type { DeskView } from './get-desk.server.ts';
import { Findings, ItemEditor } from './item-editor.tsx';
import type { LessonChoices } from './item-fields.tsx';
import type { ItemForm } from './item-form.ts';
import { Comments } from './review/comments.tsx';
import type { Written } from './write-item.server.ts';

/** What the last posted form was refused for, with the form as it was typed. */
export interface DeskAnswer extends Pick<Refused, 'refusal' | 'theirs'> {
  readonly form?: ItemForm | undefined;
}
type Refused = Extract<Written, { ok: false }>;

interface DeskPageProps {
  readonly desk: DeskView;
  readonly names: Readonly<Record<string, string>>;
  readonly choices: LessonChoices;
  readonly mayWrite: boolean;
  readonly mayPublish: boolean;
  readonly said: DeskAnswer | undefined;
  readonly preview: ReactNode;
  /** What in the bank resembles it. */
  readonly similar: ReactNode;
}

/** The page of one item: what reviewers said, the fields or the frozen text, and the preview. */
export function DeskPage({ desk, names, choices, mayWrite, mayPublish, said, preview, similar }: DeskPageProps) {
  const t = useText(authoringText);
  const review = useText(authoringReviewText);
  const refusals = useText(refusalText);
  const locale = useLocale();
  const { returned } = desk;
  const isOpen = mayWrite && desk.state.work !== 'review' && desk.state.status !== 'retired';
  return (
    <>
      <h1>{t.editTitle(desk.id)}</h1>
      {said && (
        <p className="notice notice--bad" role="alert">
          {refusals[said.refusal]}
        </p>
      )}
      {said?.theirs && <Conflict theirs={said.theirs.form} open={paths.manageItem(desk.id)} />}
      {returned && (
        <div className="notice notice--warn stack-s">
          <p>{review.returned(names[returned.actorId ?? ''] ?? review.system, formatInstant(returned.at, locale))}</p>
          <p lang="vi">
            <strong>{returned.reason}</strong>
          </p>
        </div>
      )}
      <DeskActs id={desk.id} state={desk.state} mayWrite={mayWrite} mayPublish={mayPublish} />
      {similar}
      {isOpen ? (
        <ItemEditor
          key={said?.form ? 'kept' : desk.id}
          form={said?.form ?? desk.form}
          revision={said?.theirs?.revision ?? desk.revision}
          savedAt={desk.savedAt}
          choices={choices}
          saveTo={paths.saveItem(desk.id)}
          preview={preview}
        />
      ) : (
        <div className="item-desk">
          <Findings findings={desk.findings} />
          {preview}
        </div>
      )}
      {desk.comments.length > 0 && (
        <Comments comments={desk.comments} names={names} action={paths.reviewItem(desk.id)} mayComment={mayWrite} />
      )}
    </>
  );
}
