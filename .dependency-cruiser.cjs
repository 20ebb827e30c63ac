// The plan of the house (app/decisions/0001-pure-core-and-rooms.md). A room may enter only the rooms listed after it.
const ROOMS = {
  units: [],
  identity: ['units'],
  lessons: ['items'],
  items: [],
  authoring: ['items', 'lessons'],
  bank: ['items', 'authoring', 'lessons'],
  exchange: ['items', 'authoring', 'bank', 'lessons'],
  contests: ['items', 'units'],
  attempts: ['contests', 'items'],
  drafts: ['contests', 'items', 'units'],
  results: ['attempts', 'contests', 'items', 'units'],
  papers: ['contests', 'items'],
  regrading: ['results', 'attempts', 'contests', 'items'],
  conduct: ['attempts', 'contests', 'units'],
  verification: ['results', 'attempts', 'contests', 'items', 'units'],
  analysis: ['results', 'attempts', 'contests', 'items'],
  participation: ['units', 'contests', 'attempts', 'results', 'lessons'],
  headcounts: ['units'],
  rosters: ['units', 'identity', 'contests', 'exchange'],
  transfers: ['units', 'identity', 'contests', 'attempts', 'results', 'participation'],
  confirmations: ['contests', 'units'],
  reports: ['participation', 'units', 'contests', 'headcounts'],
  operations: [],
};
const room = (name) => `^app/features/${name}/`;
const DB_CLIENT = [
  '^app/platform/db/client\\.server',
  '^prisma/generated/',
  '@prisma/(client|adapter)',
  'node_modules/(better-sqlite3|pg)/',
];
const REMIX_AND_REACT = 'node_modules/(@remix-run|react|react-dom)/';
const forbid = (name, from, to, comment) => ({ name, severity: 'error', comment, from, to });

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    forbid('no-circles', {}, { circular: true }, 'an import loop, types included: a third file is missing'),
    forbid(
      'domain-is-pure',
      { path: '^app/domain/' },
      { pathNot: '^app/domain/' },
      'no npm, no node:, no other folder',
    ),
    forbid(
      'text-is-only-text',
      { path: '^app/text/' },
      { path: '', pathNot: ['^app/text/', '^app/domain/'] },
      'the catalogue imports itself and types of the domain',
    ),
    forbid(
      'text-takes-only-types-of-the-domain',
      { path: '^app/text/' },
      { path: '^app/domain/', dependencyTypesNot: ['type-only'] },
      'a sentence may know the names of refusals, not decide anything',
    ),
    forbid(
      'platform-knows-no-rooms',
      { path: '^app/platform/' },
      { path: '^app/(features|routes|ui|text|cli)/' },
      'machinery without meaning',
    ),
    forbid(
      'ui-is-dumb',
      { path: '^app/ui/' },
      { path: ['^app/(features|routes|platform|cli)/', '^prisma/', '\\.server\\.'] },
      'pieces are given everything; text, paths, domain types, Remix and React are theirs',
    ),
    forbid(
      'paths-know-nobody',
      { path: '^app/paths\\.ts$' },
      { path: '', pathNot: '^app/domain/' },
      'everybody may import the addresses, so they import nobody',
    ),
    forbid(
      'routes-are-leaves',
      { pathNot: '^(app/routes|tests)/' },
      { path: '^app/routes/' },
      'nobody imports a route; tests may',
    ),
    forbid(
      'routes-never-touch-the-database',
      { path: '^app/(routes/|root|entry|background)' },
      {
        path: ['\\.repo\\.server\\.', '^app/platform/db/', ...DB_CLIENT],
        pathNot: '^app/platform/db/client\\.server\\.ts$',
      },
      'parse, guard, one use case, answer',
    ),
    forbid(
      'routes-never-touch-the-client',
      { path: '^app/(routes/|root|entry)' },
      { path: '^app/platform/db/client\\.server' },
      'only background.server.ts, which closes it at the end, may name the client',
    ),
    forbid(
      'only-repos-touch-prisma',
      {
        path: '^app/',
        pathNot: ['\\.repo\\.server\\.ts$', '^app/platform/db/', '^app/cli/', '^app/background\\.server\\.ts$'],
      },
      { path: DB_CLIENT },
      'rows and queries live in *.repo.server.ts',
    ),
    forbid(
      'rooms-have-one-door',
      { path: '^app/features/([^/]+)/' },
      { path: '^app/features/', pathNot: ['^app/features/$1/', '^app/features/[^/]+/index\\.server\\.ts$'] },
      'another room only by its index.server.ts',
    ),
    forbid(
      'use-cases-know-no-http',
      { path: '^app/features/.+\\.server\\.ts$', pathNot: '^app/features/identity/guard\\.server\\.ts$' },
      { path: REMIX_AND_REACT },
      'no Request, Response, redirect or JSX below a route; only the guard',
    ),
    forbid(
      'browser-never-sees-server',
      { path: '^app/(features|ui|text)/', pathNot: '\\.server\\.tsx?$' },
      { path: '\\.server\\.', dependencyTypesNot: ['type-only'] },
      'types of a use case may travel to the browser, values never',
    ),
    forbid(
      'answer-sheet-carries-no-zod',
      { path: '^app/features/attempts/', pathNot: ['\\.server\\.ts$', '\\.schema\\.ts$'] },
      { path: ['\\.schema\\.ts$', 'node_modules/zod/'], dependencyTypesNot: ['type-only'] },
      'the phone of a contestant does not download a validator',
    ),
    forbid(
      'cli-is-a-second-front-door',
      { path: '^app/cli/' },
      { path: ['^app/(routes|ui|text)/', '\\.tsx$', '\\.repo\\.server\\.', '^prisma/generated/'] },
      'the same use cases as the web',
    ),
    forbid(
      'nobody-imports-the-cli',
      { path: '^app/', pathNot: '^app/cli/' },
      { path: '^app/cli/' },
      'a front door leads in only',
    ),
    forbid(
      'the-worker-stands-alone',
      { path: '^app/worker/' },
      { path: '', pathNot: '^app/worker/' },
      'it outlives the build of the pages that it keeps, and the phone loads it beside them',
    ),
    forbid(
      'nobody-runs-the-worker',
      { path: '^app/', pathNot: '^app/worker/' },
      { path: '^app/worker/', dependencyTypesNot: ['type-only'] },
      'pages send it messages, whose types they may know',
    ),
    forbid('nobody-imports-tests', { pathNot: '^tests/' }, { path: '^tests/' }, 'tests may import all, nobody them'),
    forbid(
      'no-unresolvable',
      {},
      { couldNotResolve: true, pathNot: ['^virtual:', '\\?url$'] },
      'an import that leads nowhere',
    ),
    forbid(
      'every-room-is-on-the-plan',
      { path: '^app/features/', pathNot: Object.keys(ROOMS).map(room) },
      {},
      'write the new room into ROOMS and say what it may enter',
    ),
    ...Object.entries(ROOMS).map(([name, below]) =>
      forbid(
        `room-order:${name}`,
        { path: room(name) },
        { path: '^app/features/', pathNot: [name, ...below].map(room) },
        `${name} may enter: ${below.join(', ') || 'no other room'}`,
      ),
    ),
  ],
  options: {
    doNotFollow: { path: ['node_modules', '^prisma/generated/'] },
    exclude: { path: '^prisma/generated/.+/(internal|models|browser|enums)' },
    tsPreCompilationDeps: true, // sees `import type` too
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
