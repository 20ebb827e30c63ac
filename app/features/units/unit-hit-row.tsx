import type { MouseEvent } from 'react';
import { unitsText } from '#app/text/units.ts';
import { useText } from '#app/ui/locale.tsx';
import type { UnitHit } from './find-units.server.ts';
import { openUnitIntent } from './open-unit-intent.ts';

interface UnitHitRowProps {
  readonly hit: UnitHit;
  readonly isChecked: boolean;
  readonly note?: string;
  onPick(hit: UnitHit): void;
  onOpen(unitId: string): void;
}

/**
 * One unit that a search found: a radio button, unless people cannot belong to it; then what stands below it can be opened, without
 * scripts by posting the form.
 */
export function UnitHitRow({ hit, isChecked, note, onPick, onOpen }: UnitHitRowProps) {
  const words = <HitWords hit={hit} note={note} />;
  if (hit.isBranch) {
    return (
      <div className="unit-picker__branch">
        {words}
        <OpenButton hit={hit} onOpen={onOpen} />
      </div>
    );
  }
  return (
    <label className="choice">
      <input type="radio" name="unitId" value={hit.id} checked={isChecked} onChange={() => onPick(hit)} />
      {words}
    </label>
  );
}

function OpenButton({ hit, onOpen }: { hit: UnitHit; onOpen: (unitId: string) => void }) {
  const t = useText(unitsText);
  const open = (event: MouseEvent): void => {
    event.preventDefault();
    onOpen(hit.id);
  };
  return (
    <button
      className="button button--quiet"
      name="intent"
      value={openUnitIntent(hit.id)}
      formNoValidate
      onClick={open}
      aria-label={t.openBranchOf(hit.name, hit.below ?? 0)}
    >
      {t.openBranch(hit.below ?? 0)}
    </button>
  );
}

function HitWords({ hit, note }: { hit: UnitHit; note: string | undefined }) {
  const t = useText(unitsText);
  return (
    <span className="unit-picker__name">
      <span lang="vi">{hit.name}</span>
      <span className="field__hint">
        {note && `${note} · `}
        <span lang="vi">{hit.pathText}</span>
        {hit.former && (
          <>
            {' · '}
            {t.formerly} <span lang="vi">{hit.former}</span>
          </>
        )}
      </span>
    </span>
  );
}
