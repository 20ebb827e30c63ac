import { createHash } from 'node:crypto';
import { canonicalJson } from '#app/domain/reports/canonical-json.ts';
import type { ReportSetting } from '#app/domain/reports/report-setting.ts';

/** Raised when the layout itself changes: files that were made before stay, new ones are made anew. */
const LAYOUT = 1;

/** What tells two reports of one unit and week apart, besides their format. */
export interface ReportVariant {
  readonly setting: ReportSetting;
  readonly block: string | undefined;
  readonly seesScores: boolean;
}

/** The text under which files of a variant are kept. */
export const variantHash = ({ setting, block, seesScores }: ReportVariant): string =>
  createHash('sha256')
    .update(canonicalJson({ layout: LAYOUT, setting, block, seesScores }))
    .digest('hex');
