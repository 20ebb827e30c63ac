import { useEffect, useState } from 'react';

/** Questions to look at again: a note of this device for its owner, of no weight for the result. */
export function useFlags(attemptId: string): { has(slot: number): boolean; toggle(slot: number): void } {
  const name = `flags:${attemptId}`;
  const [flags, setFlags] = useState<ReadonlySet<number>>(new Set());
  useEffect(() => {
    try {
      setFlags(new Set(JSON.parse(sessionStorage.getItem(name) ?? '[]') as number[]));
    } catch {
      // why nothing: a device that keeps nothing starts without flags.
    }
  }, [name]);
  const toggle = (slot: number): void => {
    const after = new Set(flags);
    if (!after.delete(slot)) after.add(slot);
    setFlags(after);
    try {
      sessionStorage.setItem(name, JSON.stringify([...after]));
    } catch {
      // why nothing: the flag still stands on the screen until the page is left.
    }
  };
  return { has: (slot) => flags.has(slot), toggle };
}
