// What the project leans on, looked at before it is trusted: npm run audit-deps. Everything but the last question is answered
// from package-lock.json alone, so that the gate says the same without a network. Exit code 1 at any fault.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

/** Licences under which a part may be used here. Those with terms of their own are named one by one below. */
const LICENCES = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'MIT/X11',
  'OFL-1.1',
  'Python-2.0',
  'Unlicense',
  'Zlib',
]);

/** Parts under other terms, each with the reason that they are used all the same. */
const NAMED = [
  [/^@img\/sharp-/u, 'LGPL: libvips is used as a library of its own, unchanged, and can be replaced'],
  [/^(?:axe-core|@axe-core\/playwright)$/u, 'MPL: used by tests only, unchanged'],
  [/^elkjs$/u, 'EPL: comes with the command line of Prisma, unchanged, and is never run by the server'],
  [/^(?:caniuse-lite|spdx-exceptions)$/u, 'CC-BY: lists of data for the build'],
  [/^(?:buffers|png-js)$/u, 'MIT by the text in their own repositories; their package.json names none'],
  [
    /^(?:eval|format|memorystream|require-like|seq-queue)$/u,
    'MIT by the text beside them; an old package.json names it otherwise',
  ],
];

const nameOf = (place) => place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);

/** -1, 0 or 1; of what comes before a hyphen alone. */
export function compareVersions(one, other) {
  const numbers = (version) => (version.split('-')[0] ?? '').split('.').map(Number);
  const [a, b] = [numbers(one), numbers(other)];
  for (let index = 0; index < 3; index += 1) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0);
    if (difference !== 0) return Math.sign(difference);
  }
  return 0;
}

/** Whether the version is one that an advisory is about. */
export const isBad = (version, { from, below }) =>
  (from === undefined || compareVersions(version, from) >= 0) &&
  (below === undefined || compareVersions(version, below) < 0);

/** Whether all terms of a licence are on the list; of "A OR B" one is enough. */
export function isLicenceFit(licence) {
  const words = licence.replaceAll(/[()]/gu, '');
  return words.split(' OR ').some((choice) => choice.split(/ AND | and /u).every((term) => LICENCES.has(term.trim())));
}

/** Every fault of a lock file: versions known as bad, scripts that nobody has allowed, licences, and parts without a checksum. */
export function findFaults({ lock, manifest, advisories }) {
  const places = Object.entries(lock.packages).filter(([place]) => place !== '');
  const faults = [];
  for (const [place, { version = '', license, hasInstallScript, integrity, optional, link }] of places) {
    const name = nameOf(place);
    for (const advisory of advisories) {
      if (advisory.package === name && isBad(version, advisory)) {
        faults.push(`${name} ${version} (${place}): ${advisory.id}, ${advisory.why}`);
      }
    }
    // why not undefined alone: whoever says false has looked at it.
    if (hasInstallScript && manifest.allowScripts?.[name] === undefined) {
      faults.push(
        `${name} ${version} runs a script when it is installed: say yes or no in "allowScripts" of package.json`,
      );
    }
    // why not of optional ones: those of other platforms stand in the lock file by name, and are never installed here.
    if (!integrity && !optional && !link) faults.push(`${name} ${version} has no checksum in package-lock.json`);
    const isNamed = NAMED.some(([pattern]) => pattern.test(name));
    const isUnseen = license === undefined && optional;
    if (!isNamed && !isUnseen && !isLicenceFit(license ?? 'none')) {
      faults.push(`${name} ${version}: licence ${license ?? 'none'} is not on the list of .ci/audit-deps.mjs`);
    }
  }
  for (const name of Object.keys(manifest.allowScripts ?? {})) {
    if (!places.some(([place, { hasInstallScript }]) => nameOf(place) === name && hasInstallScript)) {
      faults.push(`"allowScripts" names ${name}, which is not there or runs nothing`);
    }
  }
  return faults;
}

/** What the registry knows: faults, or why it could not be asked. */
function askRegistry() {
  const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--json', '--fetch-retries=0', '--fetch-timeout=20000'], {
    encoding: 'utf8',
    timeout: 60_000,
  });
  try {
    const answer = JSON.parse(stdout);
    if (answer.vulnerabilities === undefined) return { note: answer.message ?? 'no answer' };
    const bad = Object.values(answer.vulnerabilities).filter(({ severity }) => ['high', 'critical'].includes(severity));
    return { faults: bad.map(({ name, severity, range }) => `${name} ${range}: ${severity}, says the registry`) };
  } catch {
    return { note: 'no answer' };
  }
}

function main() {
  const read = (file) => JSON.parse(readFileSync(file, 'utf8'));
  const faults = findFaults({
    lock: read('package-lock.json'),
    manifest: read('package.json'),
    advisories: read('.ci/advisories.json'),
  });
  const registry = askRegistry();
  if (registry.note !== undefined) {
    console.log(`The registry gave no advisories (${registry.note}); .ci/advisories.json was asked alone.`);
  }
  faults.push(...(registry.faults ?? []));
  for (const fault of faults) console.error(`- ${fault}`);
  console.log(faults.length === 0 ? 'No fault in what the project leans on.' : `${faults.length} faults.`);
  process.exitCode = faults.length === 0 ? 0 : 1;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main();
