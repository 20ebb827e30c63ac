import { paths } from '#app/paths.ts';
import type { SectionView } from './get-draft.server.ts';
import { sectionAfter, type SectionName } from './sections/section.ts';

/**
 * Where a section that was saved leads: to the next one, or to its own page again while something of it is to be mended.
 * @param then what the button says: 'overview', 'here', anything else for the next section
 */
export function addressAfterSave(view: SectionView, section: SectionName, then: string): string {
  if (then === 'overview') return `${paths.draft(view.id)}?saved`;
  const hasErrors = view.faults.some((fault) => fault.severity === 'error');
  const isPaper = section === 'papers';
  if (then === 'here' || hasErrors) {
    return marked(paths.draftSection(view.id, section, isPaper ? view.round : undefined), 'saved&faults');
  }
  const nextRound = isPaper && view.roundIndex !== undefined ? view.rounds[view.roundIndex + 1]?.number : undefined;
  if (nextRound !== undefined) return marked(paths.draftSection(view.id, 'papers', nextRound), 'saved');
  const next = sectionAfter(section);
  return next ? marked(paths.draftSection(view.id, next), 'saved') : `${paths.draft(view.id)}?saved`;
}

const marked = (address: string, mark: string): string => `${address}${address.includes('?') ? '&' : '?'}${mark}`;
