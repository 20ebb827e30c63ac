import { isSecure } from '#app/platform/env.server.ts';

/** Headers of data and assets, which no browser shows as a page: what only pages need would cost each answer half a kilobyte. */
export const dataHeaders = (): Record<string, string> => ({
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Resource-Policy': 'same-origin',
});

/** Where browsers say what they have refused to load: of this site, and nobody else's. */
export const POLICY_REPORTS = '/reports/csp';

/**
 * Names of the policies that may turn a text into HTML or into the address of a script, as app/ui/trusted-types.ts makes them.
 * A browser that knows Trusted Types lets no other code do so.
 */
const TRUSTED_TYPES = ['sanitized-html', 'service-worker', 'default'];

/** What no page of ours ever asks a device for. Passkeys are the one thing that stays, for this site alone. */
const REFUSED_FEATURES = [
  'accelerometer',
  'autoplay',
  'bluetooth',
  'browsing-topics',
  'camera',
  'display-capture',
  'encrypted-media',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'picture-in-picture',
  'serial',
  'sync-xhr',
  'usb',
  'xr-spatial-tracking',
];

/**
 * What a page may load and run. Scripts come from this site, or are inline with the nonce of this very answer.
 *
 * why 'self' beside the nonce, and no 'strict-dynamic': Remix writes <link rel="modulepreload"> without a nonce, so a policy of
 * nonces alone would make every phone fetch its scripts one after the other. What people upload is never served as a script:
 * media are images with a sandbox of their own, files are attachments, and nothing is sniffed.
 */
function contentPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "frame-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    `trusted-types ${TRUSTED_TYPES.join(' ')}`,
    ...(isSecure() ? ['upgrade-insecure-requests'] : []),
    `report-uri ${POLICY_REPORTS}`,
    'report-to csp',
  ].join('; ');
}

/** Headers of pages and of everything else. The nonce is the one that the page's own scripts carry. */
export function securityHeaders(nonce: string): Record<string, string> {
  return {
    'Content-Security-Policy': contentPolicy(nonce),
    ...dataHeaders(),
    'Referrer-Policy': 'same-origin',
    'Permissions-Policy': [
      ...REFUSED_FEATURES.map((feature) => `${feature}=()`),
      'publickey-credentials-get=(self)',
      'publickey-credentials-create=(self)',
    ].join(', '),
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Origin-Agent-Cluster': '?1',
    'X-Frame-Options': 'DENY',
    'Reporting-Endpoints': `csp="${POLICY_REPORTS}"`,
  };
}

/** Says to browsers that this site is reached over https alone; on every answer, where it is reached so at all. */
export const transportHeaders = (): Record<string, string> =>
  isSecure() ? { 'Strict-Transport-Security': 'max-age=63072000; includeSubDomains' } : {};
