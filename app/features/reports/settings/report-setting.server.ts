import type { Actor } from '#app/domain/identity/actor.ts';
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { canonicalJson } from '#app/domain/reports/canonical-json.ts';
import { firstSetting, inheritedSetting, type ReportSetting } from '#app/domain/reports/report-setting.ts';
import { getUnitIndex } from '#app/features/units/index.server.ts';
import { recordAudit } from '#app/platform/db/audit.server.ts';
import { inTransaction } from '#app/platform/db/transaction.server.ts';
import { dropSetting, findSettings, storeSetting } from './report-setting.repo.server.ts';
import { StoredSetting } from './report-setting.schema.ts';

/** The setting that holds for a unit, and where it comes from. */
export interface HeldSetting {
  readonly setting: ReportSetting;
  /** The unit that has set it; undefined where nobody has. */
  readonly setAt: { readonly id: string; readonly name: string } | undefined;
}

/** Letterhead and layout of the reports of a unit: its own, else by the nearest unit above that has one; undefined for an unknown unit. */
export async function getReportSetting(unitId: string, now: Instant): Promise<HeldSetting | undefined> {
  const index = await getUnitIndex(now);
  const unit = index.get(unitId);
  if (!unit) return undefined;
  const parent = index.get(unit.pathIds.at(-2) ?? '');
  const stored = await findSettings(unit.pathIds);
  const setterId = unit.pathIds.findLast((id) => stored.has(id));
  if (setterId === undefined) return { setting: firstSetting(unit, parent), setAt: undefined };
  const setting = StoredSetting.parse(JSON.parse(stored.get(setterId) ?? ''));
  const setAt = { id: setterId, name: index.get(setterId)?.name ?? setterId };
  return { setting: setterId === unitId ? setting : inheritedSetting(setting, unit, parent), setAt };
}

interface SettingAct {
  readonly actor: Actor;
  readonly unitId: string;
  readonly now: Instant;
}

/** Sets letterhead and layout of a unit and of those below it that have none of their own. Reports that were made stay. */
export async function saveReportSetting({
  actor,
  unitId,
  now,
  setting,
}: SettingAct & { readonly setting: ReportSetting }): Promise<void> {
  await inTransaction(async (tx) => {
    await storeSetting(tx, { unitId, body: canonicalJson(setting), updatedById: actor.accountId, now });
    const detail = { form: setting.form };
    await recordAudit(tx, {
      at: now,
      actorId: actor.accountId,
      action: 'report-setting.set',
      subject: `unit:${unitId}`,
      detail,
    });
  });
}

/** Takes the setting of a unit away: that of the unit above holds again. */
export async function dropReportSetting({ actor, unitId, now }: SettingAct): Promise<Result<void, 'nothing-to-do'>> {
  return inTransaction(async (tx) => {
    if (!(await dropSetting(tx, unitId))) return refuse('nothing-to-do');
    await recordAudit(tx, {
      at: now,
      actorId: actor.accountId,
      action: 'report-setting.dropped',
      subject: `unit:${unitId}`,
    });
    return ok(undefined);
  });
}
