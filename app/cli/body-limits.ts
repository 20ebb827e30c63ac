const KB = 1024;
const MB = 1024 * KB;

/** Forms are small; where files are sent there is more room. By the beginning of the path, the longest first. Bytes. */
const LIMITS: readonly (readonly [RegExp, number])[] = [
  [/^\/manage\/items\/import(?:\.data)?$/u, 50 * MB],
  [/^\/units\/[^/]+\/headcounts\/import(?:\.data)?$/u, 25 * MB],
  [/^\/units\/[^/]+\/roster\/import(?:\.data)?$/u, 21 * MB],
  [/^\/manage\/units\/import(?:\.data)?$/u, 21 * MB],
  [/^\/manage\/items\/[^/]+\/image(?:\.data)?$/u, 10 * MB],
];

/** How large a body that is posted to a path may be, in bytes. */
export const bodyLimitOf = (path: string): number => LIMITS.find(([pattern]) => pattern.test(path))?.[1] ?? 256 * KB;
