import { newKey } from './outbox.ts';

const NAME = 'tab';

const kept = (): string | null => {
  try {
    return sessionStorage.getItem(NAME);
  } catch {
    return null;
  }
};

/** Whether no other tab has this id: a tab that was duplicated has taken its storage along. Held as long as the page lives. */
function isOurs(id: string): Promise<boolean> {
  if (!('locks' in navigator)) return Promise.resolve(true);
  return new Promise((decide) => {
    const hold = (lock: Lock | null): Promise<void> | undefined => {
      decide(lock !== null);
      return lock ? new Promise(() => undefined) : undefined;
    };
    navigator.locks.request(`tab:${id}`, { ifAvailable: true }, hold).catch(() => decide(true));
  });
}

async function find(): Promise<string> {
  const before = kept();
  if (before !== null && (await isOurs(before))) return before;
  const id = newKey();
  await isOurs(id);
  try {
    sessionStorage.setItem(NAME, id);
  } catch {
    // why nothing: without storage each page is a tab of its own.
  }
  return id;
}

let found: Promise<string> | undefined;

/** The id of this tab; the same over a reload. It says nothing about the person or the device. */
export const tabId = (): Promise<string> => (found ??= find());
