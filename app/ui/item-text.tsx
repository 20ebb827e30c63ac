import { SafeHtml } from './safe-html.tsx';

interface ItemTextProps {
  readonly text: string;
  /** Safe HTML of the same, where it is more than words. */
  readonly html?: string | null | undefined;
  readonly className?: string;
}

/** A text of a question: words, or what its Markdown shows. */
export function ItemText({ text, html, className }: ItemTextProps) {
  if (!html) {
    return (
      <span className={className} lang="vi">
        {text}
      </span>
    );
  }
  return <SafeHtml as="span" className={className} html={html} />;
}
