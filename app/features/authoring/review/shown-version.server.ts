import { checkItem } from '#app/domain/items/check-item.ts';
import type { ItemFinding } from '#app/domain/items/finding.ts';
import type { Interaction } from '#app/domain/items/item.ts';
import { renderItemText } from '#app/platform/item-markdown.server.ts';
import { reviewedLines, type ReviewedLine } from '#app/platform/reviewed-lines.server.ts';
import { previewOf, type PreviewQuestion } from '../get-desk.server.ts';
import type { WholeText } from '../text-in-work.ts';

/** A text with its key, for people who decide about it. */
export interface ShownVersion {
  readonly preview: PreviewQuestion;
  readonly interaction: Interaction;
  readonly lines: readonly ReviewedLine[];
  /** HTML. */
  readonly rationale: string;
  readonly source: string;
  readonly findings: readonly ItemFinding[];
}

/** A text as contestants see it, with its key, explanation, source and faults. */
export function shownVersion(itemId: string, text: WholeText): ShownVersion {
  const { body, place } = text;
  return {
    preview: previewOf(itemId, text),
    interaction: body.interaction,
    lines: reviewedLines(body, { optionOrder: body.options.map(({ id }) => id) }, []),
    rationale: renderItemText(body.rationale, { inline: false }),
    source: [body.source.title, body.source.page, body.source.url].filter(Boolean).join(', '),
    findings: checkItem(body, place),
  };
}
