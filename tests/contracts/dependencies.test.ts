// The check of what the project leans on (.ci/audit-deps.mjs), shown what it must find.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';

interface Locked {
  readonly version?: string;
  readonly license?: string;
  readonly integrity?: string;
  readonly hasInstallScript?: boolean;
}
interface Advisory {
  readonly package: string;
  readonly from?: string;
  readonly below?: string;
  readonly id: string;
  readonly why: string;
}
interface Lock {
  readonly packages: Record<string, Locked>;
}
interface Manifest {
  readonly allowScripts?: Record<string, boolean>;
}
interface Audit {
  compareVersions(one: string, other: string): number;
  isBad(version: string, advisory: Partial<Advisory>): boolean;
  isLicenceFit(licence: string): boolean;
  findFaults(what: { lock: Lock; manifest: Manifest; advisories: readonly Advisory[] }): string[];
}

let audit: Audit;
beforeAll(async () => {
  audit = (await import(pathToFileURL(resolve('.ci/audit-deps.mjs')).href)) as Audit;
});

const read = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));
const ADVISORIES = read('.ci/advisories.json') as Advisory[];
const fine: Locked = { version: '1.0.0', license: 'MIT', integrity: 'sha512-x' };
const faultsOf = (packages: Record<string, Locked>, allowScripts = {}): string[] =>
  audit.findFaults({
    lock: { packages: { '': {}, ...packages } },
    manifest: { allowScripts },
    advisories: ADVISORIES,
  });

describe('the check of dependencies', () => {
  test('finds nothing wrong with the project', () => {
    const found = audit.findFaults({
      lock: read('package-lock.json') as Lock,
      manifest: read('package.json') as Manifest,
      advisories: ADVISORIES,
    });
    expect(found).toEqual([]);
  });

  test('finds versions that are known as bad, wherever they hide', () => {
    expect(faultsOf({ 'node_modules/a/node_modules/mammoth': { ...fine, version: '1.10.0' } })).toHaveLength(1);
    expect(faultsOf({ 'node_modules/mammoth': { ...fine, version: '1.13.0' } })).toEqual([]);
    expect(faultsOf({ 'node_modules/xlsx': { ...fine, version: '99.0.0' } })).toHaveLength(1);
    expect(audit.isBad('6.21.0', { from: '6.0.0', below: '6.21.1' })).toBe(true);
    expect(audit.isBad('5.9.9', { from: '6.0.0', below: '6.21.1' })).toBe(false);
    expect(audit.compareVersions('1.10.0', '1.9.9')).toBe(1);
    expect(audit.compareVersions('2.0.0-rc.1', '2.0.0')).toBe(0);
  });

  test('finds scripts at installation that nobody has looked at, and permissions that nobody needs', () => {
    const part = { 'node_modules/moi': { ...fine, hasInstallScript: true } };
    expect(faultsOf(part)).toHaveLength(1);
    expect(faultsOf(part, { moi: false })).toEqual([]);
    expect(faultsOf({}, { cu: true })).toHaveLength(1);
  });

  test('finds licences that are not on the list, and parts without a checksum', () => {
    for (const license of ['GPL-3.0-or-later', 'AGPL-3.0', 'UNLICENSED', 'MIT AND GPL-2.0-only', 'SSPL-1.0']) {
      expect([license, audit.isLicenceFit(license)]).toEqual([license, false]);
    }
    for (const license of ['MIT', '(MIT OR GPL-3.0-or-later)', 'MIT AND ISC AND BSD-3-Clause']) {
      expect([license, audit.isLicenceFit(license)]).toEqual([license, true]);
    }
    expect(faultsOf({ 'node_modules/a': { version: '1.0.0', license: 'MIT' } })).toHaveLength(1);
    expect(faultsOf({ 'node_modules/a': { version: '1.0.0', integrity: 'sha512-x' } })).toHaveLength(1);
  });

  test('is in the gate, beside what the registry says where it answers', () => {
    const { scripts } = read('package.json') as { scripts: Record<string, string> };
    expect(scripts['validate']).toMatch(/\baudit-deps\b/u);
    expect(scripts['audit-deps']).toMatch(/lockfile-lint .*--validate-https.*node \.ci\/audit-deps\.mjs/u);
    expect(readFileSync('.github/workflows/check.yml', 'utf8')).toContain('npm run audit-deps');
    expect(scripts['sbom']).toContain('npm sbom');
  });
});
