import { refusalPage } from './respond.server.ts';

/** The page number that an address asks for; 1 where it asks for none or for nonsense. */
export function pageOf(request: Request): number {
  const page = Number(new URL(request.url).searchParams.get('page') ?? '1');
  return Number.isSafeInteger(page) && page >= 1 ? Math.min(page, 1_000_000) : 1;
}

const LEAST_REASON = 5;
const MOST_REASON = 300;

/**
 * Why somebody takes names away or opens a long list of them: "?reason=…", asked by the form before it.
 * @throws the refusal "reason-missing"
 */
export function requireReason(request: Request): string {
  const typed = new URL(request.url).searchParams.get('reason') ?? '';
  const reason = typed.normalize('NFC').replaceAll(/\s+/gu, ' ').trim().slice(0, MOST_REASON);
  if (reason.length < LEAST_REASON) throw refusalPage('reason-missing');
  return reason;
}
