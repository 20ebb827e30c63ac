import type { Actor } from './actor.ts';
import { can, type Action } from './permissions.ts';

/** Tools that stand beside the contests on the organizers' first page. */
export type ManageTool =
  'newContest' | 'items' | 'units' | 'people' | 'duplicates' | 'proposals' | 'dataRequests' | 'messages' | 'audit';

const NEEDS: Record<ManageTool, readonly Action[]> = {
  newContest: ['manage-contests'],
  items: ['read-items'],
  units: ['change-units'],
  people: ['grant-role', 'manage-accounts'],
  duplicates: ['merge-accounts'],
  proposals: ['correct-keys', 'decide-signals', 'merge-accounts'],
  dataRequests: ['answer-data-requests'],
  messages: ['manage-accounts'],
  audit: ['see-audit'],
};

/** The tools that the actor may open, in the order of the page; each page asks the same question again by itself. */
export const manageToolsOf = (actor: Actor | undefined, topPath: string): ManageTool[] =>
  (Object.keys(NEEDS) as ManageTool[]).filter((tool) => NEEDS[tool].some((action) => can(actor, action, topPath)));
