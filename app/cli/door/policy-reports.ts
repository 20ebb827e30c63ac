import express, { type RequestHandler } from 'express';
import { z } from 'zod';
import { POLICY_REPORTS } from '#app/platform/http/security-headers.server.ts';
import { logger } from '#app/platform/logger.server.ts';

const text = z.string().max(2_000).catch('');
/** A report as older browsers send it, and a list of them as newer ones do. */
const Old = z.object({ 'csp-report': z.object({ 'effective-directive': text, 'document-uri': text }) });
const New = z
  .array(z.object({ type: z.string(), body: z.object({ effectiveDirective: text, documentURL: text }) }))
  .max(20);

/** What the log keeps of a report. why so little: the address of a page may hold what somebody looked for. */
interface Kept {
  readonly directive: string;
  readonly path: string;
}

const keptOf = (directive: string, address: string): Kept => ({
  directive: directive.slice(0, 60),
  path: URL.canParse(address) ? new URL(address).pathname.slice(0, 200) : '',
});

/** What a browser reports, shortened to what the log keeps; nothing where it is no report. */
export function readReports(body: unknown): Kept[] {
  const old = Old.safeParse(body);
  if (old.success) {
    const { 'effective-directive': directive, 'document-uri': address } = old.data['csp-report'];
    return [keptOf(directive, address)];
  }
  const list = New.safeParse(body);
  if (!list.success) return [];
  return list.data
    .filter(({ type }) => type === 'csp-violation')
    .map(({ body: { effectiveDirective, documentURL } }) => keptOf(effectiveDirective, documentURL));
}

/** Takes what browsers report of the Content Security Policy, always with the same answer, and changes nothing. */
export function policyReports(): RequestHandler[] {
  const parse = express.json({
    limit: '16kb',
    type: ['application/csp-report', 'application/reports+json', 'application/json'],
  });
  return [
    (request, response, next) => {
      if (request.method !== 'POST' || request.path !== POLICY_REPORTS) return next('route');
      parse(request, response, (error?: unknown) => {
        if (error === undefined) {
          for (const report of readReports(request.body)) logger.warn({ report }, 'a browser refused something');
        }
        response.status(204).end();
      });
    },
  ];
}
