import { readdirSync } from 'node:fs';

/** Paths of all files under a folder whose path matches, from the top of the project, sorted. */
export const filesUnder = (folder: string, pattern: RegExp): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => `${folder}/${path}`)
    .filter((path) => pattern.test(path))
    .toSorted();
