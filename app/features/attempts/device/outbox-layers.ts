import { openDB, type IDBPDatabase } from 'idb';

/** Somewhere to keep rows by name. A write rejects where nothing can be kept. */
export interface Layer {
  /** All rows whose names begin so. */
  read(prefix: string): Promise<[name: string, row: unknown][]>;
  /** Resolves when it is durable. */
  write(puts: readonly (readonly [name: string, row: unknown])[], drops: readonly string[]): Promise<void>;
}

const DATABASE = 'answers-waiting';
const STORE = 'rows';
/** why: some browsers never answer to an opening that they do not allow. */
const GIVE_UP_AFTER_MS = 3_000;

const after = (ms: number): Promise<never> =>
  new Promise((_, reject) => {
    setTimeout(() => reject(new Error('no answer')), ms);
  });

const range = (prefix: string): IDBKeyRange => IDBKeyRange.bound(prefix, `${prefix}\uffff`);

/** IndexedDB. @throws where the browser does not allow it */
export async function openDatabaseLayer(): Promise<Layer> {
  const opening = openDB(DATABASE, 1, {
    upgrade: (database) => void database.createObjectStore(STORE),
    // why: a tab of another version must not wait for this one.
    blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
  });
  const database: IDBPDatabase = await Promise.race([opening, after(GIVE_UP_AFTER_MS)]);
  return {
    async read(prefix) {
      const store = database.transaction(STORE).store;
      const [names, rows] = await Promise.all([store.getAllKeys(range(prefix)), store.getAll(range(prefix))]);
      return names.map((name, index) => [name as string, rows[index] as unknown]);
    },
    async write(puts, drops) {
      // why strict: "kept on this device" must be true when the battery dies a moment later.
      const transaction = database.transaction(STORE, 'readwrite', { durability: 'strict' });
      const { store } = transaction;
      await Promise.all([
        ...puts.map(([name, row]) => store.put(row, name)),
        ...drops.map((name) => store.delete(name)),
        transaction.done,
      ]);
    },
  };
}

const LOCAL = 'waiting/';

/** localStorage, where IndexedDB is not allowed. */
export const localLayer: Layer = {
  // why async: what it throws must be a rejection.
  async read(prefix) {
    return Object.keys(localStorage)
      .filter((name) => name.startsWith(LOCAL + prefix))
      .map((name) => [name.slice(LOCAL.length), JSON.parse(localStorage.getItem(name) ?? 'null') as unknown]);
  },
  async write(puts, drops) {
    for (const [name, row] of puts) localStorage.setItem(LOCAL + name, JSON.stringify(row));
    for (const name of drops) localStorage.removeItem(LOCAL + name);
  },
};

/** The memory of this page: what is left where the browser keeps nothing. */
export function memoryLayer(): Layer {
  const rows = new Map<string, unknown>();
  return {
    read: async (prefix) => [...rows].filter(([name]) => name.startsWith(prefix)),
    async write(puts, drops) {
      for (const [name, row] of puts) rows.set(name, row);
      for (const name of drops) rows.delete(name);
    },
  };
}
