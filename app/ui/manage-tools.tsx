import { Link } from '@remix-run/react';
import type { ManageTool } from '#app/domain/identity/manage-tools.ts';
import { paths } from '#app/paths.ts';
import { manageToolsText } from '#app/text/manage-tools.ts';
import { useText } from './locale.tsx';

const TARGETS: Record<ManageTool, string> = {
  newContest: paths.newContest(),
  items: paths.manageItems(),
  units: paths.manageUnits(),
  people: paths.managePeople(),
  duplicates: paths.manageDuplicates(),
  proposals: paths.manageProposals(),
  dataRequests: paths.manageDataRequests(),
  messages: paths.manageMessages(),
  audit: paths.manageAudit(),
};

/** The tools that manageToolsOf() gives, as buttons in a row. */
export function ManageTools({ tools }: { tools: readonly ManageTool[] }) {
  const t = useText(manageToolsText);
  if (tools.length === 0) return null;
  return (
    <nav className="row" aria-label={t.tools}>
      {tools.map((tool) => (
        <Link key={tool} className={tool === 'newContest' ? 'button' : 'button button--quiet'} to={TARGETS[tool]}>
          {t[tool]}
        </Link>
      ))}
    </nav>
  );
}
