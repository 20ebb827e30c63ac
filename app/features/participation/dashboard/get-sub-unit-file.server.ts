import { hasScores } from '../get-participation.server.ts';
import { dashboardText } from '#app/text/dashboard.ts';
import type { Locale } from '#app/text/define-text.ts';
import { participationText } from '#app/text/participation.ts';
import { formatInstant } from '#app/ui/format.ts';
import { frameView } from './choose-frame.server.ts';
import type { SubUnitFile } from './export-sub-units.server.ts';
import { readSource, type AskedDashboard } from './get-unit-dashboard.server.ts';
import { allUnits } from './sub-unit-rows.server.ts';

interface Topic {
  readonly slug: string;
  readonly title: string;
}

/** All units directly below a unit with their figures, in the order that the page has; undefined for a unit that is not in the tree. */
export async function getSubUnitFile(
  asked: AskedDashboard,
  topics: readonly Topic[],
  locale: Locale,
): Promise<SubUnitFile | undefined> {
  const source = await readSource(asked);
  if (!source) return undefined;
  const { branch, whole, frame } = source;
  const { title, scopes, scopeKey } = frameView(frame, topics);
  const [t, board] = [dashboardText[locale], participationText[locale]];
  const scope = scopes.find(({ key }) => key === scopeKey);
  const round = scopes.length > 1 && scope ? `: ${scope.title ?? board.wholeContest}` : '';
  const { tree } = asked.state;
  return {
    kind: frame.kind,
    above: [
      branch.tree.byId.get(asked.unitId)?.name ?? '',
      title + round,
      t.fileAsOf(formatInstant(branch.asOf, locale)),
      ...(tree === undefined ? [] : [t.treeNote(tree.split('-').toReversed().join('/'))]),
    ],
    ...allUnits(asked.unitId, source, asked.state),
    showsScores: hasScores(whole.scores),
    at: asked.now,
  };
}
