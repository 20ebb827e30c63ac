/** How often one kind of request is answered. */
export interface Rate {
  readonly name: string;
  readonly method: 'GET' | 'POST';
  /** The path without ".data", as scripts of a page ask for the same. */
  readonly path: RegExp;
  /** Only where the address asks something by one of these. */
  readonly query?: readonly string[];
  /** For one session, or for one network where there is none. */
  readonly perSession: number;
  /** For one network: a whole school stands behind one address, so this is far more than one person needs. */
  readonly perNetwork: number;
  readonly seconds: number;
  /** How many of them one session may have under way at once. */
  readonly atOnce?: number;
}

const minute = { seconds: 60 } as const;

/**
 * What costs the server most, and how much of it anybody gets. The first that fits counts; what fits none is bounded by what
 * the act itself allows (signing in, registering, saving answers).
 */
export const RATES: readonly Rate[] = [
  {
    name: 'files',
    method: 'GET',
    path: /\.(?:xlsx|csv|zip|json|yml|docx|pdf)$|\/(?:file|figures|sealed)(?:\/|$)/u,
    perSession: 30,
    perNetwork: 300,
    atOnce: 2,
    ...minute,
  },
  { name: 'pictures of codes', method: 'GET', path: /\/code\.png$/u, perSession: 60, perNetwork: 600, ...minute },
  {
    name: 'codes of confirmations',
    method: 'GET',
    path: /^\/confirm\/./u,
    perSession: 30,
    perNetwork: 600,
    ...minute,
  },
  { name: 'searching units', method: 'GET', path: /^\/units\/search$/u, perSession: 120, perNetwork: 2_400, ...minute },
  {
    name: 'searches',
    method: 'GET',
    path: /^\/(?:units|manage|contests|register|account)/u,
    query: ['q', 'unitQuery', 'person', 'find', 'name'],
    perSession: 60,
    perNetwork: 1_200,
    ...minute,
  },
  {
    // why here too, where each act counts its own tries: the page that says so costs more than the refusal.
    name: 'ways into an account',
    method: 'POST',
    path: /^\/(?:sign-in|register|recover|forgotten)(?:\/|$)/u,
    perSession: 120,
    perNetwork: 900,
    ...minute,
  },
  {
    name: 'reading files',
    method: 'POST',
    path: /\/import(?:\/|$)|\/image$/u,
    perSession: 20,
    perNetwork: 120,
    atOnce: 2,
    ...minute,
  },
  {
    name: 'previews of corrections',
    method: 'GET',
    path: /\/keys\/preview$/u,
    perSession: 30,
    perNetwork: 300,
    atOnce: 2,
    ...minute,
  },
  {
    name: 'reports of browsers',
    method: 'POST',
    path: /^\/reports\/csp$/u,
    perSession: 20,
    perNetwork: 120,
    ...minute,
  },
];

/** The kind of a request; nothing where it is not counted. */
export function rateOf(method: string, path: string, query: URLSearchParams): Rate | undefined {
  const asked = path.replace(/\.data$/u, '');
  return RATES.find(
    (rate) =>
      rate.method === (method === 'HEAD' ? 'GET' : method) &&
      rate.path.test(asked) &&
      (rate.query === undefined || rate.query.some((name) => (query.get(name) ?? '') !== '')),
  );
}
