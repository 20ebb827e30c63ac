import type { NextFunction, Request, Response } from 'express';
import { env } from '#app/platform/env.server.ts';
import { checkOrigin, isForeignLoad } from '#app/platform/http/check-origin.server.ts';
import { bodyLimitOf } from '../body-limits.ts';
import { countParts } from './count-parts.ts';
import { refuseRequest } from './refuse-request.ts';

const METHODS = new Set(['GET', 'HEAD', 'POST']);
/** Longer than any address of ours, the list of routes that scripts ask for included. */
const MAX_ADDRESS = 8_000;
const HOST = /^(?:[\w.-]{1,253}|\[[\d:a-f]{2,45}\])(?::\d{1,5})?$/iu;
/** A body of a form is here within this time, or the line is closed. */
const FORM_BYTES = 256 * 1024;
const FORM_MS = 30_000;
/** What forms and scripts of ours send. Of these a foreign page can send the first two alone, and those with its Origin. */
const TYPES = /^(?:application\/x-www-form-urlencoded|multipart\/form-data|application\/json)\s*(?:;|$)/iu;

const NOT_HERE = 'Yêu cầu đến từ một trang khác nên bị từ chối. Chưa có gì thay đổi. Hãy mở lại trang này và thử lại.';
const BAD_ADDRESS = 'Địa chỉ hoặc yêu cầu không đúng. Chưa có gì thay đổi.';

/** Host and port that visitors use. */
const ownHost = (request: Request): string | undefined => {
  const { APP_ORIGIN } = env();
  return APP_ORIGIN ? new URL(APP_ORIGIN).host : request.headers.host;
};

/** Whether an address can be read: as UTF-8, and without the character that no database takes. */
function isReadable(address: string): boolean {
  try {
    return !decodeURIComponent(address.replaceAll('+', ' ')).includes('\0');
  } catch {
    return false;
  }
}

/** Refuses requests that no browser and no tool of ours would send, before anything looks into them. */
export function guardAddress(request: Request, response: Response, next: NextFunction): void {
  if (!METHODS.has(request.method)) {
    response.set('Allow', 'GET, HEAD, POST');
    return refuseRequest(request, response, 405, 'Cách gửi yêu cầu này không được dùng ở đây. Chưa có gì thay đổi.');
  }
  // why: behind no proxy these are the visitor's own words, and Remix would read a port out of one.
  if (env().TRUSTED_PROXIES === 0) {
    for (const name of Object.keys(request.headers)) {
      if (name.startsWith('x-forwarded-') || name === 'forwarded') delete request.headers[name];
    }
  }
  const forwarded = request.headers['x-forwarded-host'];
  const hosts = [request.headers.host ?? '', ...(typeof forwarded === 'string' ? forwarded.split(/,\s*/u) : [])];
  if (!hosts.every((host) => HOST.test(host))) return refuseRequest(request, response, 400, BAD_ADDRESS);
  if (request.originalUrl.length > MAX_ADDRESS) {
    return refuseRequest(request, response, 414, 'Địa chỉ quá dài nên không được nhận. Hãy rút ngắn từ cần tìm.');
  }
  if (!isReadable(request.originalUrl)) return refuseRequest(request, response, 400, BAD_ADDRESS);
  if (request.method !== 'POST' && isForeignLoad(request.headers)) {
    return refuseRequest(request, response, 403, 'Trang này chỉ mở được trực tiếp, không nhúng được vào trang khác.');
  }
  next();
}

/** Refuses posts that are too large, of no kind of ours, or from a page of somebody else. */
export function guardPost(request: Request, response: Response, next: NextFunction): void {
  if (request.method !== 'POST') return next();
  if (!checkOrigin(request.headers, ownHost(request))) return refuseRequest(request, response, 403, NOT_HERE);
  const length = Number(request.headers['content-length'] ?? Number.NaN);
  if (!Number.isFinite(length)) {
    return refuseRequest(request, response, 411, 'Yêu cầu thiếu độ dài nên không được nhận. Chưa có gì thay đổi.');
  }
  const type = request.headers['content-type'] ?? '';
  const hasFiles = /^multipart\//iu.test(type);
  // why: only a file is large. A form of fifty megabytes would be taken apart field by field, while everybody else waits.
  if (length > (hasFiles ? bodyLimitOf(request.path) : FORM_BYTES)) {
    return refuseRequest(request, response, 413, 'Dữ liệu gửi lên quá lớn nên không được nhận. Chưa có gì thay đổi.');
  }
  if (length > 0 && !TYPES.test(type)) {
    return refuseRequest(request, response, 415, 'Kiểu dữ liệu gửi lên không được nhận. Chưa có gì thay đổi.');
  }
  if (hasFiles) countParts(request, response);
  if (length <= FORM_BYTES) {
    const late = setTimeout(() => request.destroy(), FORM_MS);
    request.once('end', () => clearTimeout(late)).once('close', () => clearTimeout(late));
  }
  next();
}
