import type { FileNote, FilePlace } from '#app/domain/exchange/parsed-file.ts';

/** What a reader or writer has to say of one place, in the order in which it was found; a thing that repeats is said once. */
export interface NoteList {
  readonly notes: readonly FileNote[];
  add(level: FileNote['level'], code: string, values?: FileNote['values']): void;
  readonly hasError: boolean;
}

/** An empty list of notes about one place. */
export function notesAt(at: FilePlace): NoteList {
  const notes: FileNote[] = [];
  return {
    notes,
    add(level, code, values) {
      const isSaid = notes.some(
        (note) => note.code === code && JSON.stringify(note.values) === JSON.stringify(shortened(values)),
      );
      if (!isSaid) notes.push({ level, code, at, ...(values ? { values: shortened(values) } : {}) });
    },
    get hasError() {
      return notes.some(({ level }) => level === 'error');
    },
  };
}

const LONGEST = 80;

/** Words of the file, cut where they are long: a note names its place, it does not repeat the file. */
function shortened(values: FileNote['values']): FileNote['values'] {
  if (!values) return undefined;
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' && value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value,
    ]),
  );
}
