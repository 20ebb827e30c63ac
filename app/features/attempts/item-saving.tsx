import type { ContestantRefusalCode } from '#app/domain/kernel/refusal.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { contestantRefusalText } from '#app/text/contestant-refusals.ts';
import { sheetText } from '#app/text/sheet.ts';
import { formatClock } from '#app/ui/format.ts';
import { useText } from '#app/ui/locale.tsx';

/** What is known about the saving of one item: at most one of these. */
export interface Saving {
  readonly refusal?: ContestantRefusalCode;
  readonly waits?: 'sending' | 'device' | 'page';
  readonly savedAt?: Instant | undefined;
}

/** Says under a question whether its answer is saved. True words only: "Đã lưu" stands after the server's confirmation. */
export function ItemSaving({ refusal, waits, savedAt }: Saving) {
  const t = useText(sheetText);
  const sentences = useText(contestantRefusalText);
  if (refusal) return <p className="item-saving item-saving--bad">{sentences[refusal]}</p>;
  if (waits === 'sending') return <p className="item-saving">{t.savingHere}</p>;
  if (waits) {
    return <p className="item-saving item-saving--warn">{waits === 'device' ? t.waitingHere : t.waitingInPage}</p>;
  }
  return <p className="item-saving">{savedAt !== undefined && t.savedHere(formatClock(savedAt))}</p>;
}
