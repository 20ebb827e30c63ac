import { refuse, ok, type Result } from '#app/domain/kernel/result.ts';
import { tidy } from '#app/domain/kernel/text.ts';
import type { ChangeCommand, NewUnit } from '#app/domain/units/change-command.ts';
import { kindOfName } from '#app/domain/units/kind-words.ts';
import type { UnitAct, UnitActForm } from './unit-act.schema.ts';

/** The unit that a form is about, as far as what is left out of the form is taken from it. */
export interface FormSubject {
  readonly id: string;
  readonly parentId: string | undefined;
  readonly kind: string;
  /** Its own block: what comes out of it belongs to the same one unless something else is said. */
  readonly block: string | undefined;
}

/** Fields that are wrong, by their names; text/unit-acts.ts has the sentences. */
export type ActFaults = Readonly<
  Record<string, 'nameMissing' | 'unitMissing' | 'partsMissing' | 'withMissing' | 'codeForm'>
>;

const empty = (text: string): string | undefined => tidy(text) || undefined;

/** The command that a form means, or the fields that keep it from meaning one. */
export function commandOfForm(act: UnitAct, form: UnitActForm, subject: FormSubject): Result<ChangeCommand, ActFaults> {
  const code = empty(form.code);
  if (code !== undefined && !/^\d{5}$/u.test(code)) return refuse({ code: 'codeForm' });
  const name = tidy(form.name);
  const fresh: NewUnit = {
    name,
    kind: form.kind || (kindOfName(name) ?? subject.kind),
    block: empty(form.block) ?? (act === 'merge' ? subject.block : undefined),
    code,
  };
  const unitId = subject.id;
  const needsName = act === 'found' || act === 'rename' || act === 'correct';
  if (needsName && name === '') return refuse({ name: 'nameMissing' });
  switch (act) {
    case 'found':
      return ok({ kind: 'found', parentId: unitId, unit: fresh });
    case 'rename':
      return ok({ kind: 'rename', unitId, name });
    case 'move':
      return form.unitId === ''
        ? refuse({ unitId: 'unitMissing' })
        : ok({ kind: 'move', unitId, parentId: form.unitId });
    case 'merge':
      return mergeOf(form, fresh, subject);
    case 'split':
      return splitOf(form, subject);
    case 'end':
      return ok({ kind: 'end', unitId, belowTo: form.unitId || undefined });
    case 'correct':
      return ok({
        kind: 'correct',
        unitId,
        changes: { ...fresh, guidance: form.guidance, takesPeople: form.takesPeople === 'yes' },
      });
  }
}

function mergeOf(form: UnitActForm, fresh: NewUnit, { id, parentId }: FormSubject): Result<ChangeCommand, ActFaults> {
  const unitIds = [...new Set([id, ...form.with.filter(Boolean)])];
  if (unitIds.length < 2) return refuse({ with: 'withMissing' });
  if (form.into !== 'new')
    return ok({ kind: 'merge', unitIds, into: { unitId: unitIds.includes(form.into) ? form.into : id } });
  if (fresh.name === '') return refuse({ name: 'nameMissing' });
  return ok({ kind: 'merge', unitIds, into: { parentId: parentId ?? id, unit: fresh } });
}

function splitOf(form: UnitActForm, { id, kind, block }: FormSubject): Result<ChangeCommand, ActFaults> {
  const names = form.parts.split('\n').map(tidy).filter(Boolean);
  if (names.length === 0) return refuse({ parts: 'partsMissing' });
  const parts = names.map((name) => ({ name, kind: kindOfName(name) ?? kind, block, code: undefined }));
  return ok({ kind: 'split', unitId: id, parts, main: form.main === 'first' ? 0 : 'goes-on' });
}
