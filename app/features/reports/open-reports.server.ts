import type { Actor } from '#app/domain/identity/actor.ts';
import { can } from '#app/domain/identity/permissions.ts';
import { unitPagesOf, type UnitPageName } from '#app/domain/identity/unit-pages.ts';
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { blockInScope, reportScope } from '#app/domain/reports/report-scope.ts';
import type { ReportPlace } from '#app/domain/reports/weekly-report.ts';
import { getTopUnit, getUnitIndex } from '#app/features/units/index.server.ts';
import { blocksWithin } from './get-report-page.server.ts';

/** What of a unit an actor may report on, and what is asked for of it. */
export interface OpenReports {
  readonly unit: { readonly id: string; readonly name: string };
  readonly ancestors: readonly { readonly id: string; readonly name: string }[];
  readonly place: ReportPlace;
  /** Scores that were not public at an instant are told too. */
  readonly seesScores: boolean;
  /** Whether the whole branch may be reported on, and its setting changed. */
  readonly isWhole: boolean;
  /** Blocks that can be chosen; empty where there is nothing to choose. */
  readonly blocks: readonly string[];
  /** The tabs of the unit. */
  readonly pages: readonly UnitPageName[];
}

/** Opens the reports of a unit to somebody. @param block what an address asks for */
export async function openReports({
  actor,
  unitId,
  block: asked,
  now,
}: {
  readonly actor: Actor;
  readonly unitId: string;
  readonly block: string | undefined;
  readonly now: Instant;
}): Promise<Result<OpenReports, 'not-found' | 'forbidden'>> {
  const index = await getUnitIndex(now);
  const unit = index.get(unitId);
  // why not to everybody: who has no right learns nothing about which units there are.
  if (!unit) return refuse(can(actor, 'make-reports', (await getTopUnit(now))?.path ?? '') ? 'not-found' : 'forbidden');
  const scope = reportScope(actor, unit);
  const block = scope && blockInScope(scope, asked);
  if (!scope || block === false) return refuse('forbidden');
  const there = await blocksWithin(unit.path, now);
  // why refused: of a block that is not there nothing can be reported.
  if (block !== undefined && !there.includes(block)) return refuse(scope.isWhole ? 'not-found' : 'forbidden');
  const pages = unitPagesOf(actor, unit);
  return ok({
    unit: { id: unit.id, name: unit.name },
    ancestors: unit.pathIds.slice(0, -1).flatMap((id) => {
      const above = index.get(id);
      return above ? [{ id, name: above.name }] : [];
    }),
    place: block === undefined ? { unitId } : { unitId, block },
    seesScores: can(actor, 'see-contest-dashboard', unit.path),
    isWhole: scope.isWhole,
    blocks: scope.isWhole ? (there.length > 1 ? there : []) : scope.blocks.filter((each) => there.includes(each)),
    pages: pages.includes('reports') ? pages : [...pages, 'reports'],
  });
}
