// Budgets over what a phone downloads, read from the manifest of the build: `npm run build && npm run size`.
const { readdirSync, readFileSync } = require('node:fs');

const ASSETS = 'build/client/assets';

/**
 * Every script that a page with these routes loads: the entry, the routes, and all that they share. why not the manifest of all
 * routes: with lazy route discovery a page carries the entries of its own routes, and asks for others by their addresses.
 */
function scriptsOf(routeIds) {
  const file = readdirSync(ASSETS).find((name) => /^manifest-.+\.js$/.test(name));
  const text = readFileSync(`${ASSETS}/${file}`, 'utf8');
  const manifest = JSON.parse(text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1));
  const parts = [manifest.entry, ...routeIds.map((id) => manifest.routes[id])];
  const urls = parts.flatMap((part) => [part.module, ...(part.imports ?? [])]);
  return [...new Set(urls)].map((url) => `build/client${url.split(/[?#]/)[0]}`);
}

const budget = (name, path, limit) => ({ name, path, limit, gzip: true });

module.exports = [
  budget('scripts of the attempt page', scriptsOf(['root', 'routes/attempts.$attemptId']), '130 kB'),
  budget('scripts of a contest page', scriptsOf(['root', 'routes/contests.$contestSlug']), '120 kB'),
  budget('styles of every page', `${ASSETS}/app-*.css`, '12 kB'),
];
