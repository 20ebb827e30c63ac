// A content/ folder of a test's own: a copy of the real one, in which the test changes what it is about.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, vi } from 'vitest';

const folders: string[] = [];

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

export interface ContentCopy {
  readonly dir: string;
  /** Replaces the first occurrence; a text that is not there is a fault of the test. */
  edit(file: string, from: string | RegExp, to: string): void;
  read(file: string): string;
}

/** Copies content/ and lets modules that are imported from now on read the copy. */
export function useContentCopy(): ContentCopy {
  const dir = mkdtempSync(join(tmpdir(), 'tim-hieu-content-'));
  folders.push(dir);
  cpSync('content', dir, { recursive: true });
  vi.stubEnv('CONTENT_DIR', dir);
  vi.resetModules();
  const read = (file: string): string => readFileSync(join(dir, file), 'utf8');
  return {
    dir,
    read,
    edit(file, from, to) {
      const before = read(file);
      const after = before.replace(from, to);
      if (after === before) throw new Error(`${String(from)} is not in ${file}`);
      writeFileSync(join(dir, file), after);
    },
  };
}
