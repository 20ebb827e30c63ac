import { useMemo } from 'react';
import { trustHtml } from './trusted-types.ts';

interface SafeHtmlProps {
  /** HTML that the server has made safe; never what somebody has typed. */
  readonly html: string;
  readonly as?: 'div' | 'span';
  readonly className?: string | undefined;
}

/** The one place where a text becomes HTML in the browser. In Vietnamese, as all content is. */
export function SafeHtml({ html, as: Tag = 'div', className }: SafeHtmlProps) {
  // why remembered: the browser gives a new object for each trusted text, and React would write it anew each time.
  const trusted = useMemo(() => ({ __html: trustHtml(html) }), [html]);
  return <Tag className={className} lang="vi" dangerouslySetInnerHTML={trusted} />;
}
