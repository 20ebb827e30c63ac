const forgetters = new Set<() => void>();

/** Registers what must be forgotten when the database is closed: whatever a process remembers of its rows. */
export const whenForgotten = (forget: () => void): void => void forgetters.add(forget);

/** Forgets all of it. Called when the database is closed: the next one that is opened may be another. */
export function forgetEverything(): void {
  for (const forget of forgetters) forget();
}
