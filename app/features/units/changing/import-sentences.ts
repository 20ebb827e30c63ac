import type { ChangeRefusal } from '#app/domain/units/change-command.ts';
import type { PlannedRow } from '#app/domain/units/import-plan.ts';
import { refusalSentence } from '#app/text/file-notes.ts';
import type { Locale } from '#app/text/define-text.ts';
import { unitChangeRefusalText } from '#app/text/unit-change-refusals.ts';
import { unitImportText } from '#app/text/unit-import.ts';
import type { UnitFileRefusal } from './import-units.server.ts';

/** Why a file gives no table of units, in a sentence. */
export function unitFileSentence(refusal: UnitFileRefusal, locale: Locale): string {
  const { code } = refusal;
  switch (code) {
    case 'no-head':
    case 'no-rows':
    case 'too-many-rows':
      return unitImportText[locale].refusals[code];
    default:
      return refusalSentence(refusal, locale);
  }
}

/** Why a change of the tree was refused, in a sentence. */
export const unitChangeSentence = ({ code, names = [], count = 0 }: ChangeRefusal, locale: Locale): string =>
  unitChangeRefusalText[locale][code](names.join(', '), String(count));

/** What is wrong with a row, column by column. */
export const rowSentences = ({ faults }: Pick<PlannedRow, 'faults'>, locale: Locale): string[] => {
  const t = unitImportText[locale];
  return faults.map((fault) => `${t.columns[fault.column]}: ${t.faults[fault.code](fault.value)}`);
};

/** The word for what becomes of a row. */
export const rowStateWord = ({ state }: Pick<PlannedRow, 'state'>, locale: Locale): string =>
  unitImportText[locale].states[state];
