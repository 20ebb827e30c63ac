import { fileReasonText } from '#app/text/file-reason.ts';
import { useText } from './locale.tsx';

interface FileWithReasonProps {
  /** Address of the file, whose query the form keeps. */
  readonly href: string;
  readonly name: string;
  /** More words of the name for those who do not see what stands beside it. */
  readonly about?: string;
  /** Another word for the button. */
  readonly button?: string;
}

/** A file with names in it: it is given for a reason that the people in it may read. A form without scripts, folded until wanted. */
export function FileWithReason({ href, name, about, button }: FileWithReasonProps) {
  const t = useText(fileReasonText);
  const [action = '', query] = href.split('?');
  const id = `reason-${href.replaceAll(/[^\w-]/gu, '-')}`;
  return (
    <details className="fold reasoned no-print">
      <summary>
        {name}
        {about && <span className="visually-hidden">{about}</span>}
      </summary>
      <form className="stack-s" action={action} method="get">
        {[...new URLSearchParams(query)].map(([field, value]) => (
          <input key={field} type="hidden" name={field} value={value} />
        ))}
        <label className="field__label" htmlFor={id}>
          {t.reason}
        </label>
        <span className="field__hint" id={`${id}-hint`}>
          {t.hint}
        </span>
        <input
          className="input"
          id={id}
          name="reason"
          required
          minLength={5}
          maxLength={300}
          autoComplete="off"
          aria-describedby={`${id}-hint`}
        />
        <button className="button button--quiet">{button ?? t.take}</button>
      </form>
    </details>
  );
}
