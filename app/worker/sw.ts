/// <reference lib="webworker" />
// The service worker, built to /sw.js: while an attempt runs it keeps a copy of the attempt's page and of what that page
// loads, so that a reload without a line shows the sheet again. It answers with the copy only where the server cannot be
// reached, keeps nothing else, and forgets a copy when the attempt is over or somebody signs out. Answers are not its
// business: they wait in the outbox of the page (features/attempts/outbox.ts).
import type { WorkerMessage } from './worker-message.ts';

declare const self: ServiceWorkerGlobalScope;

const PAGES = 'attempt-pages-1';
const ASSETS = 'attempt-assets-1';
/** A line that stalls is as good as none; without a copy the browser's own patience holds. */
const GIVE_UP_AFTER_MS = 8_000;
/** A phone is shared by a few people at the most; the oldest copy goes first. */
const MOST_PAGES = 4;
/** What never changes under its address: scripts, styles, and the images of questions. */
const isAsset = (pathname: string): boolean => pathname.startsWith('/assets/') || pathname.startsWith('/media/');
const ATTEMPT_PAGE = /^\/attempts\/[\w-]{1,64}$/u;
const ATTEMPT_OVER = /^\/attempts\/([\w-]{1,64})\/result$/u;

self.addEventListener('install', () => void self.skipWaiting());

self.addEventListener('activate', (event) => event.waitUntil(takeOver()));

self.addEventListener('message', (event) => {
  const message = event.data as WorkerMessage;
  if (message.kind === 'keep') event.waitUntil(keep(message.page, message.assets));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (origin !== self.location.origin) return;
  if (request.method === 'POST' && pathname.startsWith('/sign-out')) return event.waitUntil(forgetAll());
  if (request.method !== 'GET') return;
  if (isAsset(pathname)) return event.respondWith(assetOf(request));
  const over = ATTEMPT_OVER.exec(pathname.replace(/\.data$/u, ''));
  if (over) event.waitUntil(forget(`/attempts/${over[1] ?? ''}`));
  if (request.mode !== 'navigate') return;
  event.respondWith(ATTEMPT_PAGE.test(pathname) ? attemptPage(request, pathname) : otherPage(request));
});

/** Drops caches of earlier versions of this file, and serves the pages that are open. */
async function takeOver(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name !== PAGES && name !== ASSETS).map((name) => caches.delete(name)));
  await self.clients.claim();
}

/** Keeps an attempt's page and what it has loaded; the page asks for it once it runs. */
async function keep(page: string, assets: readonly string[]): Promise<void> {
  if (!ATTEMPT_PAGE.test(page)) return;
  const [pages, kept] = await Promise.all([caches.open(PAGES), caches.open(ASSETS)]);
  await Promise.all(
    assets.map(async (asset) => {
      const { origin, pathname } = new URL(asset, self.location.origin);
      if (origin !== self.location.origin || !isAsset(pathname) || (await kept.match(pathname))) return;
      const response = await fetch(pathname);
      if (response.ok) await kept.put(pathname, response);
    }),
  );
  if (await pages.match(page)) return;
  const response = await fetch(page, { redirect: 'manual' });
  if (response.ok) await store(page, response);
}

async function store(page: string, response: Response): Promise<void> {
  const pages = await caches.open(PAGES);
  await pages.delete(page);
  await pages.put(page, response);
  const all = await pages.keys();
  await Promise.all(all.slice(0, Math.max(0, all.length - MOST_PAGES)).map((each) => pages.delete(each)));
}

async function forget(page: string): Promise<void> {
  const pages = await caches.open(PAGES);
  await pages.delete(page);
  if ((await pages.keys()).length === 0) await forgetAll();
}

const forgetAll = async (): Promise<void> => void (await Promise.all([caches.delete(PAGES), caches.delete(ASSETS)]));

const assetOf = async (request: Request): Promise<Response> =>
  (await caches.match(new URL(request.url).pathname, { cacheName: ASSETS })) ?? fetch(request);

/** The page from the server; its copy where the server cannot be reached. */
async function attemptPage(request: Request, page: string): Promise<Response> {
  const copy = await caches.match(page, { cacheName: PAGES });
  try {
    const response = await (copy ? inTime(request) : fetch(request));
    if (response.ok && response.type === 'basic') await store(page, response.clone());
    // why: an attempt that is not found here is not that of who is signed in now.
    if (response.status === 404) await forget(page);
    return response;
  } catch (error) {
    if (copy) return copy;
    throw error;
  }
}

async function inTime(request: Request): Promise<Response> {
  const giveUp = new AbortController();
  const timer = setTimeout(() => giveUp.abort(), GIVE_UP_AFTER_MS);
  try {
    return await fetch(request, { signal: giveUp.signal });
  } finally {
    clearTimeout(timer);
  }
}

/** Any other page: without a line, the way back to the attempt that is kept here. */
async function otherPage(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch (error) {
    const pages = await caches.open(PAGES);
    const [kept] = (await pages.keys()).toReversed();
    if (!kept) throw error;
    return Response.redirect(new URL(kept.url).pathname, 302);
  }
}
