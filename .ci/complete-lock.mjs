// Adds to package-lock.json the optional packages of other platforms that the registry in use does not offer: `npm install` leaves
// them out, and `npm ci` then refuses the lock file on every machine. Run it after each `npm install`: node .ci/complete-lock.mjs
// Their versions stand in the packages that ask for them; platforms stand in their names; npm skips them where those do not fit.
import { readFileSync, writeFileSync } from 'node:fs';

const PLATFORMS = [
  'aix',
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
];
const PROCESSORS = ['arm64', 'arm', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64'];

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const { packages } = lock;

/** Whether Node would find the package from that place. */
function isThere(from, name) {
  for (let base = from; ; base = base.slice(0, Math.max(base.lastIndexOf('/node_modules/'), 0))) {
    if (packages[`${base === '' ? '' : `${base}/`}node_modules/${name}`]) return true;
    if (base === '') return false;
  }
}

function entryFor(name, version, asker) {
  const words = name.split('/').at(-1).replace('windows', 'win32').split('-');
  const os = PLATFORMS.find((each) => words.includes(each));
  const cpu = PROCESSORS.find((each) => words.includes(each));
  const libc = words.includes('musl') ? 'musl' : words.includes('gnu') && os === 'linux' ? 'glibc' : undefined;
  if (!os || !cpu || !/^\d/.test(version)) throw new Error(`cannot tell the platform of ${name}@${version}`);
  return {
    version,
    ...(cpu && { cpu: [cpu] }),
    ...(asker.dev && { dev: true }),
    ...(asker.devOptional && { devOptional: true }),
    ...(libc && { libc: [libc] }),
    optional: true,
    os: [os],
  };
}

let added = 0;
for (const [place, asker] of Object.entries(packages)) {
  for (const [name, version] of Object.entries(place === '' ? {} : (asker.optionalDependencies ?? {}))) {
    if (isThere(place, name)) continue;
    packages[`node_modules/${name}`] = entryFor(name, version, asker);
    added += 1;
  }
}
lock.packages = Object.fromEntries(Object.entries(packages).toSorted(([a], [b]) => a.localeCompare(b, 'en')));
writeFileSync('package-lock.json', `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${added} added`);
