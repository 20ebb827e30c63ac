import { useEffect, useState } from 'react';
import type { NoticeView } from '#app/features/contests/index.server.ts';
import { sheetText } from '#app/text/sheet.ts';
import { formatClock } from '#app/ui/format.ts';
import { useText } from '#app/ui/locale.tsx';

/** Words of the organizers on the open sheet, newest first, until the person has read them. Nothing moves the focus. */
export function Notices({ attemptId, notices }: { attemptId: string; notices: readonly NoticeView[] }) {
  const t = useText(sheetText);
  const name = `notices:${attemptId}`;
  const [read, setRead] = useState<readonly string[]>([]);
  useEffect(() => {
    try {
      setRead(JSON.parse(sessionStorage.getItem(name) ?? '[]') as string[]);
    } catch {
      // why nothing: a device that keeps nothing shows them once more.
    }
  }, [name]);
  const dismiss = (id: string): void => {
    const after = [...read, id];
    setRead(after);
    try {
      sessionStorage.setItem(name, JSON.stringify(after));
    } catch {
      // why nothing: it stays away until the page is left.
    }
  };
  return (
    <div aria-live="polite" className="stack-s">
      {notices
        .filter((notice) => !read.includes(notice.id))
        .map(({ id, text, at }) => (
          <section key={id} className="message message--notice stack-s">
            <h2 className="message__title">
              {t.noticeTitle} <span className="number">{formatClock(at).slice(0, 5)}</span>
            </h2>
            <p lang="vi">{text}</p>
            <button type="button" className="button button--quiet" onClick={() => dismiss(id)}>
              {t.dismiss}
            </button>
          </section>
        ))}
    </div>
  );
}
